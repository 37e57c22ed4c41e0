use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20 / 0, 5);
        conv(3, 18446744073709551615 + 1, 5);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
