//! What the tests share.
#![allow(dead_code, reason = "each test uses some of it")]

use std::path::PathBuf;

use burn::tensor::{Tensor, TensorData};
use cnn::cnn;

cnn! {
    /// The notebook's, as in `cnn_zoo`.
    pub struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >

    block basic(cin, cout, stride = 1) {
        residual {
            conv1: conv(cin, cout, 3, stride, padding = 1, bias = false); bn1: batchnorm; relu;
            conv2: conv(cout, cout, 3, padding = 1, bias = false); bn2: batchnorm;
        } shortcut {
            if stride > 1 || cin != cout {
                downsample: seq { conv(cin, cout, 1, stride, bias = false); batchnorm }
            }
        }
        relu;
    }

    /// Named as its definition in PyTorch.
    pub struct TinyResNet: [3, 16, 16] -> [10] <
        conv1: conv(3, 8, 3, padding = 1, bias = false); bn1: batchnorm; relu;
        maxpool: maxpool(3, 2, padding = 1);
        layer1: seq { basic(8, 16, 2); basic(16, 16) }
        avgpool: adaptive_avgpool(1);
        fc: fc(16, 10);
    >
}

/// A file of `tests/weights`.
pub fn weights(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/weights").join(file)
}

/// A path for a file of this test, in a directory that cargo cleans.
pub fn scratch(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(file)
}

/// All values of a tensor, in its order.
pub fn values<const D: usize>(tensor: &Tensor<D>) -> Vec<f64> {
    numbers(&tensor.to_data())
}

/// All values, in their order.
pub fn numbers(data: &TensorData) -> Vec<f64> {
    data.iter::<f64>().collect()
}

/// Values that look random, between −1 and 1, and are the same in each run: a Weyl sequence.
pub fn noise(count: usize, seed: usize) -> Vec<f64> {
    let step = |i: usize| ((i + 1) * (2 * seed + 1)) as f64 * 0.754_877_666_246_692_7;
    (0..count).map(|i| 2.0 * step(i).fract() - 1.0).collect()
}

/// Asserts that values are equal up to `within`.
#[track_caller]
pub fn assert_close(found: &[f64], expected: &[f64], within: f64, what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert!((found - expected).abs() <= within, "{what}: {found} for {expected} at {i}");
    }
}
