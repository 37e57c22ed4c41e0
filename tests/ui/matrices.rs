//! Mistakes with products of matrices, and with other joins of values.

use cnn::cnn;

cnn! {
    struct Inner: [4, 6] < matmul { identity; relu } >
    struct Ranks: [4, 6] < matmul { transpose(1, 2); unsqueeze(1) } >
    struct Three: [4, 4] < matmul { identity; relu; tanh } >
    struct Heads: [2, 4, 6] < matmul { identity; { transpose(2, 3); slice(1, 0..1); concat { identity; relu; tanh } } } >
    struct Rows: [6] < matmul { identity; relu } >
    struct Difference: [8, 4, 4] < sub { identity; conv(8, 16, 1) } >
    struct Largest: [8, 4, 4] < max { identity; maxpool(2) } >
}

fn main() {}
