use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5); attention(8);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
