use cnn::cnn;

cnn! {
    pub struct Net: [1, 3, 8, 28, 28] <
        relu;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
