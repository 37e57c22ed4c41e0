use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] -> [12] <
        conv(3, 8, 3); relu;
        fc(_, 10);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
