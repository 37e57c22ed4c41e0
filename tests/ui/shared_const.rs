mod blocks {
    const PRIVATE: usize = 8;
    pub const WIDTH: usize = 8;

    cnn::cnn! {
        pub block unit(cin, cout) { conv(cin, cout, 3); relu }
        pub block wide(cin) { unit(cin, WIDTH); conv(crate::NARROW, WIDTH, 1) }
        pub block private(cin) { conv(cin, PRIVATE, 1) }
        pub block missing(cin) { conv(cin, MISSING, 1) }
    }
}

const NARROW: usize = 4;
const WIDTH: usize = 3;

cnn::cnn! {
    use crate::blocks::{unit, wide};

    struct Unit: [3, 32, 32] < unit(WIDTH, 8); unit(WIDTH, 8) >

    // `WIDTH` is that of the module of the block.
    struct Wide: [3, 32, 32] < wide(WIDTH); unit(8, 8) >

    struct Generic<const C: usize = 4>: [C, 32, 32] < unit(C, C); unit(3, C) >
}

fn main() {}
