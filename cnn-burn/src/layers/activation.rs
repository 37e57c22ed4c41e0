//! Functions of single values, and along one dim.

use burn::tensor::Tensor;
use burn::tensor::activation as burn_activation;
use cnn::ops::{Activation, Glu, Softmax};

use crate::state::State;
use crate::value::{Value, keep_rank};

pub(crate) fn activation(activation: &Activation, x: Value) -> Value {
    keep_rank!(x, x => apply(*activation, x))
}

fn apply<const D: usize>(activation: Activation, x: Tensor<D>) -> Tensor<D> {
    match activation {
        Activation::Relu => burn_activation::relu(x),
        Activation::Relu6 => burn_activation::relu6(x),
        Activation::Elu { alpha } => elu(x, alpha, 1.0),
        Activation::LeakyRelu { negative_slope } => burn_activation::leaky_relu(x, negative_slope),
        // The two constants of the paper.
        Activation::Selu => elu(x, 1.673_263_242_354_377_2, 1.050_700_987_355_480_5),
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
    }
}

/// `scale × x`, or `scale × alpha × (eˣ − 1)` below 0.
///
/// burn's own `elu` and `selu` take the power of all values, and the gradient of those where it is
/// infinite is not a number.
fn elu<const D: usize>(x: Tensor<D>, alpha: f64, scale: f64) -> Tensor<D> {
    let below = x.clone().clamp_max(0.0).exp().sub_scalar(1.0).mul_scalar(alpha * scale);
    burn_activation::relu(x).mul_scalar(scale) + below
}

/// `relu6(x + 3) / 6`. burn's own computes in `f32` while it differentiates.
fn hard_sigmoid<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    burn_activation::relu6(x.add_scalar(3.0)).div_scalar(6.0)
}

pub(crate) fn softmax(softmax: &Softmax, x: Value) -> Value {
    let dim = softmax.dim + 1;
    keep_rank!(x, x => if softmax.log {
        burn_activation::log_softmax(x, dim)
    } else {
        burn_activation::softmax(x, dim)
    })
}

pub(crate) fn glu(glu: &Glu, x: Value) -> Value {
    keep_rank!(x, x => burn_activation::glu(x, glu.dim + 1))
}

pub(crate) fn prelu(state: &State, x: Value) -> Value {
    let Some(slopes) = state.row("weight") else { unreachable!("a prelu has slopes") };
    keep_rank!(x, x => burn_activation::prelu(x, slopes))
}
