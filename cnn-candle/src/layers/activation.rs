//! Functions of single values, and along one dim.

use candle_core::{Result, Tensor};
use candle_nn::ops;
use cnn::ops::{Activation, Glu, Softmax};

use super::per_channel;
use crate::state::State;

pub(crate) fn activation(activation: Activation, x: &Tensor) -> Result<Tensor> {
    match activation {
        Activation::Relu => x.relu(),
        Activation::Relu6 => x.clamp(0.0, 6.0),
        Activation::Elu { alpha } => x.elu(alpha),
        Activation::LeakyRelu { negative_slope } => x.relu()? + (x.minimum(0.0)? * negative_slope)?,
        // The two constants of the paper.
        Activation::Selu => x.elu(1.673_263_242_354_377_2)? * 1.050_700_987_355_480_5,
        Activation::Gelu { tanh: false } => x.gelu_erf(),
        Activation::Gelu { tanh: true } => x.gelu(),
        Activation::Silu => x.silu(),
        Activation::Mish => x * softplus(x, 1.0, 20.0)?.tanh()?,
        Activation::Sigmoid => ops::sigmoid(x),
        Activation::Tanh => x.tanh(),
        Activation::Hardswish => x * hard_sigmoid(x)?,
        Activation::Hardsigmoid => hard_sigmoid(x),
        Activation::Softplus { beta, threshold } => softplus(x, beta, threshold),
    }
}

/// `relu6(x + 3) / 6`
fn hard_sigmoid(x: &Tensor) -> Result<Tensor> {
    (x + 3.0)?.clamp(0.0, 6.0)? / 6.0
}

/// `ln(1 + e^(βx)) / β`, and `x` where `βx` exceeds the threshold. The power is of what is not above
/// 0, so that it is never infinite.
fn softplus(x: &Tensor, beta: f64, threshold: f64) -> Result<Tensor> {
    let scaled = (x * beta)?;
    let power = scaled.abs()?.neg()?.exp()?;
    let curve = ((scaled.relu()? + ln_1p(&power)?)? / beta)?;
    scaled.gt(threshold)?.where_cond(x, &curve)
}

/// `ln(1 + x)` with the digits of an `x` that the sum rounds away: times `x` over what is left of it.
fn ln_1p(x: &Tensor) -> Result<Tensor> {
    let sum = (x + 1.0)?;
    let left = (&sum - 1.0)?;
    left.eq(0.0)?.where_cond(x, &((sum.log()? * x)? / &left)?)
}

pub(crate) fn softmax(softmax: &Softmax, x: &Tensor) -> Result<Tensor> {
    let dim = softmax.dim + 1;
    if softmax.log { ops::log_softmax(x, dim) } else { ops::softmax(x, dim) }
}

pub(crate) fn glu(glu: &Glu, x: &Tensor) -> Result<Tensor> {
    let dim = glu.dim + 1;
    let half = x.dim(dim)? / 2;
    x.narrow(dim, 0, half)? * ops::sigmoid(&x.narrow(dim, half, half)?)?
}

/// With one slope or one for each channel.
pub(crate) fn prelu(state: &State, x: &Tensor) -> Result<Tensor> {
    let below = x.minimum(0.0)?.broadcast_mul(&per_channel(state.weight(), x)?)?;
    x.relu()? + below
}
