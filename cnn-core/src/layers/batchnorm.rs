//! Batch normalization.

use core::fmt;

use super::norm::channel_tensors;
use crate::error::Part;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    num_features: Size = _,
    eps: Float = 1e-5,
    momentum: Float = 0.1,
    affine: Flag = true,
    track_running_stats: Flag = true,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("batchnorm", PARAMS)
        .stem("bn")
        .aliases(&["BatchNorm", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm", "bn"])
        .translations(&[
            ("BatchNormalization", "batchnorm"),
            ("LazyBatchNorm1d", "batchnorm"),
            ("LazyBatchNorm2d", "batchnorm"),
            ("LazyBatchNorm3d", "batchnorm"),
        ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> BatchNorm {
    call.spatial_rank(0, 3);
    BatchNorm {
        num_features: call.features(PARAM.num_features, Part::Channels),
        eps: call.float(PARAM.eps),
        momentum: call.float(PARAM.momentum),
        affine: call.flag(PARAM.affine),
        track_running_stats: call.flag(PARAM.track_running_stats),
    }
}

/// Normalization of each channel, over the batch and the spatial axes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BatchNorm {
    /// The channels.
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

impl BatchNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight`, `bias`, `running_mean` and `running_var`, each `[num_features]`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        channel_tensors(self.num_features, self.affine, self.track_running_stats)
    }

    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, if self.affine { 2 } else { 1 })
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["BatchNorm1d", "BatchNorm2d", "BatchNorm3d"]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    /// With running statistics, which are constants at inference, each value on its own.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::all_if(dim > 0 && !self.track_running_stats).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
