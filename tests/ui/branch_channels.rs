use cnn::cnn;

cnn! {
    pub struct Net: [16, 8, 8] <
        residual { conv(16, 32, 3, padding = 1); relu }
        add { conv(16, 8, 1); conv(16, 4, 1) }
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
