use cnn::cnn;

cnn! {
    pub struct TwoOutputs: [3, 8, 8] -> [10], [20] < fc(_, 10) >
    pub struct OutputsInParens: [3, 8, 8] -> ([10], [20]) < fc(_, 10) >
    pub struct TwoInputs: [3, 8, 8], [3, 8, 8] < fc(_, 10) >
    pub struct InputsInBrackets: [[3, 8, 8], [3, 4, 4]] < fc(_, 10) >
    pub struct NamesInBrackets: [left: [3, 8, 8], right: [3, 4, 4]] < from(left); fc(_, 10) >
    pub struct OneInParens: ([3, 8, 8]) < fc(_, 10) >
    pub struct NoShape: (left: _, right: [3, 8, 8]) < from(left); relu >
    pub struct NoName: (left: [3, 8, 8], [3, 4, 4]) < from(left); relu >
    pub struct Twice: (left: [3, 8, 8], left: [3, 8, 8]) < from(left); relu >
    pub struct OutputTwice: [3, 8, 8] -> (a: _, a: _) < a: relu >
    pub struct FromNothing: (x: [3, 8, 8]) < relu; from; tanh >
    pub struct FromEmpty: (x: [3, 8, 8]) < relu; from(); tanh >
    pub struct FromFlow: (x: [3, 8, 8]) < relu; from(_); tanh >
    pub struct FromTwo: (x: [3, 8, 8], y: [3, 8, 8]) < from(x, y); tanh >
    block from(x) { relu }
}

cnn! {
    struct Inner: [3, 8, 8] < a: conv(3, 4, 3); conv(4, 8, 3) >
    struct Dotted: [3, 8, 8] -> (inner.a: _, end: _) < inner: Inner; end: relu >
    struct Frozen: [8] -> [8] < twice: fc(8, 8); relu; #[frozen] again(twice) >
}

fn main() {}
