use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        [relu, 3];
        [relu; 0.5];
        relu * 3;
        [relu; 3; 4];
        [relu];
        [3; relu];
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
