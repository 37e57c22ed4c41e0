use cnn::cnn;

cnn! {
    pub struct NoType<N>: [N] < relu >
    pub struct NoConst<N: usize>: [N] < relu >
    pub struct Missing<const N>: [N] < relu >
    pub struct Text<const N: &'static str>: [3] < relu >
    pub struct Default<const N: usize = "3">: [N] < relu >
}

fn main() {}
