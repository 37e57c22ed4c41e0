use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5); batchnorm; relu;
        conv(16, 32, 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
