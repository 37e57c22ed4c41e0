//! The randomized leaky ReLU.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    lower: Float = (1.0 / 8.0),
    upper: Float = (1.0 / 3.0),
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("rrelu", PARAMS)
        .lacks(&[(2, "inplace")])
        .aliases(&["RReLU", "RRelu"]),
    family: Family::Activation,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> RRelu {
    let lower = call.float(PARAM.lower);
    RRelu { lower, upper: call.above(PARAM.upper, PARAM.lower, true) }
}

/// `x`, or a slope times `x` below 0. In training, the slope of each value is drawn uniformly between two bounds;
/// otherwise it is their mean.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RRelu {
    /// The least slope.
    pub lower: f64,
    /// The largest slope.
    pub upper: f64,
}

impl RRelu {
    /// The slope at inference.
    pub const fn mean_slope(&self) -> f64 {
        (self.lower + self.upper) / 2.0
    }

    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One operation per value.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 1)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["RReLU"; 3]
    }

    /// The input, and the slope of each value.
    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS_AND_VALUES
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
