use cnn::cnn;

cnn! {
    pub struct Net: [3, 2, 2] <
        conv_transpose(3, 8, 2, padding = 4);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
