//! Files of weights that do not belong to their networks.

use cnn::cnn;

const CLASSES: usize = 7;

cnn! {
    #[weights("lenet.safetensors")]
    struct Sizes: [1, 28, 28] -> [11] <
        conv(1, 20, 5); relu; maxpool(2);
        conv_2: conv(20, 50, 5); relu; maxpool(2);
        fc(_, 500); relu;
        fc(500, 11);
    >

    #[weights("lenet.safetensors")]
    struct Later: [3, 28, 28] <
        conv(3, 20, 5); relu; maxpool(2);
        conv(20, 50, 5); relu; maxpool(2);
        fc(_, 500); relu;
        fc(500, CLASSES); relu;
        fc(CLASSES, 2);
    >

    #[weights("parallel.safetensors")]
    struct Prefix: [1, 4, 4] < conv(1, 2, 3) >

    #[weights("parallel.safetensors", within = "model")]
    struct Scope: [1, 4, 4] < conv(1, 2, 3) >

    #[weights("nowhere.safetensors")]
    struct Missing: [1, 4, 4] < conv(1, 2, 3) >

    #[weights("README.md")]
    struct Format: [1, 4, 4] < conv(1, 2, 3) >

    #[weights("parallel.safetensors", within = "module")]
    struct Generic<const C: usize>: [1, 4, 4] < conv(1, C, 3) >

    #[weights("parallel.safetensors", embedded)]
    struct Option: [1, 4, 4] < conv(1, 2, 3) >

    #[weights]
    struct Nothing: [1, 4, 4] < conv(1, 2, 3) >

    #[weights(parallel)]
    struct Name: [1, 4, 4] < conv(1, 2, 3) >

    #[weights("parallel.safetensors", within = "module")]
    #[weights("parallel.safetensors", within = "module")]
    struct Twice: [1, 4, 4] < conv(1, 2, 3) >
}

fn main() {}
