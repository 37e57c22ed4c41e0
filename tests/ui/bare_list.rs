use cnn::cnn;

cnn! {
    pub struct Permuted: [3, 28, 20] -> [28, 20, 3] <
        permute(0, 2, 3, 1);
    >

    pub struct Padded: [3, 28, 28] -> [3, 30, 32] <
        pad(2, 2, 1, 1, mode = reflect);
    >

    /// What is in the list is looked at, too.
    pub struct Again: [3, 28, 28] <
        permute(0, 2, 2, 1);
    >

    /// Words and numbers are no sizes, and sizes are neither of them.
    pub struct Words: [3, 28, 28] <
        pad(1, reflect);
        upsample(2, bilinear);
        layernorm(_, 1e-6);
        upsample(2, 2);
        layernorm(3, 120, 120);
    >

    pub struct Many: [3, 28, 28] <
        relu(1, 2, 3);
        adaptive_avgpool(7, 7);
        adaptive_avgpool((7, 7), 7);
    >
}

fn main() {
    let _ = (Permuted::SUMMARY, Padded::SUMMARY, Again::SUMMARY, Words::SUMMARY, Many::SUMMARY);
}
