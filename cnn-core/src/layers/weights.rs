//! Weights that are stored in another form than they are used.

use crate::error::Problem;
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::{Flag, Float};
use crate::shape::{Shape, Tensor, Tensors};

/// Weight standardization: each kernel with a mean of 0 and a variance of 1.
///
/// ```text
/// w = (v − mean(v)) / √(var(v) + eps)
/// ```
///
/// for the stored weights v of each output channel, var their mean square distance from the mean. This is timm's
/// `StdConv2d`. With a `gain` it is `ScaledStdConv2d`, which multiplies by `gain × gamma / √(weights of a kernel)`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct WeightStandardization {
    /// Added to the variance for stability.
    pub eps: f64,
    /// Whether each kernel has a learned factor.
    pub gain: bool,
    /// A factor of the gain, which makes up for the variance that the activation before removes.
    pub gamma: f64,
}

/// Weight normalization: the length of each kernel, g, is stored apart from its direction, v.
///
/// ```text
/// w = g × v / ‖v‖
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum WeightNorm {
    /// `torch.nn.utils.parametrizations.weight_norm`, which stores `parametrizations.weight.original0` and
    /// `original1`.
    Parametrized,
    /// `torch.nn.utils.weight_norm`, which stores `weight_g` and `weight_v`.
    Legacy,
}

impl WeightNorm {
    /// What the parameter takes beside `true` and `false`.
    pub(super) const WORDS: &[&str] = &["legacy"];

    pub(super) const fn read(call: &mut Call<'_>, param: Flag) -> Option<WeightNorm> {
        if call.has_sizes_only() {
            return None;
        }
        match call.arg(param.0) {
            Arg::Flag(true) => Some(WeightNorm::Parametrized),
            Arg::Word(_) => Some(WeightNorm::Legacy),
            _ => None,
        }
    }

    /// The names of the lengths and the directions.
    pub const fn suffixes(self) -> [&'static str; 2] {
        match self {
            WeightNorm::Parametrized => {
                ["parametrizations.weight.original0", "parametrizations.weight.original1"]
            }
            WeightNorm::Legacy => ["weight_g", "weight_v"],
        }
    }
}

/// The parameters that say how weights are standardized.
pub(super) struct Standardizes {
    pub(super) weight_standardization: Flag,
    pub(super) eps: Float,
    pub(super) gain: Flag,
    pub(super) gamma: Float,
}

impl WeightStandardization {
    /// `weights` is how many a kernel has.
    pub(super) const fn read(
        call: &mut Call<'_>,
        params: &Standardizes,
        weights: &Shape,
    ) -> Option<WeightStandardization> {
        if call.has_sizes_only() {
            return None;
        }
        let (standardizes, gain) =
            (call.flag(params.weight_standardization), call.flag(params.gain));
        call.only_with(params.eps.0, params.weight_standardization);
        if gain && !standardizes {
            let needs = params.weight_standardization.0;
            call.fail(params.gain.at(), Problem::OnlyWith { needs });
        }
        call.only_with(params.gamma.0, params.gain);
        if !standardizes {
            return None;
        }
        if weights.elements() == 1 {
            call.fail(params.weight_standardization.at(), Problem::OneWeight);
        }
        Some(WeightStandardization {
            eps: call.at_least_zero(params.eps),
            gain,
            gamma: call.float(params.gamma),
        })
    }
}

/// The stored tensors: `weight` and `bias`, or with a weight norm, as PyTorch orders them, the `bias`, the lengths
/// and the directions.
pub(super) const fn tensors(
    weight: Shape,
    bias: Option<Shape>,
    norm: Option<WeightNorm>,
) -> Tensors {
    let Some(norm) = norm else { return Tensors::weight_and_bias(weight, bias) };
    let tensors = match bias {
        Some(bias) => Tensors::NONE.and(Tensor::parameter(Tensor::BIAS, bias)),
        None => Tensors::NONE,
    };
    let [lengths, directions] = norm.suffixes();
    tensors
        .and(Tensor::parameter(lengths, one_each(&weight)))
        .and(Tensor::parameter(directions, weight))
}

/// A value for each position of the first dim, to be broadcast to the weights.
pub(super) const fn one_each(weight: &Shape) -> Shape {
    Shape::splat(1, weight.rank()).with(0, weight.size(0))
}
