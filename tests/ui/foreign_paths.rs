use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        torch::nn::Conv2d(3, 8, 3);
        nn::ReLU();
        nn.MaxPool2d(2);
        cnn::layers::relu;
        nn::Linear(13, 20);
        blocks::unit(3, 8);
    >
}

fn main() {}
