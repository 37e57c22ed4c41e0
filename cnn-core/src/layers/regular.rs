//! Layers that matter while training, and layers that do next to nothing.

use crate::call::Call;
use crate::error::{At, Part, Problem};
use crate::kind::Kind;
use crate::op::Tensor;
use crate::signature::{Param, Signature};
use crate::{Count, Shape};

pub(crate) mod signature {
    use super::*;

    pub(crate) const DROPOUT: Signature = Signature::new("dropout", &[Param::float("p", 0.5)])
        .aliases(&["Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "drop"]);
    pub(crate) const STOCHASTIC_DEPTH: Signature =
        Signature::new("stochastic_depth", &[Param::required_float("p")]).aliases(&[
            "StochasticDepth",
            "DropPath",
            "drop_path",
        ]);
    pub(crate) const LAYER_SCALE: Signature =
        Signature::new("layer_scale", &[Param::size("num_channels").inferred()])
            .aliases(&["LayerScale", "layerscale"]);
    pub(crate) const IDENTITY: Signature =
        Signature::new("identity", &[]).aliases(&["Identity", "skip", "noop"]);
}

/// While training, sets values to 0 at random, and scales the others to make up for it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Dropout {
    /// The probability of being dropped.
    pub p: f64,
    /// Whether whole samples are dropped, not single values: stochastic depth.
    pub samples: bool,
}

impl Dropout {
    pub(crate) const fn read(call: &mut Call<'_>) -> Dropout {
        let p = call.float(0);
        // Written so that a NaN is refused.
        if !(p >= 0.0 && p <= 1.0) {
            call.fail(At::Param(0), Problem::Probability);
        }
        Dropout { p, samples: matches!(call.kind, Kind::StochasticDepth) }
    }
}

/// A learned factor for each channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LayerScale {
    /// The channels.
    pub num_channels: usize,
}

impl LayerScale {
    pub(crate) const fn read(call: &mut Call<'_>) -> LayerScale {
        call.spatial_rank(0, 3);
        LayerScale { num_channels: call.features(0, Part::Channels) }
    }

    /// The factors, `[num_channels, 1…]`, which broadcast over the spatial axes. In torchvision's
    /// ConvNeXt they are a parameter of the block, hence named as the node, without a suffix.
    pub(crate) const fn tensor(&self, index: usize, input: &Shape) -> Option<Tensor> {
        let shape = Shape::one(self.num_channels).join(&Shape::splat(1, input.spatial_rank()));
        match index {
            0 => Some(Tensor::parameter("", shape)),
            _ => None,
        }
    }

    /// One multiplication per value.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output)
    }
}
