// `until` where no network is, and without a label.

use cnn::cnn;

cnn! {
    struct Back: [3, 16, 16] < layer1: conv(3, 8, 3); layer2: relu >

    struct Nothing: [3, 16, 16] < Back until; relu >
    struct Here: [3, 16, 16] < Back until _; relu >
    struct Parens: [3, 16, 16] < Back until(layer1); relu >
    struct Layer: [3, 16, 16] < conv(3, 8, 3) until layer1; relu >
    struct Block: [3, 16, 16] < unit until layer1; relu >
    block unit() { relu }
    struct NoSemicolon: [3, 16, 16] < Back until layer1 relu >
    struct Unnamed: [3, 16, 16] < Back until layer2; from(back.layer1) >
    struct AgainInside: [3, 16, 16] < a: Back until layer2; from(a.layer1); again(a.layer1) >
    struct Unused: [3, 16, 16] -> [8, 14, 14] < a: Back; from(a.layer1) >
}

fn main() {}
