//! Batch normalization with fixed scale, shift and statistics.

use core::fmt;

use crate::error::Part;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensor, Tensors};

params! {
    num_features: Size = _,
    eps: Float = 1e-5,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("frozen_batchnorm", PARAMS).stem("bn").aliases(&[
        "FrozenBatchNorm",
        "FrozenBatchNorm2d",
        "FrozenBatchNormAct2d",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> FrozenBatchNorm {
    call.spatial_rank(0, 3);
    FrozenBatchNorm {
        num_features: call.features(PARAM.num_features, Part::Channels),
        eps: call.float(PARAM.eps),
    }
}

/// Normalization of each channel by statistics, scales and shifts that do not change, also while a network
/// is trained.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FrozenBatchNorm {
    /// The channels.
    pub num_features: usize,
    /// Added to the variance for stability.
    pub eps: f64,
}

impl FrozenBatchNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight`, `bias`, `running_mean` and `running_var`, each `[num_features]`, all of them buffers.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let shape = Shape::one(self.num_features);
        Tensors::NONE
            .and(Tensor::buffer(Tensor::WEIGHT, shape))
            .and(Tensor::buffer(Tensor::BIAS, shape))
            .and(Tensor::buffer(Tensor::RUNNING_MEAN, shape))
            .and(Tensor::buffer(Tensor::RUNNING_VAR, shape))
    }

    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 2)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["FrozenBatchNorm2d"; 3]
    }

    /// The gradient needs the factors only, which are there anyway.
    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
