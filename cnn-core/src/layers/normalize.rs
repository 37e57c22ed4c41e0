//! Division by a norm.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    p: Float = 2.0,
    dim: Signed = 1,
    eps: Float = 1e-12,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("normalize", PARAMS).aliases(&[
        "Normalize",
        "LpNormalization",
        "UnitNormalization",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Normalize {
    let dim = call.dim_or_first(PARAM.dim);
    Normalize { p: call.positive(PARAM.p), dim, eps: call.at_least_zero(PARAM.eps) }
}

/// `x / max(‖x‖ₚ, eps)`, with the norm of the values along one dim.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Normalize {
    /// The exponent of the norm.
    pub p: f64,
    /// The dim, an index into the shape without the batch axis.
    pub dim: usize,
    /// The smallest divisor.
    pub eps: f64,
}

impl Normalize {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// A power, its sum and a quotient per value.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 3)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Normalize"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::all_if(dim == self.dim).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
