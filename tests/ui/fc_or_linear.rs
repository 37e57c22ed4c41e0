use cnn::cnn;

const FLAT: usize = 3072;

cnn! {
    // `linear` works on the last axis.
    struct Image: [3, 32, 32] < linear(3072, 10) >
    struct Constant: [3, 32, 32] < linear(FLAT, 10) >

    // What is meant comes after a pool.
    struct Head: [64, 7, 7] < relu; fc(64, 10) >
}

fn main() {}
