use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        pad((1, 2, 3));
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
