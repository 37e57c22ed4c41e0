use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        maxpool(2, stride = None);
        batchnorm(None);
        conv(3, None, 3);
        gelu(None);
        maxpool(2, null);
    >
}

fn main() {}
