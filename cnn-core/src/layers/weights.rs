//! Weights that are stored in another form than they are used.

use crate::error::Problem;
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::{Flag, Float};
use crate::shape::{Count, Shape, Tensor, Tensors};

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

/// How weights are computed from tensors that are stored in their place, which `torch.nn.utils.parametrizations` calls a
/// parametrization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Parametrization {
    /// The length of each kernel, g, is stored apart from its direction, v.
    ///
    /// ```text
    /// w = g × v / ‖v‖
    /// ```
    WeightNorm(TensorNames),
    /// The weights are divided by their spectral norm, the largest singular value of their matrix W, of which two
    /// singular vectors, u and v, are stored.
    ///
    /// ```text
    /// w = W / σ    σ = uᵀ W v
    /// ```
    ///
    /// The matrix has a row for each channel of the output, of all groups together for a convolution and of one group
    /// for a transposed one. Training improves both vectors in each step, by one iteration of the power method.
    SpectralNorm(TensorNames),
}

/// The names of stored tensors: those of PyTorch's parametrizations, or those of the functions before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TensorNames {
    /// `torch.nn.utils.parametrizations.weight_norm` stores `parametrizations.weight.original0` and `original1`,
    /// `spectral_norm` stores `parametrizations.weight.original`, `0._u` and `0._v`.
    Parametrized,
    /// `torch.nn.utils.weight_norm` stores `weight_g` and `weight_v`, `spectral_norm` stores `weight_orig`, `weight_u`
    /// and `weight_v`.
    Legacy,
}

impl TensorNames {
    /// What parameters take beside `true` and `false`.
    pub(super) const WORDS: &[&str] = &["legacy"];

    /// What `param` says, unless it is `false`.
    const fn read(call: &mut Call<'_>, param: Flag) -> Option<TensorNames> {
        if call.has_sizes_only() {
            return None;
        }
        match call.arg(param.0) {
            Arg::Flag(true) => Some(TensorNames::Parametrized),
            Arg::Word(_) => Some(TensorNames::Legacy),
            _ => None,
        }
    }

    /// The names of the lengths and the directions of a weight norm.
    ///
    /// ```
    /// use cnn_core::layers::TensorNames;
    ///
    /// assert_eq!(TensorNames::Legacy.of_weight_norm(), ["weight_g", "weight_v"]);
    /// ```
    pub const fn of_weight_norm(self) -> [&'static str; 2] {
        match self {
            TensorNames::Parametrized => {
                ["parametrizations.weight.original0", "parametrizations.weight.original1"]
            }
            TensorNames::Legacy => ["weight_g", "weight_v"],
        }
    }

    /// The names of the matrix and of the two singular vectors of a spectral norm, u and v.
    ///
    /// ```
    /// use cnn_core::layers::TensorNames;
    ///
    /// assert_eq!(TensorNames::Legacy.of_spectral_norm(), ["weight_orig", "weight_u", "weight_v"]);
    /// ```
    pub const fn of_spectral_norm(self) -> [&'static str; 3] {
        match self {
            TensorNames::Parametrized => [
                "parametrizations.weight.original",
                "parametrizations.weight.0._u",
                "parametrizations.weight.0._v",
            ],
            TensorNames::Legacy => ["weight_orig", "weight_u", "weight_v"],
        }
    }
}

/// The parameters that choose a parametrization.
pub(super) struct Parametrizes {
    pub(super) weight_norm: Flag,
    pub(super) spectral_norm: Flag,
}

impl Parametrization {
    pub(super) const fn read(
        call: &mut Call<'_>,
        params: &Parametrizes,
    ) -> Option<Parametrization> {
        let weight_norm = TensorNames::read(call, params.weight_norm);
        match (weight_norm, TensorNames::read(call, params.spectral_norm)) {
            (Some(_), Some(_)) => {
                let (first, second) = (params.weight_norm.0, params.spectral_norm.0);
                call.fail(params.spectral_norm.at(), Problem::OneOf { first, second, both: true });
                None
            }
            (Some(names), None) => Some(Parametrization::WeightNorm(names)),
            (None, Some(names)) => Some(Parametrization::SpectralNorm(names)),
            (None, None) => None,
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

/// The stored tensors: `weight` and `bias`, or with a parametrization, as PyTorch orders them, the `bias` and the tensors
/// that the weights are computed from. `rows` is the dim of the weights that the rows of their matrix are made of.
pub(super) const fn tensors(
    weight: Shape,
    bias: Option<Shape>,
    parametrization: Option<Parametrization>,
    rows: usize,
) -> Tensors {
    let Some(parametrization) = parametrization else {
        return Tensors::weight_and_bias(weight, bias);
    };
    let tensors = match bias {
        Some(bias) => Tensors::NONE.and(Tensor::parameter(Tensor::BIAS, bias)),
        None => Tensors::NONE,
    };
    match parametrization {
        Parametrization::WeightNorm(names) => {
            let [lengths, directions] = names.of_weight_norm();
            tensors
                .and(Tensor::parameter(lengths, one_each(&weight)))
                .and(Tensor::parameter(directions, weight))
        }
        Parametrization::SpectralNorm(names) => {
            let [matrix, u, v] = names.of_spectral_norm();
            // So many that they overflow are an error of the call.
            let columns = match Count::elements(&weight.with(rows, 1)).as_size() {
                Some(columns) => columns,
                None => usize::MAX,
            };
            tensors
                .and(Tensor::parameter(matrix, weight))
                .and(Tensor::buffer(u, Shape::one(weight.size(rows))))
                .and(Tensor::buffer(v, Shape::one(columns)))
        }
    }
}

/// A value for each position of the first dim, to be broadcast to the weights.
pub(super) const fn one_each(weight: &Shape) -> Shape {
    Shape::splat(1, weight.rank()).with(0, weight.size(0))
}
