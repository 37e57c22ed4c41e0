//! Activations.

use std::f64::consts::{FRAC_2_PI, SQRT_2};

use cnn_core::DType;
use cnn_core::layers::{Activation, Dropout, Drops, Glu, Identity, PRelu, RRelu, Softmax};

use super::Unary;
use crate::write::{Site, Value, float, int};

/// The constants of `torch.nn.SELU`.
const SELU_ALPHA: f64 = 1.673_263_242_354_377_2;
const SELU_GAMMA: f64 = 1.050_700_987_355_480_5;

/// Beyond this, in a softplus, the line is nearer than the last digit of an f32.
const SOFTPLUS_IS_A_LINE: f64 = 20.0;

impl Unary for Activation {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        match *self {
            Activation::Relu => site.op("Relu", &[x], []),
            Activation::Relu6 => clip(x, Some(0.0), Some(6.0), site),
            Activation::Elu { alpha } => site.op("Elu", &[x], [float("alpha", alpha)]),
            Activation::LeakyRelu { negative_slope } => leaky_relu(x, negative_slope, site),
            Activation::Selu => {
                let attributes = [float("alpha", SELU_ALPHA), float("gamma", SELU_GAMMA)];
                site.op("Selu", &[x], attributes)
            }
            Activation::Gelu { tanh: false } => {
                let scaled = site.with("Div", x, SQRT_2);
                let erf = site.op("Erf", &[&scaled], []);
                half_of_one_and(&erf, x, site)
            }
            Activation::Gelu { tanh: true } => {
                let cube = site.with("Pow", x, 3.0);
                let cube = site.with("Mul", &cube, 0.044715);
                let inner = site.op("Add", &[x, &cube], []);
                let inner = site.with("Mul", &inner, FRAC_2_PI.sqrt());
                let tanh = site.op("Tanh", &[&inner], []);
                half_of_one_and(&tanh, x, site)
            }
            Activation::Silu => {
                let sigmoid = site.op("Sigmoid", &[x], []);
                site.op("Mul", &[x, &sigmoid], [])
            }
            Activation::Mish => {
                let softplus = site.op("Softplus", &[x], []);
                let tanh = site.op("Tanh", &[&softplus], []);
                site.op("Mul", &[x, &tanh], [])
            }
            Activation::Sigmoid => site.op("Sigmoid", &[x], []),
            Activation::Tanh => site.op("Tanh", &[x], []),
            Activation::Hardswish => site.op("HardSwish", &[x], []),
            Activation::Hardsigmoid => {
                let attributes = [float("alpha", 1.0 / 6.0), float("beta", 0.5)];
                site.op("HardSigmoid", &[x], attributes)
            }
            Activation::Softplus { beta, threshold } => softplus(x, beta, threshold, site),
            // ONNX has it for f32 only, and not for a negative alpha.
            Activation::Celu { alpha } if site.is(DType::F32) && alpha > 0.0 => {
                site.op("Celu", &[x], [float("alpha", alpha)])
            }
            Activation::Celu { alpha } => {
                let power = site.with("Div", x, alpha);
                let power = site.op("Exp", &[&power], []);
                let below = site.with("Sub", &power, 1.0);
                let below = site.with("Mul", &below, alpha);
                let below = site.with("Min", &below, 0.0);
                let above = site.op("Relu", &[x], []);
                site.op("Add", &[&above, &below], [])
            }
            Activation::LogSigmoid => {
                let negative = site.op("Neg", &[x], []);
                let softplus = site.op("Softplus", &[&negative], []);
                site.op("Neg", &[&softplus], [])
            }
            Activation::Hardtanh { min_val, max_val } => {
                clip(x, Some(min_val), Some(max_val), site)
            }
            Activation::Softshrink { lambd } => shrink(x, lambd, lambd, site),
            Activation::Tanhshrink => {
                let tanh = site.op("Tanh", &[x], []);
                site.op("Sub", &[x, &tanh], [])
            }
            Activation::Softsign => site.op("Softsign", &[x], []),
            Activation::Hardshrink { lambd } => shrink(x, lambd, 0.0, site),
            Activation::Scale { factor } => site.with("Mul", x, factor),
            Activation::Shift { offset } => site.with("Add", x, offset),
            Activation::Pow { exponent } => site.with("Pow", x, exponent),
            Activation::Sqrt => site.op("Sqrt", &[x], []),
            Activation::Exp => site.op("Exp", &[x], []),
            Activation::Log => site.op("Log", &[x], []),
            Activation::Abs => site.op("Abs", &[x], []),
            Activation::Clamp { min, max } => clip(x, min, max, site),
            Activation::Threshold { threshold, value } => {
                let exceeds = site.with("Greater", x, threshold);
                let value = site.scalar(value);
                site.op("Where", &[&exceeds, x, &value], [])
            }
        }
    }
}

/// `x × (1 + y) / 2`
fn half_of_one_and(y: &Value, x: &Value, site: &mut Site<'_>) -> Value {
    let one_and = site.with("Add", y, 1.0);
    let product = site.op("Mul", &[x, &one_and], []);
    site.with("Mul", &product, 0.5)
}

/// `x` between two bounds, each of which may be missing.
pub(super) fn clip(x: &Value, min: Option<f64>, max: Option<f64>, site: &mut Site<'_>) -> Value {
    let [min, max] = [min, max].map(|bound| bound.map(|bound| site.scalar(bound)));
    let missing = Value::from("");
    match (&min, &max) {
        (None, None) => x.clone(),
        (Some(min), None) => site.op("Clip", &[x, min], []),
        (min, Some(max)) => site.op("Clip", &[x, min.as_ref().unwrap_or(&missing), max], []),
    }
}

fn leaky_relu(x: &Value, slope: f64, site: &mut Site<'_>) -> Value {
    site.op("LeakyRelu", &[x], [float("alpha", slope)])
}

fn shrink(x: &Value, lambd: f64, bias: f64, site: &mut Site<'_>) -> Value {
    site.op("Shrink", &[x], [float("lambd", lambd), float("bias", bias)])
}

fn softplus(x: &Value, beta: f64, threshold: f64, site: &mut Site<'_>) -> Value {
    let scaled = if beta == 1.0 { x.clone() } else { site.with("Mul", x, beta) };
    let curve = site.op("Softplus", &[&scaled], []);
    let curve = if beta == 1.0 { curve } else { site.with("Div", &curve, beta) };
    if threshold >= SOFTPLUS_IS_A_LINE {
        return curve;
    }
    let exceeds = site.with("Greater", &scaled, threshold);
    site.op("Where", &[&exceeds, x, &curve], [])
}

impl Unary for Softmax {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let op = if self.log { "LogSoftmax" } else { "Softmax" };
        site.op(op, &[x], [int("axis", self.dim as i64 + 1)])
    }
}

impl Unary for Glu {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let halves = site.split(x, self.dim as i64 + 1, 2);
        let gate = site.op("Sigmoid", &[&halves[1]], []);
        site.op("Mul", &[&halves[0], &gate], [])
    }
}

impl Unary for RRelu {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        leaky_relu(x, self.mean_slope(), site)
    }
}

impl Unary for PRelu {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let slopes = site.state("weight");
        let slopes = match self.num_parameters {
            1 => slopes,
            _ => super::linear::along_channels(&slopes, 0, site),
        };
        site.op("PRelu", &[x, &slopes], [])
    }
}

/// Nothing is dropped in eval mode; ONNX has an operation for the dropout of single values.
impl Unary for Dropout {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        if self.alpha || self.drops != Drops::Values {
            return x.clone();
        }
        let ratio = site.scalar(self.p);
        site.op("Dropout", &[x, &ratio], [])
    }
}

impl Unary for Identity {
    fn write(&self, x: &Value, _: &mut Site<'_>) -> Value {
        x.clone()
    }
}
