use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        avgpool(0);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
