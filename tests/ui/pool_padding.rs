use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        maxpool(3, 2, 2);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
