//! A learnable scale for each channel.

use core::fmt;

use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensor, Tensors};

params! {
    num_channels: Size = _,
    dim: Signed = 1,
    flat: Flag = false,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("layer_scale", PARAMS).aliases(&["LayerScale", "layerscale"]),
    family: Family::Scale,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> LayerScale {
    let (num_channels, dim) = call.channels_along(PARAM.num_channels, PARAM.dim);
    LayerScale { num_channels, dim, flat: call.flag(PARAM.flat) }
}

/// A learnable scale for each channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LayerScale {
    /// The channels.
    pub num_channels: usize,
    /// Their dim, an index into the shape without the batch axis.
    pub dim: usize,
    /// Whether the factors are stored as `[num_channels]`.
    pub flat: bool,
}

impl LayerScale {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// The factors. Stored as `[num_channels, 1…]`, they broadcast over the axes behind the channels. In
    /// torchvision's ConvNeXt they are a parameter of the block, hence named as the node, without a suffix.
    pub(crate) const fn tensors(&self, input: &Shape) -> Tensors {
        let channels = Shape::one(self.num_channels);
        let behind = if self.flat { 0 } else { input.spatial_rank().saturating_sub(self.dim) };
        Tensors::NONE.and(Tensor::parameter("", channels.join(&Shape::splat(1, behind))))
    }

    /// One multiplication per value.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 1)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["LayerScale"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
