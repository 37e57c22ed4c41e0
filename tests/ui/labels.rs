use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv1: conv(3, 8, 3);
        conv(8, 8, 3);
        "two words": relu;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
