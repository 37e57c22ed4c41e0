use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        softmax(4); softmax(0);
        flatten(3, 1);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
