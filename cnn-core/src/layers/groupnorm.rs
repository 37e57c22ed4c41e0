//! Group normalization.

use core::fmt;

use super::norm::{channel_tensors, ops_per_value, unchecked_features};
use crate::error::{Part, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    num_groups: Size,
    num_channels: Size = _,
    eps: Float = 1e-5,
    affine: Flag = true,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("groupnorm", PARAMS).aliases(&[
        "GroupNorm",
        "group_norm",
        "GroupNormalization",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> GroupNorm {
    let affine = call.flag(PARAM.affine);
    let num_groups = call.size(PARAM.num_groups);
    let num_channels = if affine {
        call.features(PARAM.num_channels, Part::Channels)
    } else {
        unchecked_features(call, PARAM.num_channels)
    };
    // Both must be divisible: PyTorch looks at the declared number when the layer is made, at the
    // other when it runs.
    let mut channels = num_channels;
    if num_groups > 0 && channels % num_groups == 0 {
        channels = call.input.size(0);
    }
    if num_groups > 0 && channels % num_groups != 0 {
        let problem = Problem::Groups { groups: num_groups, channels, output: false };
        call.fail(PARAM.num_groups.at(), problem);
    }
    GroupNorm { num_groups, num_channels, eps: call.float(PARAM.eps), affine }
}

/// Normalization of groups of channels of each sample.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GroupNorm {
    /// The number of groups, which divides the channels.
    pub num_groups: usize,
    /// The channels. Without learnable scales nothing depends on them.
    pub num_channels: usize,
    /// Added to the variance for stability.
    pub eps: f64,
    /// Whether there is a learnable scale and shift per channel.
    pub affine: bool,
}

impl GroupNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight` and `bias`, each `[num_channels]`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        channel_tensors(self.num_channels, self.affine, false)
    }

    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, ops_per_value(self.affine))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["GroupNorm"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = match (dim, self.num_groups) {
            (0, 2..) => Reach::Unknown,
            _ => Reach::All,
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        write!(text, " {}", self.num_groups)
    }
}
