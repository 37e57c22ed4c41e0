//! The gated linear unit.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    dim: Signed = (-1),
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("glu", PARAMS).aliases(&["GLU", "Glu"]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Glu {
    let Some(dim) = call.dim(PARAM.dim) else { return Glu { dim: 0 } };
    let size = call.input.size(dim);
    if !size.is_multiple_of(2) {
        call.fail(At::Layer, Problem::Indivisible { dim, size, by: 2 });
    }
    Glu { dim }
}

/// The first half along one dim, times the sigmoid of the second half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Glu {
    /// The dim that is halved, an index into the shape without the batch axis.
    pub dim: usize,
}

impl Glu {
    /// The input with one size halved.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if !call.errors.is_empty() {
            return Shape::LOST;
        }
        call.input.with(self.dim, call.input.size(self.dim) / 2)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// A sigmoid and a multiplication per value of the output.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 2)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["GLU"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = if dim == self.dim { Reach::Halves } else { Reach::Same };
        reach.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
