use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 8, 3); flatten; relu;
        conv(8, 16, 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
