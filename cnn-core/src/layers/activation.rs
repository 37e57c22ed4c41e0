//! Activations, applied to every value or along one dim.

use crate::call::Call;
use crate::error::{At, Problem};
use crate::kind::Kind;
use crate::op::Tensor;
use crate::signature::{Param, Signature};
use crate::{Arg, Count, Shape};

pub(crate) mod signature {
    use super::*;

    pub(crate) const RELU: Signature = Signature::new("relu", &[]).aliases(&["ReLU", "Relu"]);
    pub(crate) const RELU6: Signature = Signature::new("relu6", &[]).aliases(&["ReLU6", "Relu6"]);
    pub(crate) const ELU: Signature =
        Signature::new("elu", &[Param::float("alpha", 1.0)]).aliases(&["ELU", "Elu"]);
    pub(crate) const LEAKY_RELU: Signature =
        Signature::new("leaky_relu", &[Param::float("negative_slope", 0.01)]).aliases(&[
            "LeakyReLU",
            "LeakyRelu",
            "leakyrelu",
            "lrelu",
        ]);
    pub(crate) const SELU: Signature = Signature::new("selu", &[]).aliases(&["SELU", "Selu"]);
    pub(crate) const GELU: Signature =
        Signature::new("gelu", &[Param::word("approximate", &["none", "tanh"])])
            .aliases(&["GELU", "Gelu"]);
    pub(crate) const SILU: Signature =
        Signature::new("silu", &[]).aliases(&["SiLU", "Silu", "swish", "Swish"]);
    pub(crate) const MISH: Signature = Signature::new("mish", &[]).aliases(&["Mish"]);
    pub(crate) const SIGMOID: Signature =
        Signature::new("sigmoid", &[]).aliases(&["Sigmoid", "logistic"]);
    pub(crate) const TANH: Signature = Signature::new("tanh", &[]).aliases(&["Tanh"]);
    pub(crate) const HARDSWISH: Signature =
        Signature::new("hardswish", &[]).aliases(&["Hardswish", "hard_swish", "HSwish", "hswish"]);
    pub(crate) const HARDSIGMOID: Signature = Signature::new("hardsigmoid", &[]).aliases(&[
        "Hardsigmoid",
        "hard_sigmoid",
        "HSigmoid",
        "hsigmoid",
    ]);
    pub(crate) const SOFTPLUS: Signature =
        Signature::new("softplus", &[Param::float("beta", 1.0), Param::float("threshold", 20.0)])
            .aliases(&["Softplus", "SoftPlus"]);
    pub(crate) const SOFTMAX: Signature = Signature::new("softmax", &[Param::signed("dim")])
        .aliases(&["Softmax", "SoftMax", "Softmax2d"]);
    pub(crate) const LOG_SOFTMAX: Signature =
        Signature::new("log_softmax", &[Param::signed("dim")]).aliases(&[
            "LogSoftmax",
            "LogSoftMax",
            "logsoftmax",
        ]);
    pub(crate) const GLU: Signature =
        Signature::new("glu", &[Param::signed("dim").or_signed(-1)]).aliases(&["GLU", "Glu"]);
    pub(crate) const PRELU: Signature =
        Signature::new("prelu", &[Param::size("num_parameters").or_size(1).inferable()])
            .aliases(&["PReLU", "PRelu", "Prelu"]);
}

/// A function applied to every value.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "function", rename_all = "snake_case"))]
pub enum Activation {
    /// `max(0, x)`
    Relu,
    /// `min(max(0, x), 6)`
    Relu6,
    /// `x`, or `alpha × (eˣ − 1)` below 0
    Elu {
        /// The factor below 0.
        alpha: f64,
    },
    /// `x`, or `negative_slope × x` below 0
    LeakyRelu {
        /// The slope below 0.
        negative_slope: f64,
    },
    /// The self-normalising variant of [`Elu`](Activation::Elu), with its two fixed constants
    Selu,
    /// `x × Φ(x)`, Φ the normal distribution's cumulative function
    Gelu {
        /// Whether Φ is approximated with a hyperbolic tangent.
        tanh: bool,
    },
    /// `x × sigmoid(x)`
    Silu,
    /// `x × tanh(softplus(x))`
    Mish,
    /// `1 / (1 + e⁻ˣ)`
    Sigmoid,
    /// The hyperbolic tangent
    Tanh,
    /// `x × relu6(x + 3) / 6`
    Hardswish,
    /// `relu6(x + 3) / 6`
    Hardsigmoid,
    /// `ln(1 + e^(beta × x)) / beta`, or `x` where `beta × x` exceeds the threshold
    Softplus {
        /// The steepness.
        beta: f64,
        /// Where it continues as a line.
        threshold: f64,
    },
}

impl Activation {
    pub(crate) const fn read(call: &mut Call<'_>) -> Activation {
        match call.kind {
            Kind::Relu6 => Activation::Relu6,
            Kind::Elu => Activation::Elu { alpha: call.float(0) },
            Kind::LeakyRelu => Activation::LeakyRelu { negative_slope: call.float(0) },
            Kind::Selu => Activation::Selu,
            Kind::Gelu => Activation::Gelu { tanh: matches!(call.word(0), Some(1)) },
            Kind::Silu => Activation::Silu,
            Kind::Mish => Activation::Mish,
            Kind::Sigmoid => Activation::Sigmoid,
            Kind::Tanh => Activation::Tanh,
            Kind::Hardswish => Activation::Hardswish,
            Kind::Hardsigmoid => Activation::Hardsigmoid,
            Kind::Softplus => {
                Activation::Softplus { beta: call.float(0), threshold: call.float(1) }
            }
            _ => Activation::Relu,
        }
    }

    /// One operation per value, however the function is computed.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output)
    }

    /// The name of PyTorch's module.
    pub(crate) const fn class(&self) -> &'static str {
        match self {
            Activation::Relu => "ReLU",
            Activation::Relu6 => "ReLU6",
            Activation::Elu { .. } => "ELU",
            Activation::LeakyRelu { .. } => "LeakyReLU",
            Activation::Selu => "SELU",
            Activation::Gelu { .. } => "GELU",
            Activation::Silu => "SiLU",
            Activation::Mish => "Mish",
            Activation::Sigmoid => "Sigmoid",
            Activation::Tanh => "Tanh",
            Activation::Hardswish => "Hardswish",
            Activation::Hardsigmoid => "Hardsigmoid",
            Activation::Softplus { .. } => "Softplus",
        }
    }
}

/// `e^xᵢ / Σ e^xⱼ` along one dim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Softmax {
    /// The dim, an index into the shape without the batch axis.
    pub dim: usize,
    /// Whether the logarithm is taken.
    pub log: bool,
}

impl Softmax {
    pub(crate) const fn read(call: &mut Call<'_>) -> Softmax {
        let log = matches!(call.kind, Kind::LogSoftmax);
        match call.dim(0) {
            Some(dim) => Softmax { dim, log },
            None => Softmax { dim: 0, log },
        }
    }

    /// A power, its sum and a quotient (or a difference) per value.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times(3)
    }
}

/// The first half along one dim, times the sigmoid of the second half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Glu {
    /// The dim that is halved, an index into the shape without the batch axis.
    pub dim: usize,
}

impl Glu {
    pub(crate) const fn read(call: &mut Call<'_>) -> Glu {
        let Some(dim) = call.dim(0) else { return Glu { dim: 0 } };
        let size = call.input.size(dim);
        if !size.is_multiple_of(2) {
            call.fail(At::Layer, Problem::Indivisible { dim, size, by: 2 });
        }
        Glu { dim }
    }

    /// The input with one size halved.
    pub(crate) const fn output(&self, call: &Call<'_>) -> Shape {
        if !call.errors.is_empty() {
            return Shape::LOST;
        }
        call.input.with(self.dim, call.input.size(self.dim) / 2)
    }

    /// A sigmoid and a multiplication per value of the output.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times(2)
    }
}

/// `max(0, x)`, with a learned slope below 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PRelu {
    /// The learned slopes: one, or one for each channel.
    pub num_parameters: usize,
}

impl PRelu {
    pub(crate) const fn read(call: &mut Call<'_>) -> PRelu {
        let channels = call.input.size(0);
        let Arg::Size(slopes) = call.arg(0) else {
            return PRelu { num_parameters: channels };
        };
        if slopes == 0 || (slopes != 1 && channels != 0 && slopes != channels) {
            let fix = if channels > 0 { Some(channels) } else { None };
            call.fail_with_fix(At::Param(0), Problem::Slopes { slopes, channels }, fix);
        }
        PRelu { num_parameters: slopes }
    }

    /// `weight`, `[num_parameters]`.
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        match index {
            0 => Some(Tensor::parameter("weight", Shape::one(self.num_parameters))),
            _ => None,
        }
    }

    /// One operation per value.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output)
    }
}
