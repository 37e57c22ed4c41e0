use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5, 1, 0, 1, 1, true, zeros, true, 1e-6, true, 1.0, false, false, 10, 11, 12);
        relu(1);
        relu(true); relu(True); relu(false);
        leaky_relu(0.1, true);
        leaky_relu(0.1, 0.2);
        maxpool(2, 2, 0, 1, true, false);
        maxpool(2, 2, 0, 1, False, false);
        maxpool(2, 2, 0, 1, false, false, false);
        conv(20, 20, 1, 1, 0, false);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
