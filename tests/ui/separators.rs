use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 8, 3) -> relu
        batchnorm | relu
        tanh
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
