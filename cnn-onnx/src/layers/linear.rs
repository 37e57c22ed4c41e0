//! Fully connected layers, and tensors with a value for each channel.

use cnn_core::layers::{LayerScale, Linear};

use super::Unary;
use super::weights::weights;
use crate::write::{Site, Value, int};

impl Unary for Linear {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let weight = weights(self.parametrization, (2, 0), site);
        let bias = site.state_if(self.bias, "bias");
        match (site.input.rank(), self.flatten) {
            (1, _) => gemm(x, &weight, bias.as_ref(), site),
            (_, true) => {
                let x = site.op("Flatten", &[x], [int("axis", 1)]);
                gemm(&x, &weight, bias.as_ref(), site)
            }
            _ => rows(x, &weight, bias.as_ref(), site),
        }
    }
}

/// `x Wᵀ + b` for a matrix `x`.
fn gemm(x: &Value, weight: &Value, bias: Option<&Value>, site: &mut Site<'_>) -> Value {
    let inputs = [Some(x), Some(weight), bias];
    let inputs: Vec<&Value> = inputs.into_iter().flatten().collect();
    site.op("Gemm", &inputs, [int("transB", 1)])
}

/// `x Wᵀ + b` along the last axis.
pub(super) fn rows(x: &Value, weight: &Value, bias: Option<&Value>, site: &mut Site<'_>) -> Value {
    let weight = site.transpose(weight, &[1, 0]);
    let product = site.op("MatMul", &[x, &weight], []);
    match bias {
        Some(bias) => site.op("Add", &[&product, bias], []),
        None => product,
    }
}

impl Unary for LayerScale {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let factors = site.state("");
        let behind = site.input.rank() - 1 - self.dim;
        // It is stored as it broadcasts, or has no axes behind the channels.
        let factors = match self.flat && behind > 0 {
            true => along_channels(&factors, self.dim, site),
            false => factors,
        };
        site.op("Mul", &[x, &factors], [])
    }
}

/// A tensor with one axis, with as many behind it as a sample of the input has behind this dim.
pub(super) fn along_channels(tensor: &Value, dim: usize, site: &mut Site<'_>) -> Value {
    let behind = site.input.rank() - 1 - dim;
    if behind == 0 {
        return tensor.clone();
    }
    let sizes = [&[-1], &vec![1; behind][..]].concat();
    site.reshape(tensor, &sizes)
}

/// `x × weight + bias`, each with a value for every channel.
pub(super) fn affine(x: &Value, dim: usize, site: &mut Site<'_>) -> Value {
    let [weight, bias] = ["weight", "bias"].map(|suffix| {
        let tensor = site.state(suffix);
        along_channels(&tensor, dim, site)
    });
    let scaled = site.op("Mul", &[x, &weight], []);
    site.op("Add", &[&scaled, &bias], [])
}
