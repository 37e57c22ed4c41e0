use cnn::cnn;

cnn! {
    // What is joined after a mistake is not known, and nothing is said about it.
    pub struct Net: [1, 64, 64] <
        down1: conv(1, 16, 3, padding = 1);
        maxpool(2);
        down2: conv(16, 32, 3, padding = 1);
        maxpool(2);
        conv_transpose(32, 32, 2, stride = 2);
        concat(dwon2, _);
        conv_transpose(64, 16, 2, stride = 2);
        concat(down1, _);
        conv(32, 16, 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
