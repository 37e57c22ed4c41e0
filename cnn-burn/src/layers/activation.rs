//! Activations, value by value and along a dim.

use burn::tensor::activation as burn_activation;
use burn::tensor::{Distribution, Tensor};
use cnn_core::layers::{Activation, Glu, PRelu, RRelu, Softmax};

use crate::layer::{Initial, Site, Stateful, Stateless};
use crate::state::LayerState;
use crate::tensor::power;
use crate::value::{Value, keep_rank};

/// The constants of the paper that introduces SELU.
const SELU_ALPHA: f64 = 1.673_263_242_354_377_2;
const SELU_SCALE: f64 = 1.050_700_987_355_480_5;

impl Stateless for Activation {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        keep_rank!(x, x => apply(*self, x))
    }
}

fn apply<const D: usize>(activation: Activation, x: Tensor<D>) -> Tensor<D> {
    match activation {
        Activation::Relu => burn_activation::relu(x),
        Activation::Relu6 => burn_activation::relu6(x),
        Activation::Elu { alpha } => elu(x, alpha, 1.0),
        Activation::LeakyRelu { negative_slope } => burn_activation::leaky_relu(x, negative_slope),
        Activation::Selu => elu(x, SELU_ALPHA, SELU_SCALE),
        Activation::Gelu { tanh: false } => burn_activation::gelu(x),
        Activation::Gelu { tanh: true } => burn_activation::gelu_approximate(x),
        Activation::Silu => burn_activation::silu(x),
        Activation::Mish => burn_activation::mish(x),
        Activation::Sigmoid => burn_activation::sigmoid(x),
        Activation::Tanh => burn_activation::tanh(x),
        Activation::Hardswish => x.clone() * hard_sigmoid(x),
        Activation::Hardsigmoid => hard_sigmoid(x),
        Activation::Softplus { beta, threshold } => {
            burn_activation::softplus_with_threshold(x, beta, threshold)
        }
        Activation::Celu { alpha } => celu(x, alpha),
        Activation::LogSigmoid => burn_activation::log_sigmoid(x),
        Activation::Hardtanh { min_val, max_val } => x.clamp(min_val, max_val),
        Activation::Softshrink { lambd } => x.clone() - x.clamp(-lambd, lambd),
        Activation::Tanhshrink => x.clone() - burn_activation::tanh(x),
        Activation::Softsign => x.clone() / x.abs().add_scalar(1.0),
        Activation::Hardshrink { lambd } => {
            let small = x.clone().abs().lower_equal_elem(lambd);
            x.mask_fill(small, 0.0)
        }
        Activation::Scale { factor } => x.mul_scalar(factor),
        Activation::Shift { offset } => x.add_scalar(offset),
        Activation::Pow { exponent } => power(x, exponent),
        Activation::Sqrt => x.sqrt(),
        Activation::Exp => x.exp(),
        Activation::Log => x.log(),
        Activation::Abs => x.abs(),
        Activation::Clamp { min, max } => {
            let x = min.map_or(x.clone(), |min| x.clamp_min(min));
            max.map_or(x.clone(), |max| x.clamp_max(max))
        }
        Activation::Threshold { threshold, value } => {
            let below = x.clone().lower_equal_elem(threshold);
            x.mask_fill(below, value)
        }
    }
}

/// `scale × x`, or `scale × alpha × (eˣ − 1)` below 0.
///
/// burn's own `elu` and `selu` compute `eˣ` for all values. Where it is infinite, their gradient is NaN.
fn elu<const D: usize>(x: Tensor<D>, alpha: f64, scale: f64) -> Tensor<D> {
    let below = x.clone().clamp_max(0.0).exp().sub_scalar(1.0).mul_scalar(alpha * scale);
    burn_activation::relu(x).mul_scalar(scale) + below
}

/// `x`, or `alpha × (e^(x / alpha) − 1)` below 0. burn's own function has the same gradient of NaN.
fn celu<const D: usize>(x: Tensor<D>, alpha: f64) -> Tensor<D> {
    let below = x.clone().clamp_max(0.0).div_scalar(alpha).exp().sub_scalar(1.0);
    burn_activation::relu(x) + below.mul_scalar(alpha)
}

/// `relu6(x + 3) / 6`. burn's own function computes in `f32` while it differentiates.
fn hard_sigmoid<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    burn_activation::relu6(x.add_scalar(3.0)).div_scalar(6.0)
}

impl Stateless for Softmax {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        let dim = self.dim + 1;
        keep_rank!(x, x => if self.log {
            burn_activation::log_softmax(x, dim)
        } else {
            burn_activation::softmax(x, dim)
        })
    }
}

impl Stateless for Glu {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        keep_rank!(x, x => burn_activation::glu(x, self.dim + 1))
    }
}

impl Stateless for RRelu {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        if site.training && self.lower < self.upper {
            return keep_rank!(x, x => random_leaky_relu(self, x));
        }
        keep_rank!(x, x => burn_activation::leaky_relu(x, self.mean_slope()))
    }

    fn has_training_mode(&self) -> bool {
        true
    }
}

fn random_leaky_relu<const D: usize>(rrelu: &RRelu, x: Tensor<D>) -> Tensor<D> {
    let slopes = Distribution::Uniform(rrelu.lower, rrelu.upper);
    let slopes = Tensor::random(x.dims(), slopes, (&x.device(), x.dtype()));
    burn_activation::relu(x.clone()) + x.clamp_max(0.0) * slopes
}

impl Stateful for PRelu {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        let slopes = state.row("weight").expect("a prelu has slopes");
        keep_rank!(x, x => burn_activation::prelu(x, slopes))
    }

    fn initial(&self, _: &str) -> Initial {
        Initial::Constant(0.25)
    }
}
