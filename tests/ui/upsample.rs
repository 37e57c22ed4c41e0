use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        upsample; upsample(2, size = 3); upsample(2, mode = linear);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
