mod blocks {
    cnn::cnn! {
        pub block unit(c) { conv(c, c, 3) }
        pub const fn half(c: usize) -> usize { c / 2 }
    }
}

cnn::cnn! {
    use crate::blocks::unit;
    use crate::blocks::{unit as conv, unit as own, half as whole, unit, half as unit};
    use crate::blocks::*;
    use blocks;
    use crate::blocks::unit as 3;
    use crate::blocks::{self::, unit as};
    use;
    pub use crate::blocks::unit as public;
    #[allow(unused)]
    use crate::blocks::half;

    block own(c) { relu }
    const fn whole(c: usize) -> usize { c }

    struct Net: [8, 8, 8] < unit(8); conv(8, 8, 3); own(whole(8)); half(8); linear(_, half(7)) >
    use crate::blocks::unit as late
}

fn main() {}
