use cnn::cnn;

cnn! {
    struct Net < conv(3, 20, 5); relu; >
}

fn main() {
    let _ = Net::SUMMARY;
}
