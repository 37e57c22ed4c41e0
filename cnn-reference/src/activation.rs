//! Activations.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_PI};

use cnn_core::layers::{Activation, Glu, RRelu, Softmax};

use crate::state::LayerState;
use crate::tensor::Tensor;

/// The constants of `torch.nn.SELU`.
const SELU_ALPHA: f64 = 1.673_263_242_354_377_2;
const SELU_SCALE: f64 = 1.050_700_987_355_480_5;

/// `torch.nn.ReLU` and the other activations, value by value.
pub(crate) fn activation(layer: &Activation, x: &Tensor) -> Tensor {
    x.map(|value| of_value(layer, value))
}

/// The formula of the activation's page.
fn of_value(layer: &Activation, x: f64) -> f64 {
    match *layer {
        Activation::Relu => x.max(0.0),
        Activation::Relu6 => relu6(x),
        Activation::Elu { alpha } => elu(x, alpha),
        Activation::LeakyRelu { negative_slope } => leaky_relu(x, negative_slope),
        Activation::Selu => SELU_SCALE * elu(x, SELU_ALPHA),
        Activation::Gelu { tanh: false } => x * (1.0 + libm::erf(x * FRAC_1_SQRT_2)) / 2.0,
        Activation::Gelu { tanh: true } => {
            let inner = FRAC_2_PI.sqrt() * (x + 0.044715 * x.powi(3));
            0.5 * x * (1.0 + inner.tanh())
        }
        Activation::Silu => x * sigmoid(x),
        Activation::Mish => x * softplus(x, 1.0, 20.0).tanh(),
        Activation::Sigmoid => sigmoid(x),
        Activation::Tanh => x.tanh(),
        Activation::Hardswish => x * relu6(x + 3.0) / 6.0,
        Activation::Hardsigmoid => relu6(x + 3.0) / 6.0,
        Activation::Softplus { beta, threshold } => softplus(x, beta, threshold),
        Activation::Celu { alpha } => x.max(0.0) + (alpha * (x / alpha).exp_m1()).min(0.0),
        // −softplus(−x), which does not overflow.
        Activation::LogSigmoid => x.min(0.0) - (-x.abs()).exp().ln_1p(),
        Activation::Hardtanh { min_val, max_val } => x.clamp(min_val, max_val),
        Activation::Softshrink { lambd } => x - x.clamp(-lambd, lambd),
        Activation::Tanhshrink => x - x.tanh(),
        Activation::Softsign => x / (1.0 + x.abs()),
        Activation::Hardshrink { lambd } => {
            if x.abs() > lambd {
                x
            } else {
                0.0
            }
        }
        Activation::Scale { factor } => factor * x,
        Activation::Shift { offset } => x + offset,
        Activation::Pow { exponent } => x.powf(exponent),
        Activation::Sqrt => x.sqrt(),
        Activation::Exp => x.exp(),
        Activation::Log => x.ln(),
        Activation::Abs => x.abs(),
        Activation::Clamp { min, max } => {
            x.max(min.unwrap_or(f64::NEG_INFINITY)).min(max.unwrap_or(f64::INFINITY))
        }
        Activation::Threshold { threshold, value } => {
            if x <= threshold {
                value
            } else {
                x
            }
        }
    }
}

fn leaky_relu(x: f64, negative_slope: f64) -> f64 {
    x.max(0.0) + negative_slope * x.min(0.0)
}

fn relu6(x: f64) -> f64 {
    x.clamp(0.0, 6.0)
}

fn elu(x: f64, alpha: f64) -> f64 {
    if x > 0.0 { x } else { alpha * x.exp_m1() }
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn softplus(x: f64, beta: f64, threshold: f64) -> f64 {
    if beta * x > threshold { x } else { (beta * x).exp().ln_1p() / beta }
}

/// `torch.nn.Softmax` and `LogSoftmax`: `e^xᵢ / Σ e^xⱼ` along a dim, and its logarithm.
pub(crate) fn softmax(layer: &Softmax, x: &Tensor) -> Tensor {
    let dim = layer.dim + 1;
    Tensor::from_fn(x.sizes(), |index| {
        let along = |place| {
            let mut index = index.to_vec();
            index[dim] = place;
            x.at(&index)
        };
        // Subtracting it from all values does not change the result, and no power overflows.
        let most = (0..x.size(dim)).map(along).fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = (0..x.size(dim)).map(|place| (along(place) - most).exp()).sum();
        let value = x.at(index) - most;
        if layer.log { value - sum.ln() } else { value.exp() / sum }
    })
}

/// `torch.nn.GLU`: the first half along a dim, times the sigmoid of the second.
pub(crate) fn glu(layer: &Glu, x: &Tensor) -> Tensor {
    let dim = layer.dim + 1;
    let half = x.size(dim) / 2;
    let mut sizes = x.sizes().to_vec();
    sizes[dim] = half;
    Tensor::from_fn(&sizes, |index| {
        let mut second = index.to_vec();
        second[dim] += half;
        x.at(index) * sigmoid(x.at(&second))
    })
}

/// `torch.nn.RReLU` in eval mode: the slope is the mean of the two bounds.
pub(crate) fn rrelu(layer: &RRelu, x: &Tensor) -> Tensor {
    x.map(|value| leaky_relu(value, layer.mean_slope()))
}

/// `torch.nn.PReLU`: `max(0, x) + weight × min(0, x)`, with one weight or one for each channel.
pub(crate) fn prelu(x: &Tensor, state: LayerState<'_>) -> Tensor {
    let slopes = state.get("weight").values();
    Tensor::from_fn(x.sizes(), |index| {
        let slope = if slopes.len() == 1 { slopes[0] } else { slopes[index[1]] };
        x.at(index).max(0.0) + slope * x.at(index).min(0.0)
    })
}
