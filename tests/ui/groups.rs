use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5, groups = 2);
        conv(20, 30, 3, groups = 4);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
