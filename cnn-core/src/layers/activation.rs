//! Functions applied to every value.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Float, params};
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

/// A line for each activation: the function; its keyword with its parameters; the variant with its
/// hyper-parameters, and how they are read; PyTorch's module, and a flag of it that we lack; what training
/// keeps; what else it is called.
macro_rules! activations {
    ($(
        $(#[$docs:meta])*
        $keyword:ident($($params:tt)*): $variant:ident
            $(|$call:ident| { $($(#[$field_docs:meta])* $field:ident: $type:ty = $read:expr),* $(,)? })?,
            $class:literal $(without $lacking:ident)?, $keeps:ident, $aliases:expr;
    )*) => {
        /// A function applied to every value.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[cfg_attr(feature = "serde", serde(tag = "function", rename_all = "snake_case"))]
        pub enum Activation {
            $($(#[$docs])* $variant $({ $($(#[$field_docs])* $field: $type),* })?,)*
        }

        $(
            pub(crate) mod $keyword {
                use super::*;

                params! { $($params)* }

                pub(crate) static KEYWORD: Keyword = Keyword {
                    signature: Signature::new(stringify!($keyword), PARAMS)
                        .lacks(&[$((PARAMS.len(), stringify!($lacking)))?])
                        .aliases(&$aliases),
                    family: Family::Activation,
                    // Each value is computed from the one at its place.
                    reuse: Reuse::Overwrite,
                };

                pub(crate) const fn read(_call: &mut Call<'_>) -> Activation {
                    $(let $call = _call;)?
                    Activation::$variant $({ $($field: $read),* })?
                }
            }
        )*

        impl Activation {
            pub(crate) const fn classes(&self) -> [&'static str; 3] {
                match self {
                    $(Activation::$variant { .. } => [$class; 3],)*
                }
            }

            /// Gradients are computed from what arrived, or where that is easier from what left.
            pub(crate) const fn keeps(&self) -> Keeps {
                match self {
                    $(Activation::$variant { .. } => Keeps::$keeps,)*
                }
            }
        }
    };
}

activations! {
    /// `max(0, x)`
    relu(): Relu, "ReLU" without inplace, OUTPUT, ["ReLU", "Relu"];

    /// `min(max(0, x), 6)`
    relu6(): Relu6, "ReLU6" without inplace, INPUTS, ["ReLU6", "Relu6"];

    /// `x`, or `alpha × (eˣ − 1)` below 0
    elu(alpha: Float = 1.0): Elu |call| {
        /// The factor below 0.
        alpha: f64 = call.float(PARAM.alpha),
    }, "ELU" without inplace, INPUTS, ["ELU", "Elu"];

    /// `x`, or `negative_slope × x` below 0
    leaky_relu(negative_slope: Float = 0.01): LeakyRelu |call| {
        /// The slope below 0.
        negative_slope: f64 = call.float(PARAM.negative_slope),
    }, "LeakyReLU" without inplace, INPUTS, ["LeakyReLU", "LeakyRelu", "leakyrelu", "lrelu"];

    /// The self-normalizing variant of [`Elu`](Activation::Elu), with its two fixed constants
    selu(): Selu, "SELU" without inplace, INPUTS, ["SELU", "Selu"];

    /// `x × Φ(x)`, Φ the normal distribution's cumulative function
    gelu(approximate: Word.words(&["none", "tanh"])): Gelu |call| {
        /// Whether Φ is approximated with a hyperbolic tangent.
        tanh: bool = call.word(PARAM.approximate) == 1,
    }, "GELU", INPUTS, ["GELU", "Gelu"];

    /// `x × sigmoid(x)`
    silu(): Silu, "SiLU" without inplace, INPUTS, ["SiLU", "Silu", "swish", "Swish"];

    /// `x × tanh(softplus(x))`
    mish(): Mish, "Mish" without inplace, INPUTS, ["Mish"];

    /// `1 / (1 + e⁻ˣ)`
    sigmoid(): Sigmoid, "Sigmoid", OUTPUT, ["Sigmoid", "logistic"];

    /// The hyperbolic tangent
    tanh(): Tanh, "Tanh", OUTPUT, ["Tanh"];

    /// `x × relu6(x + 3) / 6`
    hardswish(): Hardswish, "Hardswish" without inplace, INPUTS,
        ["Hardswish", "hard_swish", "HSwish", "hswish"];

    /// `relu6(x + 3) / 6`
    hardsigmoid(): Hardsigmoid, "Hardsigmoid" without inplace, INPUTS,
        ["Hardsigmoid", "hard_sigmoid", "HSigmoid", "hsigmoid"];

    /// `ln(1 + e^(beta × x)) / beta`, or `x` where `beta × x` exceeds the threshold
    softplus(beta: Float = 1.0, threshold: Float = 20.0): Softplus |call| {
        /// The steepness.
        beta: f64 = call.float(PARAM.beta),
        /// Where it continues as a line.
        threshold: f64 = call.float(PARAM.threshold),
    }, "Softplus", INPUTS, ["Softplus", "SoftPlus"];

    /// `max(0, x) + min(0, alpha × (e^(x / alpha) − 1))`
    celu(alpha: Float = 1.0): Celu |call| {
        /// How far down it goes, and how slowly.
        alpha: f64 = call.nonzero(PARAM.alpha),
    }, "CELU" without inplace, INPUTS, ["CELU", "Celu"];

    /// `ln(sigmoid(x))`
    logsigmoid(): LogSigmoid, "LogSigmoid", INPUTS_AND_VALUES, ["LogSigmoid", "log_sigmoid"];

    /// `min(max(min_val, x), max_val)`
    hardtanh(min_val: Float = (-1.0), max_val: Float = 1.0): Hardtanh |call| {
        /// The least value that leaves.
        min_val: f64 = call.float(PARAM.min_val),
        /// The largest value that leaves.
        max_val: f64 = call.above(PARAM.max_val, PARAM.min_val, false),
    }, "Hardtanh" without inplace, INPUTS, ["Hardtanh", "HardTanh", "hard_tanh"];

    /// `x` less `lambd` towards 0, and 0 where `|x| ≤ lambd`
    softshrink(lambd: Float = 0.5): Softshrink |call| {
        /// By how much values shrink.
        lambd: f64 = call.at_least_zero(PARAM.lambd),
    }, "Softshrink", INPUTS, ["Softshrink", "SoftShrink", "soft_shrink"];

    /// `x − tanh(x)`
    tanhshrink(): Tanhshrink, "Tanhshrink", VALUES, ["Tanhshrink", "TanhShrink", "tanh_shrink"];

    /// `x / (1 + |x|)`
    softsign(): Softsign, "Softsign", INPUTS_AND_VALUES, ["Softsign", "SoftSign", "soft_sign"];

    /// `x` where it exceeds the threshold, otherwise `value`
    threshold(threshold: Float, value: Float): Threshold |call| {
        /// Where it begins to pass values on.
        threshold: f64 = call.float(PARAM.threshold),
        /// The output below that.
        value: f64 = call.float(PARAM.value),
    }, "Threshold" without inplace, INPUTS, ["Threshold"];

    /// `x` where `|x| > lambd`, otherwise 0
    hardshrink(lambd: Float = 0.5): Hardshrink |call| {
        /// How large a value must be.
        lambd: f64 = call.at_least_zero(PARAM.lambd),
    }, "Hardshrink", INPUTS, ["Hardshrink", "HardShrink", "hard_shrink", "Shrink"];

    /// `factor × x`
    scale(factor: Float): Scale |call| {
        /// The factor.
        factor: f64 = call.float(PARAM.factor),
    }, "Scale", NOTHING, [];

    /// `x + offset`
    shift(offset: Float): Shift |call| {
        /// The offset.
        offset: f64 = call.float(PARAM.offset),
    }, "Shift", NOTHING, [];

    /// `x` to the power of the exponent
    pow(exponent: Float): Pow |call| {
        /// The exponent.
        exponent: f64 = call.float(PARAM.exponent),
    }, "Pow", INPUTS, ["Pow", "power"];

    /// `√x`
    sqrt(): Sqrt, "Sqrt", OUTPUT, ["Sqrt"];

    /// `eˣ`
    exp(): Exp, "Exp", OUTPUT, ["Exp", "exponential"];

    /// `ln(x)`
    log(): Log, "Log", INPUTS, ["Log"];

    /// `|x|`
    abs(): Abs, "Abs", INPUTS, ["Abs", "absolute"];

    /// `min(max(min, x), max)`, where either may be missing
    clamp(min: Float = none, max: Float = none): Clamp |call| {
        /// The least value that leaves.
        min: Option<f64> = call.float_if_written(PARAM.min),
        /// The largest value that leaves.
        max: Option<f64> = at_least(call, PARAM.max, PARAM.min),
    }, "Clamp", INPUTS, ["Clip", "clip", "clip_by_value"];
}

impl Activation {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One operation per value, however the function is computed.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 1)
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}

/// The upper bound of `clamp`, if there is one. One of both bounds is needed.
const fn at_least(call: &mut Call<'_>, max: Float, min: Float) -> Option<f64> {
    let (largest, least) = (call.float_if_written(max), call.float_if_written(min));
    if let (Some(_), Some(_)) = (largest, least) {
        call.above(max, min, true);
    }
    if largest.is_none() && least.is_none() {
        call.fail(At::Layer, Problem::OneOf { first: min.0, second: max.0, both: false });
    }
    largest
}
