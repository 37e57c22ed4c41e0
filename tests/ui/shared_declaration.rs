mod blocks {
    const WIDTH: usize = 8;

    pub(crate) mod others {
        cnn::cnn! {
            pub(crate) block unit(c) { linear(c, super::WIDTH); inner(c) }
            block inner(c) { linear(c, self::half(c)) }
            block alone(c) { linear(c, super::WIDTH) }

            pub block wrong(c) { conf(c, c, 3); relu }

            const fn half(c: usize) -> usize { c / 2 }
        }
    }
}

cnn::cnn! {
    use crate::blocks::others::{unit, wrong};

    // What is wrong with these blocks has been said.
    struct Net: [8] < unit(8); wrong(8); linear(_, 3) >
}

fn main() {
    blocks::others::unit!(3);
}
