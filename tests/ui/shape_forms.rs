use cnn::cnn;

cnn! {
    pub struct Tuple: (3, 28, 28) < relu >
    pub struct Spaces: [3 28 28] < relu >
    pub struct Array: [3; 28] < relu >
    pub struct Empty: [] < relu >
    pub struct Float: [3.0, 28] < relu >
    pub struct Negative: [3, -28] < relu >
    pub struct Output: [3] -> 3 < relu >
    pub struct Typed: Shape[3] < relu >
    pub struct Nothing: < relu >
    pub struct Layers: [3];
    pub struct Parens: [3] ( relu )
    pub struct Where: [3] where [u8; 3]: Copy < relu >
}

fn main() {}
