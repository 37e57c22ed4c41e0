use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        permute((0, 1, 3));
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
