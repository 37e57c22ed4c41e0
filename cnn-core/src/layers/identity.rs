//! The layer that does nothing.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("identity", &[]).aliases(&["Identity", "skip", "noop"]),
    family: Family::Pass,
    reuse: Reuse::View,
};

pub(crate) const fn read(_: &mut Call<'_>) -> Identity {
    Identity
}

/// The input, unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Identity;

impl Identity {
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
        ["Identity"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::VIEW
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
