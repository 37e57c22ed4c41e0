use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        pad((0, 0, 40, 40), mode = reflect);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
