//! Local response normalization.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensors};

params! {
    size: Size,
    alpha: Float = 1e-4,
    beta: Float = 0.75,
    k: Float = 1.0,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("lrn", PARAMS).aliases(&[
        "LRN",
        "LocalResponseNorm",
        "LocalResponseNormalization",
        "CrossMapLRN2d",
    ]),
    family: Family::Norm,
    // A channel needs the values of its neighbours as they were.
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> LocalResponseNorm {
    call.spatial_rank(1, 3);
    LocalResponseNorm {
        size: call.size(PARAM.size),
        alpha: call.float(PARAM.alpha),
        beta: call.float(PARAM.beta),
        k: call.float(PARAM.k),
    }
}

/// Normalization by the squares of neighbouring channels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LocalResponseNorm {
    /// The neighbouring channels that are summed.
    pub size: usize,
    /// The factor of the sum.
    pub alpha: f64,
    /// The exponent.
    pub beta: f64,
    /// Added to the sum.
    pub k: f64,
}

impl LocalResponseNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// The square and its sum over `size` channels, then factor, offset, power and quotient:
    /// `size + 5` per value.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let values = Count::elements(ends.output);
        Work::ops(values.times(self.size).plus(values.times(5)))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["LocalResponseNorm"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    /// Channels `c − ⌊size / 2⌋` to `c + ⌊(size − 1) / 2⌋`.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = match dim {
            0 => {
                Reach::Window { kernel: self.size, stride: 1, padding: self.size / 2, dilation: 1 }
            }
            _ => Reach::Same,
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
