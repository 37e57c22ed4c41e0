use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        conv(50, 64, 7);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
