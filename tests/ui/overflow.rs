use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 9223372036854775807, 5);
        fc(_, 9223372036854775807);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
