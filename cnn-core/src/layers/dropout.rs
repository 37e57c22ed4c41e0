//! Dropout of values, of channels, and of whole samples.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

/// A line for each kind of dropout: its keyword, what is dropped, whether it keeps mean and variance, and what else it
/// is called.
macro_rules! dropouts {
    ($($keyword:ident: $drops:ident, $alpha:literal, $aliases:expr;)*) => {
        $(
            pub(crate) mod $keyword {
                use super::*;

                params! {
                    p: Float = 0.5,
                }

                pub(crate) static KEYWORD: Keyword = keyword(
                    Signature::new(stringify!($keyword), PARAMS)
                        .lacks(&[(1, "inplace")])
                        .aliases(&$aliases),
                );

                pub(crate) const fn read(call: &mut Call<'_>) -> Dropout {
                    let p = call.probability(PARAM.p);
                    Dropout { p, drops: Drops::$drops, alpha: $alpha }
                }
            }
        )*
    };
}

dropouts! {
    dropout: Values, false, ["Dropout", "drop"];
    feature_dropout: Channels, false, [
        "Dropout1d", "Dropout2d", "Dropout3d", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D",
    ];
    alpha_dropout: Values, true, ["AlphaDropout"];
    feature_alpha_dropout: Channels, true, ["FeatureAlphaDropout"];
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
        Dropout { p: call.probability(PARAM.p), drops: Drops::Samples, alpha: false }
    }
}

const fn keyword(signature: Signature) -> Keyword {
    // It does nothing when a network does not train.
    Keyword { signature, family: Family::Scale, reuse: Reuse::View }
}

/// The unit that is dropped: a value, a channel or a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Drops {
    /// Each value by itself.
    Values,
    /// All values of a channel of a sample.
    Channels,
    /// All values of a sample: stochastic depth.
    Samples,
}

/// Sets values to 0 at random in training, and scales the others to make up for it.
///
/// With `alpha`, they become what [`selu`](super::Activation::Selu) makes of −∞, and all are scaled and shifted to
/// keep the mean and the variance.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Dropout {
    /// The probability of being dropped.
    pub p: f64,
    /// The unit that is dropped: a value, a channel or a sample.
    pub drops: Drops,
    /// Whether mean and variance stay as they are, after `selu`.
    pub alpha: bool,
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
        match (self.drops, self.alpha) {
            (Drops::Values, false) => ["Dropout"; 3],
            (Drops::Values, true) => ["AlphaDropout"; 3],
            (Drops::Channels, false) => ["Dropout1d", "Dropout2d", "Dropout3d"],
            (Drops::Channels, true) => ["FeatureAlphaDropout"; 3],
            (Drops::Samples, _) => ["StochasticDepth"; 3],
        }
    }

    /// Which values were dropped, if any can be; with `alpha` as a factor of each.
    pub(crate) const fn keeps(&self) -> Keeps {
        match (self.drops, self.alpha) {
            _ if self.p == 0.0 => Keeps::VIEW,
            (Drops::Values, false) => Keeps::NOTHING.and_bytes(1),
            (Drops::Values, true) => Keeps::VALUES,
            (Drops::Channels | Drops::Samples, _) => Keeps::NOTHING,
        }
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    /// The rate; that of a stochastic depth grows from block to block, which are alike otherwise.
    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        match self.drops {
            Drops::Samples => Ok(()),
            Drops::Values | Drops::Channels => write!(text, " {}", self.p),
        }
    }
}
