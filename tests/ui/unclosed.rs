use cnn::cnn;

cnn! {
    struct Net: [3, 28, 28] < conv(3, 20, 5); seq < relu; >
}

fn main() {
    let _ = Net::SUMMARY;
}
