use cnn::cnn;

const S: cnn::Summary = cnn!([3, 28, 28] < >);

cnn! {
    block nothing() { if false { relu } }

    pub struct Empty: [3, 28, 28] -> [10] < >

    pub struct Braces: [3, 28, 28] { }

    pub struct Vain: [3, 28, 28] < let width = 8; for _ in 0..0 { relu } nothing(); >

    pub struct Inputs: (left: [3], right: [3]) -> (out: [3]) < >

    pub struct Skips: [3, 28, 28] < identity >
}

fn main() {
    let _ = (S, Empty::SUMMARY, Braces::SUMMARY, Vain::SUMMARY, Inputs::SUMMARY, Skips::SUMMARY);
}
