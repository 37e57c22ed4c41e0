#![deny(warnings)]

use cnn::cnn;

cnn! {
    pub struct Net: [3, 8, 8] <
        act: relu;
        conv(3, 3, 3);
        again(act);
        #[allow(nothing_shared)]
        again(act);
    >
}

fn main() {}
