//! Softmax and its logarithm.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    dim: Signed,
}

pub(crate) mod softmax {
    use super::*;

    pub(crate) static KEYWORD: Keyword =
        keyword("softmax", &["Softmax"], &[("Softmax2d", "softmax(1)")]);

    pub(crate) const fn read(call: &mut Call<'_>) -> Softmax {
        super::read(call, false)
    }
}

pub(crate) mod log_softmax {
    use super::*;

    pub(crate) static KEYWORD: Keyword =
        keyword("log_softmax", &["LogSoftmax", "LogSoftMax", "logsoftmax"], &[]);

    pub(crate) const fn read(call: &mut Call<'_>) -> Softmax {
        super::read(call, true)
    }
}

const fn keyword(
    keyword: &'static str,
    aliases: &'static [&'static str],
    translations: &'static [(&'static str, &'static str)],
) -> Keyword {
    let signature = Signature::new(keyword, PARAMS).aliases(aliases).translations(translations);
    Keyword { signature, family: Family::Softmax, reuse: Reuse::Overwrite }
}

const fn read(call: &mut Call<'_>, log: bool) -> Softmax {
    Softmax { dim: call.dim_or_first(PARAM.dim), log }
}

/// `e^xᵢ / Σ e^xⱼ` along one dim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Softmax {
    /// The dim, an index into the shape without the batch axis.
    pub dim: usize,
    /// Whether the logarithm is taken.
    pub log: bool,
}

impl Softmax {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// A power, its sum and a quotient (or a difference) per value.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 3)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        [if self.log { "LogSoftmax" } else { "Softmax" }; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::OUTPUT
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::all_if(dim == self.dim).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
