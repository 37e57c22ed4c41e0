use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        nn.Conv2d(3, 8, 3);
        torch::nn::relu;
        F.relu(x);
        self.conv1(x);
        x = relu(x);
        conv1 = conv(3, 8, 3);
        relu();
        conv!(3, 8, 3);
        conv 3, 8, 3;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
