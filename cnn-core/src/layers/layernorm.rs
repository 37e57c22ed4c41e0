//! Layer normalization.

use core::fmt;

use super::norm::{normalized_shape, ops_per_value};
use crate::error::Part;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    normalized_shape: Sizes = _,
    eps: Float = 1e-5,
    elementwise_affine: Flag = true,
    bias: Flag = true,
    channels_first: Flag = false,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("layernorm", PARAMS).aliases(&[
        "LayerNorm",
        "layer_norm",
        "LayerNormalization",
        "ln",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> LayerNorm {
    let channels_first = call.flag(PARAM.channels_first);
    let normalized_shape = match channels_first {
        true => Shape::one(channels(call)),
        false => normalized_shape(call, PARAM.normalized_shape),
    };
    LayerNorm {
        normalized_shape,
        eps: call.float(PARAM.eps),
        elementwise_affine: call.flag(PARAM.elementwise_affine),
        bias: call.flag(PARAM.bias),
        channels_first,
    }
}

/// The channels, if they are what is normalized: a single size, which is that of the first dim.
const fn channels(call: &mut Call<'_>) -> usize {
    match call.sizes(PARAM.normalized_shape, 1).size(0) {
        0 => call.input.size(0),
        declared => {
            call.compare_features(PARAM.normalized_shape.at(), declared, Part::Channels);
            declared
        }
    }
}

/// Normalization of each sample over its last axes, or of each position over its channels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LayerNorm {
    /// The last axes, over which values are normalized; or the channels.
    pub normalized_shape: Shape,
    /// Added to the variance for stability.
    pub eps: f64,
    /// Whether there is a learnable scale and shift per normalized value.
    pub elementwise_affine: bool,
    /// Whether there is a shift, if there is a scale.
    pub bias: bool,
    /// Whether the channels, which come first, are normalized at each position.
    pub channels_first: bool,
}

impl LayerNorm {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight` and `bias`, each of the normalized shape.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        if !self.elementwise_affine {
            return Tensors::NONE;
        }
        let shape = self.normalized_shape;
        Tensors::weight_and_bias(shape, if self.bias { Some(shape) } else { None })
    }

    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, ops_per_value(self.elementwise_affine))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        [if self.channels_first { "LayerNorm2d" } else { "LayerNorm" }; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        if self.channels_first {
            return Reach::all_if(dim == 0).of(dim);
        }
        Reach::all_if(ends.input.rank() - dim <= self.normalized_shape.rank()).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
