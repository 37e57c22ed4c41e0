use cnn::cnn;

cnn! {
    pub struct Net: [16, 8, 8] <
        stem: relu;
        concat { conv(16, 8, 3, padding = 1); maxpool(2); identity }
        residual { maxpool(3, 2) } shortcut { pool: avgpool(2) }
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
