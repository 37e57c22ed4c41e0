use cnn::cnn;

const UPPER: f64 = 0.1;

cnn! {
    struct Celu: [3, 8, 8] < celu(0.0); relu >
    struct Hardtanh: [3, 8, 8] < relu; hardtanh(1, -1) >
    struct Softshrink: [3, 8, 8] < softshrink(-0.5); softshrink(0.0) >
    struct RRelu: [3, 8, 8] < rrelu(0.5, 0.25); rrelu(lower = 0.5); rrelu(0.3, UPPER) >
    struct Threshold: [3, 8, 8] < threshold(0.1) >
    struct Elsewhere: [3, 8, 8] < LogSigmoid; ReLU6 >
}

fn main() {}
