//! Helpers that the tests share.
#![allow(dead_code, reason = "each test uses some of it")]

use std::path::PathBuf;

use burn::tensor::{Device, Tensor, TensorData};

/// A path for a file of this test, in a directory that `cargo clean` removes.
pub fn scratch(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(file)
}

/// All values of a tensor, in its order.
pub fn values<const D: usize>(tensor: &Tensor<D>) -> Vec<f64> {
    numbers(&tensor.to_data())
}

/// A tensor of the reference as one of burn, on a device.
pub fn tensor<const D: usize>(values: &cnn_reference::Tensor, device: &Device) -> Tensor<D> {
    let data = TensorData::new(values.values().to_vec(), values.sizes().to_vec());
    Tensor::from_data(data, device)
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
