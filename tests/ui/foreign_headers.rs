use cnn::cnn;

cnn! {
    pub struct Times: [3x28x28] < conv(3, 8, 3) >

    pub struct Spaced: [3 x 28 x 28] < conv(3, 8, 3) >

    pub struct Arrow: [3, 28, 28] => [10] < fc(_, 10) >

    pub struct Colon [3, 28, 28] -> [10] < fc(_, 10) >

    pub struct Any: [_, 3, 28, 28] < conv(3, 8, 3) >

    pub struct Minus: [-1, 3, 28, 28] -> [-1, 10] < conv(3, 8, 3); fc(_, 10) >

    pub struct Without: [None, 3, 28, 28] < conv(3, 8, 3) >
}

fn main() {}
