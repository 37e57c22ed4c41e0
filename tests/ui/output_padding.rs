use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv_transpose(3, 8, 3, 2, 1, output_padding = 2);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
