use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        linear(3, 10);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
