use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        channels(2..5); channels(1..1);
        channel_shuffle(2);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
