use cnn::cnn;

cnn! {
    fn plain(x: usize) -> usize { x }

    const fn wrong(x: usize) -> usize { x as f64 }

    const fn broken(x: usize) -> usize { let }

    const fn bodyless(x: usize) -> usize;

    const fn negative(x: usize) -> usize { x - 5 }

    pub struct Net: [16, 8, 8] <
        conv(16, negative(3), 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
