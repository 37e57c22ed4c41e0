use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5, 1, 0, 2);
        relu(1);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
