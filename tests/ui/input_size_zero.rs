use cnn::cnn;

cnn! {
    pub struct Net: [3, 0, 28] <
        relu;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
