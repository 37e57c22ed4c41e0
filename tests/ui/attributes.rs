use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        #[inline] relu;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
