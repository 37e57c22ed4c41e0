use cnn::cnn;

cnn! {
    pub struct Net: [16, 8, 8] <
        add {}
        mul;
        concat();
        residual(16);
        shortcut { relu }
        mul { { adaptive_avgpool(1); sigmoid } }
        add { relu; identity }, relu
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
