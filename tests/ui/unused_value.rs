#![deny(warnings)]

use cnn::cnn;

cnn! {
    pub struct Dead: (image: [3, 8, 8], mask: [1, 8, 8]) -> (kept: _) <
        from(image);
        kept: conv(3, 4, 3);
        conv(4, 4, 1);
        relu;
    >
    pub struct Fine: (image: [3, 8, 8]) -> (kept: _, seen: _) <
        kept: conv(3, 4, 3);
        seen: relu;
        #[allow(unused_value)]
        conv(4, 4, 1);
    >
    #[allow(unused_value)]
    pub struct Allowed: (image: [3, 8, 8], mask: [1, 8, 8]) -> [4, 6, 6] <
        from(image);
        conv(3, 4, 3);
    >
}

fn main() {}
