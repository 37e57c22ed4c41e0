//! Activations, value by value and along a dim.

use candle_core::{Result, Tensor};
use candle_nn::ops;
use cnn_core::layers::{Activation, Glu, PRelu, RRelu, Softmax};

use crate::layer::{Site, Unary};
use crate::tensor::{per_channel, power};

/// The constants of the paper that introduces SELU.
const SELU_ALPHA: f64 = 1.673_263_242_354_377_2;
const SELU_SCALE: f64 = 1.050_700_987_355_480_5;

impl Unary for Activation {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        match *self {
            Activation::Relu => x.relu(),
            Activation::Relu6 => x.clamp(0.0, 6.0),
            Activation::Elu { alpha } => x.elu(alpha),
            Activation::LeakyRelu { negative_slope } => leaky_relu(x, negative_slope),
            Activation::Selu => x.elu(SELU_ALPHA)? * SELU_SCALE,
            Activation::Gelu { tanh: false } => x.gelu_erf(),
            Activation::Gelu { tanh: true } => x.gelu(),
            Activation::Silu => x.silu(),
            Activation::Mish => x * softplus(x, 1.0, 20.0)?.tanh()?,
            Activation::Sigmoid => ops::sigmoid(x),
            Activation::Tanh => x.tanh(),
            Activation::Hardswish => x * hard_sigmoid(x)?,
            Activation::Hardsigmoid => hard_sigmoid(x),
            Activation::Softplus { beta, threshold } => softplus(x, beta, threshold),
            Activation::Celu { alpha } => {
                let below = ((x.minimum(0.0)? / alpha)?.exp()? - 1.0)?;
                x.relu()? + (below * alpha)?
            }
            Activation::LogSigmoid => x.minimum(0.0)? - ln_1p(&x.abs()?.neg()?.exp()?)?,
            Activation::Hardtanh { min_val, max_val } => x.clamp(min_val, max_val),
            Activation::Softshrink { lambd } => x - x.clamp(-lambd, lambd)?,
            Activation::Tanhshrink => x - x.tanh()?,
            Activation::Softsign => x / (x.abs()? + 1.0)?,
            Activation::Hardshrink { lambd } => x * x.abs()?.gt(lambd)?.to_dtype(x.dtype())?,
            Activation::Scale { factor } => x * factor,
            Activation::Shift { offset } => x + offset,
            Activation::Pow { exponent } => power(x, exponent),
            Activation::Sqrt => x.sqrt(),
            Activation::Exp => x.exp(),
            Activation::Log => x.log(),
            Activation::Abs => x.abs(),
            Activation::Clamp { min, max } => {
                let x = min.map_or(Ok(x.clone()), |min| x.maximum(min))?;
                max.map_or(Ok(x.clone()), |max| x.minimum(max))
            }
            Activation::Threshold { threshold, value } => {
                let value = Tensor::new(value, x.device())?.to_dtype(x.dtype())?;
                x.le(threshold)?.where_cond(&value.broadcast_as(x.shape())?, x)
            }
        }
    }
}

/// `x`, or a slope times `x` below 0.
fn leaky_relu(x: &Tensor, negative_slope: f64) -> Result<Tensor> {
    x.relu()? + (x.minimum(0.0)? * negative_slope)?
}

/// `relu6(x + 3) / 6`
fn hard_sigmoid(x: &Tensor) -> Result<Tensor> {
    (x + 3.0)?.clamp(0.0, 6.0)? / 6.0
}

/// `ln(1 + e^(βx)) / β`, and `x` where `βx` exceeds the threshold. The exponent is never positive, so that
/// the power is finite.
fn softplus(x: &Tensor, beta: f64, threshold: f64) -> Result<Tensor> {
    let scaled = (x * beta)?;
    let power = scaled.abs()?.neg()?.exp()?;
    let curve = ((scaled.relu()? + ln_1p(&power)?)? / beta)?;
    scaled.gt(threshold)?.where_cond(x, &curve)
}

/// `ln(1 + x)`, exact also for an `x` of which the sum loses digits: the logarithm is multiplied with `x`
/// over what is left of it in the sum.
fn ln_1p(x: &Tensor) -> Result<Tensor> {
    let sum = (x + 1.0)?;
    let left = (&sum - 1.0)?;
    left.eq(0.0)?.where_cond(x, &((sum.log()? * x)? / &left)?)
}

impl Unary for Softmax {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let dim = self.dim + 1;
        if self.log { ops::log_softmax(x, dim) } else { ops::softmax(x, dim) }
    }
}

impl Unary for Glu {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let dim = self.dim + 1;
        let half = x.dim(dim)? / 2;
        x.narrow(dim, 0, half)? * ops::sigmoid(&x.narrow(dim, half, half)?)?
    }
}

impl Unary for RRelu {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        leaky_relu(x, self.mean_slope())
    }
}

/// It has one slope, or one for each channel.
impl Unary for PRelu {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let slopes = per_channel(site.state.weight(), x)?;
        let below = x.minimum(0.0)?.broadcast_mul(&slopes)?;
        x.relu()? + below
    }
}
