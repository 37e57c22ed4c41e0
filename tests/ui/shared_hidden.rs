mod blocks {
    const HIDDEN: usize = 8;

    cnn::cnn! {
        pub block hidden(cin) { conv(cin, HIDDEN, 1) }
        pub block missing(cin) { conv(cin, MISSING, 1); conv(_, widths::MISSING, 1) }
    }
}

cnn::cnn! {
    use crate::blocks::{hidden, missing};

    struct Hidden: [3, 32, 32] < hidden(3) >
    struct Missing: [3, 32, 32] < missing(3) >
}

fn main() {}
