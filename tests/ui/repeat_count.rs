use cnn::cnn;

const N: usize = 3;

cnn! {
    pub struct Net: [3, 28, 28] <
        [relu; N];
        [conv(3, 3, 3) 4];
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
