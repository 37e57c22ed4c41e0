use cnn::cnn;

const FACTOR: usize = 2;
const FRACTION: f64 = 1.5;

cnn! {
    pub struct Small: [3, 4, 8] < upsample((1.5, 0.1)) >
    pub struct Negative: [3, 4, 8] < upsample(-1.5) >
    pub struct Zero: [3, 4, 8] < upsample((0, 1.5)) >
    pub struct Axes: [3, 4, 8] < upsample((1.5,)) >
    pub struct Typed: [3, 4, 8] < upsample(1.5f32) >
    pub struct Text: [3, 4, 8] < upsample(true) >
    pub struct Later: [3, 4, 8] < upsample(FACTOR); conv(3, 8, 17) >
    pub struct Unknown: [3, 4, 8] < upsample(FRACTION) >
}

fn main() {
    let _ = Later::SUMMARY;
}
