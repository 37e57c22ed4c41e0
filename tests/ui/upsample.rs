use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        upsample; upsample(2, size = 3); upsample(2, mode = linear); upsample((2,)); upsample(2, align_corners = true);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
