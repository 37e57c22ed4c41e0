use cnn::cnn;

const WIDTH: i32 = 20;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, WIDTH, 5);
        dropout("half");
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
