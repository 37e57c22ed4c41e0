use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        Conv2d(3, 20, 5); ReLU; max_pool2d(2);
        Dense(_, 10);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
