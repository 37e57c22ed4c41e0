use cnn::cnn;

const WIDTH: usize = 16;

cnn! {
    pub struct Net: [3, 28, 28] <
        [conv(WIDTH, 3, 3, padding = 1); 20];
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
