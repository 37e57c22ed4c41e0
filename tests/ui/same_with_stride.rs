use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5, 2, same);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
