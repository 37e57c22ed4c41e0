use cnn::cnn;

cnn! {
    pub struct Net: [16, 8, 8] <
        concat { flatten; identity }
        mul { adaptive_avgpool(1); conv(16, 3, 1) }
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
