use cnn::cnn;

cnn! {
    pub struct Commas: [3, 28, 28] <
        a: conv(3, 8, 3);
        b: conv(8, 8, 3, padding = 1);
        concat { a, b }
        relu;
    >

    pub struct Semicolons: [3, 28, 28] <
        a: conv(3, 8, 3);
        conv(8, 8, 3, padding = 1);
        add { a; _ }
        fc(_, 10);
    >

    block joined(first, second) { concat { first; second } }

    /// What a block is given may be layers.
    pub struct Given: [3, 28, 28] < first: relu; joined(relu, sigmoid) >
}

fn main() {}
