use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3u32, 8, 3);
        conv(8, 8i64, 3);
        conv(8, 8, 3.0);
        dropout(1u8);
        conv(8, 8, 3_usize);
        softmax(1usize);
        leaky_relu(-1);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
