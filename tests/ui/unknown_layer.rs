use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5); deformable_conv(8);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
