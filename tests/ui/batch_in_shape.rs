use cnn::cnn;

cnn! {
    pub struct Five: [1, 3, 28, 28, 1] <
        conv(3, 8, 3);
    >

    pub struct Net: [1, 3, 28, 28] <
        conv(3, 8, 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
