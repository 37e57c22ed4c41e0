//! Fully connected layers.

use core::fmt;

use super::conv::{bias_ops, biases};
use super::weights::{self, Parametrization, Parametrizes, TensorNames};
use crate::error::{At, Part, Problem, Quantity};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    in_features: Size.inferable(),
    out_features: Size.made(),
    bias: Flag = true,
    weight_norm: Flag.words(TensorNames::WORDS) = false,
    spectral_norm: Flag.words(TensorNames::WORDS) = false,
}

const PARAMETRIZES: Parametrizes =
    Parametrizes { weight_norm: PARAM.weight_norm, spectral_norm: PARAM.spectral_norm };

pub(crate) mod fc {
    use super::*;

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("fc", PARAMS)
            .aliases(&["fully_connected", "FullyConnected", "FC", "Fc"])
            .translations(&[
                ("Dense", "fc(_, out_features)"),
                ("Gemm", "fc(_, out_features)"),
                ("InnerProduct", "fc(_, out_features)"),
                ("LazyDense", "fc(_, out_features)"),
            ]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> Linear {
        if call.input.checked_elements().is_none() {
            call.fail(At::Layer, Problem::Overflow { what: Quantity::OutputValues });
        }
        super::read(call, true, Part::All)
    }
}

pub(crate) mod linear {
    use super::*;

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("linear", PARAMS)
            .aliases(&["Linear"])
            .translations(&[("LazyLinear", "linear(_, out_features)")]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> Linear {
        super::read(call, false, Part::Last)
    }
}

const fn keyword(signature: Signature) -> Keyword {
    Keyword { signature, family: Family::Linear, reuse: Reuse::Never }
}

const fn read(call: &mut Call<'_>, flatten: bool, inputs: Part) -> Linear {
    let (in_features, out_features) =
        call.features_to(PARAM.in_features, PARAM.out_features, inputs);
    let bias = call.flag(PARAM.bias);
    let parametrization = Parametrization::read(call, &PARAMETRIZES);
    Linear { in_features, out_features, bias, flatten, parametrization }
}

/// A fully connected layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Linear {
    /// The size of the last axis of the input; with `flatten`, the number of its values.
    pub in_features: usize,
    /// The size of the last axis of the output.
    pub out_features: usize,
    /// Whether a bias is added.
    pub bias: bool,
    /// Whether the input is flattened first: the `fc` of the language, not its `linear`.
    pub flatten: bool,
    /// How the weights are computed, if other tensors are stored in their place.
    pub parametrization: Option<Parametrization>,
}

impl Linear {
    /// `[out_features]` after flattening, otherwise the input with its last size replaced.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if self.flatten {
            Shape::one(self.out_features)
        } else {
            call.input.with(call.input.spatial_rank(), self.out_features)
        }
    }

    /// The weights, `[out_features, in_features]`, and the biases, `[out_features]`. Their number is
    ///
    /// ```text
    /// W = in_features × out_features
    /// B = out_features, or 0 without a bias
    /// ```
    ///
    /// After a convolution with N channels and an output of O × O, the `in_features` of an `fc` are
    /// N × O².
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let weight = Shape::new(&[self.out_features, self.in_features]);
        weights::tensors(weight, biases(self.bias, self.out_features), self.parametrization, 0)
    }

    /// Each value of the output takes `in_features` multiply-accumulates, and one addition of the
    /// bias.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let mac_factors = Some([*ends.output, Shape::one(self.in_features)]);
        Work { mac_factors, ops: bias_ops(self.bias, ends.output) }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Linear"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        if self.flatten {
            return Reach::All.of(0);
        }
        Reach::all_if(dim + 1 == ends.input.rank()).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
