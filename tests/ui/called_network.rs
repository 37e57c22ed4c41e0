use cnn::cnn;

cnn! {
    struct Back<const WIDTH: usize = 8>: [3, 8, 8] -> [WIDTH, 6, 6] < conv(3, WIDTH, 3) >

    struct Called: [3, 8, 8] -> [32, 6, 6] < Back(32); relu >
    struct Empty: [3, 8, 8] < Back(); relu >
}

fn main() {}
