//! Positions in the opposite order.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    dims: SignedList,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("flip", PARAMS).aliases(&["fliplr", "flipud", "reverse"]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Flip {
    Flip { dims: call.dims(PARAM.dims).list() }
}

/// Positions in the opposite order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Flip {
    /// The dims whose positions are, indices into the shape without the batch axis.
    pub dims: Shape,
}

impl Flip {
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
        ["Flip"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    /// Each position takes one, but they do not move along with the output.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = if self.dims.contains(dim) { Reach::Merged } else { Reach::Same };
        reach.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
