use cnn::cnn;

const WIDTH: usize = 16;
const KERNEL: usize = 13;

cnn! {
    pub struct Net: [3, 28, 28] -> [WIDTH] <
        conv(3, WIDTH, 5); relu; maxpool(2);
        conv(WIDTH / 2, 2 * WIDTH, KERNEL);
        fc(_, 10); fc(WIDTH, 10);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
