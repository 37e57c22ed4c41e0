//! Fully connected layers.

use super::conv::bias_ops;
use crate::call::Call;
use crate::error::{At, Part, Problem, Quantity};
use crate::kind::Kind;
use crate::op::Tensor;
use crate::signature::{Param, Signature};
use crate::{Count, Shape};

const IN_FEATURES: usize = 0;
const OUT_FEATURES: usize = 1;
const BIAS: usize = 2;

const PARAMS: &[Param] = &[
    Param::size("in_features").inferable(),
    Param::size("out_features"),
    Param::flag("bias", true),
];

pub(crate) const FC: Signature = Signature::new("fc", PARAMS).positional(2).aliases(&[
    "Dense",
    "dense",
    "fully_connected",
    "FullyConnected",
    "FC",
    "Fc",
]);

pub(crate) const LINEAR: Signature =
    Signature::new("linear", PARAMS).positional(2).aliases(&["Linear", "LazyLinear"]);

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
}

impl Linear {
    pub(crate) const fn read(call: &mut Call<'_>) -> Linear {
        let flatten = matches!(call.kind, Kind::Fc);
        if flatten && call.input.elements().is_none() {
            call.fail(At::Layer, Problem::Overflow { what: Quantity::OutputValues });
        }
        Linear {
            in_features: call.features(IN_FEATURES, if flatten { Part::All } else { Part::Last }),
            out_features: call.size(OUT_FEATURES),
            bias: call.flag(BIAS),
            flatten,
        }
    }

    /// `[out_features]` after flattening, otherwise the input with its last size replaced.
    pub(crate) const fn output(&self, call: &Call<'_>) -> Shape {
        if self.flatten {
            Shape::one(self.out_features)
        } else {
            call.input.with(call.input.spatial_rank(), self.out_features)
        }
    }

    /// The weights, `[out_features, in_features]`, and the biases, `[out_features]`. Their number
    /// is the notebook's
    ///
    /// ```text
    /// after a convolution        W_cf = O² × N × F       here   in_features × out_features,
    ///                                                           in_features = N × ∏O
    /// after a connected layer    W_ff = F₋₁ × F          here   in_features × out_features
    ///                            B_cf = B_ff = F         here   out_features, or 0 without a bias
    ///                            P_cf = W_cf + B_cf,  P_ff = W_ff + B_ff
    /// ```
    ///
    /// where N are the channels and O the sizes of the convolution's output, F₋₁ and F the neurons
    /// of the layer before and of this one.
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        match index {
            0 => {
                let shape = Shape::new(&[self.out_features, self.in_features]);
                Some(Tensor::parameter("weight", shape))
            }
            1 if self.bias => Some(Tensor::parameter("bias", Shape::one(self.out_features))),
            _ => None,
        }
    }

    /// Each value of the output takes `in_features` multiply-accumulates.
    pub(crate) const fn mac_factors(&self, output: &Shape) -> [Shape; 2] {
        [*output, Shape::one(self.in_features)]
    }

    /// One addition of the bias per value of the output.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        bias_ops(self.bias, output)
    }
}
