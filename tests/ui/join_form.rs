use cnn::cnn;

cnn! {
    pub struct Net: [16, 8, 8] <
        add {}
        mul;
        concat();
        residual(16);
        shortcut { relu }
        add { relu }, relu
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
