//! A learned factor for each channel.

use core::fmt;

use crate::error::Part;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensor, Tensors};

params! {
    num_channels: Size = _,
}

pub(crate) const KEYWORD: Keyword = Keyword {
    signature: Signature::new("layer_scale", PARAMS).aliases(&["LayerScale", "layerscale"]),
    family: Family::Scale,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> LayerScale {
    call.spatial_rank(0, 3);
    LayerScale { num_channels: call.features(PARAM.num_channels, Part::Channels) }
}

/// A learned factor for each channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LayerScale {
    /// The channels.
    pub num_channels: usize,
}

impl LayerScale {
    /// The shape that arrives.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// The factors, `[num_channels, 1…]`, which broadcast over the spatial axes. In torchvision's
    /// ConvNeXt they are a parameter of the block, hence named as the node, without a suffix.
    pub(crate) const fn tensors(&self, input: &Shape) -> Tensors {
        let shape = Shape::one(self.num_channels).join(&Shape::splat(1, input.spatial_rank()));
        Tensors::NONE.and(Tensor::parameter("", shape))
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
