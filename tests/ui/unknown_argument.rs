use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, kernel = 5);
        batchnorm(features = 20);
        dropout(whatever = 1);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
