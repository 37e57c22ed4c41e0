//! Instance normalization.

use core::fmt;

use super::norm::{channel_tensors, ops_per_value, unchecked_features};
use crate::error::{At, Part, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    num_features: Size = _,
    eps: Float = 1e-5,
    momentum: Float = 0.1,
    affine: Flag = false,
    track_running_stats: Flag = false,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("instancenorm", PARAMS).aliases(&[
        "InstanceNorm",
        "InstanceNorm1d",
        "InstanceNorm2d",
        "InstanceNorm3d",
        "InstanceNormalization",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> InstanceNorm {
    let axes = call.spatial_rank(1, 3);
    let affine = call.flag(PARAM.affine);
    let track_running_stats = call.flag(PARAM.track_running_stats);
    let num_features = if affine || track_running_stats {
        call.features(PARAM.num_features, Part::Channels)
    } else {
        unchecked_features(call, PARAM.num_features)
    };
    let values = Shape::one(1).join(&call.input).with(1, 1).checked_elements();
    if axes > 0 && !track_running_stats && matches!(values, Some(1)) {
        call.fail(At::Layer, Problem::OneElement);
    }
    InstanceNorm {
        num_features,
        eps: call.float(PARAM.eps),
        momentum: call.float(PARAM.momentum),
        affine,
        track_running_stats,
    }
}

/// Normalization of each channel of each sample, over the spatial axes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InstanceNorm {
    /// The channels. Without learnable scales and running statistics nothing depends on them.
    pub num_features: usize,
    /// Added to the variance for stability.
    pub eps: f64,
    /// The weight of a new batch in the running statistics.
    pub momentum: f64,
    /// Whether there is a learnable scale and shift per channel.
    pub affine: bool,
    /// Whether running statistics are kept.
    pub track_running_stats: bool,
}

impl InstanceNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight`, `bias`, `running_mean` and `running_var`, each `[num_features]`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        channel_tensors(self.num_features, self.affine, self.track_running_stats)
    }

    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, ops_per_value(self.affine))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d"]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    /// Statistics are those of the sample, unless running ones are kept.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::all_if(dim > 0 && !self.track_running_stats).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
