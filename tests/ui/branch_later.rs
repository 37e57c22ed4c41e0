use cnn::cnn;

const WIDTH: usize = 32;

cnn! {
    pub struct Net: [16, 8, 8] <
        residual { conv(16, WIDTH, 3, padding = 1); relu }
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
