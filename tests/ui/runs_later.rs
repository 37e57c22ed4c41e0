use cnn::cnn;

cnn! {
    const fn width(n: usize) -> usize { (n as f64 * 2.0).sqrt() as usize }

    const fn scaled(n: usize, by: f64) -> usize {
        if n > 4 { (n as f64 * by.powi(3)).round() as usize } else { n }
    }

    const fn depth(n: usize) -> usize { n.isqrt() + n.ilog2() as usize }

    block unit(c) { conv(c, (c as f64).sqrt() as usize, 1) }

    pub struct Net: [16, 8, 8] <
        conv(16, width(128), 3);
        unit(16);
        dropout((0.25).ln());
        conv(16, scaled(16, 0.5), depth(0));
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
