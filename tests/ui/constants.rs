use cnn::cnn;

const OUTSIDE: usize = 3;

cnn! {
    const DEPTH: usize = 3;

    const LATER: usize = OUTSIDE + 1;

    const NEGATIVE: usize = 2 - 3;

    const WIDTHS: [usize; 2] = [8, 16];

    const UNTYPED = 3;

    const EMPTY: usize;

    const WRONG: usize = 3 +;

    const FLOAT: f64 = 0.5;

    const fn endless(x: usize) -> usize { loop { let _ = x; } }

    const fn unfinished(x: usize) -> usize { match x { 0 => 1 } }

    const fn beyond(x: usize) -> usize { [8, 16][x] }

    pub struct Net: [3, 16, 16] <
        [relu; DEPTH];
        [relu; LATER];
        [relu; FLOAT];
        conv(3, WIDTHS[2], 1);
        conv(_, FLOAT, 1);
        conv(_, beyond(2), 1);
        for width in WIDTHS { conv(_, width, DEPTH + 9); }
        DEPTH = 4;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
