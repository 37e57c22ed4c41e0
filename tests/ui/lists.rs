use cnn::cnn;

const OUTSIDE: usize = 3;

const WIDTHS: [usize; 2] = [8, 16];

cnn! {
    block unit(cin, widths) {
        conv(cin, widths[2], 1);
        for (k, c) in widths { conv(_, c, k); }
    }

    pub struct Read: [3, 16, 16] <
        for i in 3 { relu }
        for in [3, 5] { relu }
        for 3 in 0..4 { relu }
        for i of 0..4 { relu }
        for i in 0..4.rev() { relu }
        for i in (0..4).rev(3) { relu }
        for i in (0..4).step_by() { relu }
        for i in [8].zip() { relu }
        for i in [1 2] { relu }
        let (a, 3) = (1, 2);
        let x: usize = 3;
        let [a, b];
    >

    pub struct Net<const N: usize = 4>: [3, 16, 16] <
        let widths = [8, 16];
        conv(3, widths[2], 1);
        conv(3, widths, 1);
        conv(3, 2 * widths, 1);
        conv(_, widths[N], 1);
        conv(_, widths[-1], 1);
        [relu; widths[7]];
        [relu; widths];
        if widths { relu }
        let (a, b, c) = widths;
        let (a, b) = 3;
        for (a, b) in [1, 2] { relu }
        for i in 3 + 1 { relu }
        for i in widths[0] { relu }
        for i in OUTSIDE { relu }
        for i in WIDTHS { relu }
        for i in relu { relu }
        for i in (0..8).step_by(0) { relu }
        for i in (0..8).take(N) { relu }
        for i in 0..=OUTSIDE { relu }
        unit(3, [8, 16]);
        unit(3, [(1, 2), (3, 4), 5]);
        let acts = [relu, silu];
        conv(_, acts[0], 1);
        conv(_, [[1, 2], 3], 1);
        conv(_, 8, [[1, 1], 1]);
        conv(_, 8, (widths, 1));
        conv(_, 8, widths[0][0]);
    >
}

fn main() {
    let _ = (Read::SUMMARY, <Net>::SUMMARY);
}
