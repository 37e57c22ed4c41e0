use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        pixel_shuffle(2);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
