use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 3, 3, padding = Same);
        pad(1, mode = reflection);
        upsample(2, mode = cubic);
        gelu(tan);
        pad(1, mode = 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
