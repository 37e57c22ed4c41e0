//! Global response normalization.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    num_channels: Size = _,
    dim: Signed = 1,
    eps: Float = 1e-6,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("grn", PARAMS).aliases(&[
        "GRN",
        "GlobalResponseNorm",
        "global_response_norm",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> GlobalResponseNorm {
    let (num_channels, dim) = call.channels_along(PARAM.num_channels, PARAM.dim);
    GlobalResponseNorm { num_channels, dim, eps: call.float(PARAM.eps) }
}

/// `x + weight × x × n + bias`, where `n` is the norm of a channel over its positions, divided by the mean of
/// all channels' norms.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GlobalResponseNorm {
    /// The channels.
    pub num_channels: usize,
    /// Their dim, an index into the shape without the batch axis. All other dims are positions.
    pub dim: usize,
    /// Added to the mean of the norms for stability.
    pub eps: f64,
}

impl GlobalResponseNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight` and `bias`, each `[num_channels]`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let shape = Shape::one(self.num_channels);
        Tensors::weight_and_bias(shape, Some(shape))
    }

    /// A square and its sum, a product with the norm, and what the learnable scale and shift take and the sum
    /// with the input: six per value.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 6)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["GlobalResponseNorm"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS_AND_VALUES
    }

    /// The norms are those of the whole sample.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::All.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
