//! Helpers that the tests share.
#![allow(dead_code, reason = "each test uses some of it")]

use std::path::PathBuf;

use burn::module::{Module, ModuleVisitor, Param};
use burn::tensor::{Device, Gradients, Tensor, TensorData};

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

/// The tensors of a module by name, and whether each has a gradient.
#[derive(Default)]
pub struct Tensors<'a> {
    gradients: Option<&'a Gradients>,
    path: Vec<String>,
    found: Vec<(String, Vec<f64>, bool)>,
}

impl Tensors<'_> {
    /// All of them.
    pub fn of<M: Module>(module: &M) -> Vec<(String, Vec<f64>, bool)> {
        let mut tensors = Tensors::default();
        module.visit(&mut tensors);
        tensors.found
    }

    /// The same after a backward pass with these gradients.
    pub fn with<M: Module>(module: &M, gradients: &Gradients) -> Vec<(String, Vec<f64>, bool)> {
        let mut tensors = Tensors { gradients: Some(gradients), ..Tensors::default() };
        module.visit(&mut tensors);
        tensors.found
    }

    /// The values of the one with this name.
    pub fn get<M: Module>(module: &M, name: &str) -> Vec<f64> {
        let found = Tensors::of(module).into_iter().find(|(found, _, _)| found == name);
        found.unwrap_or_else(|| panic!("no {name}")).1
    }
}

impl ModuleVisitor for Tensors<'_> {
    fn enter_module(&mut self, name: &str, _: &str) {
        self.path.push(name.to_string());
    }

    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let tensor = param.val();
        let gradient = self.gradients.is_some_and(|gradients| tensor.grad(gradients).is_some());
        self.found.push((self.path.join("."), values(&tensor), gradient));
    }
}
