use cnn::cnn;

const LAST: usize = 3;

const fn last() -> usize {
    3
}

mod blocks {
    pub const INNER: usize = 2;

    cnn::cnn! {
        pub block far(d) { flatten(d) }
        pub block inner() { flatten(INNER) }
    }
}

cnn! {
    use blocks::{far, inner};

    block along(d) { softmax(d) }

    // Parameters of a network are converted.
    pub struct Net<const D: usize = 2, const E: isize = 1>: [8, 16, 12] <
        softmax(D);
        flip((D, -E));
        softmax(if D > 2 { E } else { D - 1 });
        slice(D.div_ceil(2), 0..4);
        along(-(D + 1));
    >

    pub struct Names: [8, 16, 12] <
        softmax(LAST);
        softmax(last());
        softmax(LAST - 2);
        flip((1, LAST));
        along(LAST + 0);
        let d = LAST - 1;
        log_softmax(d + 1);
        log_softmax(2 * d);
        far(LAST);
        inner();
    >
}

fn main() {
    let _ = (<Net>::SUMMARY, Names::SUMMARY);
}
