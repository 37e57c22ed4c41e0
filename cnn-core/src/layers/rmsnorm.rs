//! Root mean square normalization.

use core::fmt;

use super::norm::{normalized_shape, ops_per_value};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensor, Tensors};

params! {
    normalized_shape: Sizes = _,
    // PyTorch's default is what separates 1 from the next number of the type, here of `f32`.
    eps: Float = 1.1920929e-7,
    elementwise_affine: Flag = true,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("rmsnorm", PARAMS).aliases(&[
        "RMSNorm",
        "RmsNorm",
        "rms_norm",
        "RMSNormalization",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> RmsNorm {
    RmsNorm {
        normalized_shape: normalized_shape(call, PARAM.normalized_shape),
        eps: call.float(PARAM.eps),
        elementwise_affine: call.flag(PARAM.elementwise_affine),
    }
}

/// `x / √(mean of x² + eps)`, over the last axes of each sample.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RmsNorm {
    /// The last axes, over which values are normalized.
    pub normalized_shape: Shape,
    /// Added to the mean of the squares for stability.
    pub eps: f64,
    /// Whether there is a learnable scale per normalized value.
    pub elementwise_affine: bool,
}

impl RmsNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// A `weight` of the normalized shape.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        match self.elementwise_affine {
            true => Tensors::NONE.and(Tensor::parameter(Tensor::WEIGHT, self.normalized_shape)),
            false => Tensors::NONE,
        }
    }

    /// A square, its sum and a quotient per value, and a product with a learnable scale.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, ops_per_value(self.elementwise_affine) - 1)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["RMSNorm"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        Reach::all_if(ends.input.rank() - dim <= self.normalized_shape.rank()).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
