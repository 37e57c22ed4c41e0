use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        groupnorm(2); layernorm((28, 27)); instancenorm(4, affine = true);
        batchnorm(4); lrn(0); prelu(2);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
