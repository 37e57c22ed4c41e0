use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 2.5);
        dropout(true); softmax(1.0);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
