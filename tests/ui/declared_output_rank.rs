use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] -> [8] <
        conv(3, 8, 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
