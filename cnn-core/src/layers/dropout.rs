//! Dropout of values, and of whole samples.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

pub(crate) mod dropout {
    use super::*;

    params! {
        p: Float = 0.5,
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("dropout", PARAMS).lacks(&[(1, "inplace")]).aliases(&[
            "Dropout",
            "Dropout1d",
            "Dropout2d",
            "Dropout3d",
            "drop",
        ]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Dropout {
        Dropout { p: call.probability(PARAM.p), samples: false }
    }
}

pub(crate) mod stochastic_depth {
    use super::*;

    params! {
        p: Float,
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("stochastic_depth", PARAMS).aliases(&[
            "StochasticDepth",
            "DropPath",
            "drop_path",
        ]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Dropout {
        Dropout { p: call.probability(PARAM.p), samples: true }
    }
}

const fn keyword(signature: Signature) -> Keyword {
    // It does nothing when a network does not train.
    Keyword { signature, family: Family::Scale, reuse: Reuse::View }
}

/// Sets values to 0 at random in training, and scales the others to make up for it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Dropout {
    /// The probability of being dropped.
    pub p: f64,
    /// Whether whole samples are dropped, not single values: stochastic depth.
    pub samples: bool,
}

impl Dropout {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        [if self.samples { "StochasticDepth" } else { "Dropout" }; 3]
    }

    /// Which values were dropped, if any can be.
    pub(crate) const fn keeps(&self) -> Keeps {
        if self.p == 0.0 {
            return Keeps::VIEW;
        }
        if self.samples { Keeps::NOTHING } else { Keeps::NOTHING.and_bytes(1) }
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    /// The rate; that of a stochastic depth grows from block to block, which are alike otherwise.
    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        if self.samples { Ok(()) } else { write!(text, " {}", self.p) }
    }
}
