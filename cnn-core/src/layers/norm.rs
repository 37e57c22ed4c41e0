//! Normalisation layers.
//!
//! Their operations are counted as fvcore counts them: batch norm folds into one multiplication
//! and one addition per value (without an affine part into one), the others also have to find mean
//! and variance, which makes four per value, and a fifth for the affine part.

use crate::call::Call;
use crate::error::{At, Part, Problem};
use crate::op::Tensor;
use crate::signature::{Param, Signature};
use crate::{Arg, Count, Shape};

pub(crate) const BATCH: Signature = {
    const PARAMS: &[Param] = &[
        Param::size("num_features").inferred(),
        Param::float("eps", 1e-5),
        Param::float("momentum", 0.1),
        Param::flag("affine", true),
        Param::flag("track_running_stats", true),
    ];
    Signature::new("batchnorm", PARAMS).positional(1).stem("bn").aliases(&[
        "BatchNorm",
        "BatchNorm1d",
        "BatchNorm2d",
        "BatchNorm3d",
        "batch_norm",
        "bn",
        "BatchNormalization",
    ])
};

pub(crate) const INSTANCE: Signature = {
    const PARAMS: &[Param] = &[
        Param::size("num_features").inferred(),
        Param::float("eps", 1e-5),
        Param::float("momentum", 0.1),
        Param::flag("affine", false),
        Param::flag("track_running_stats", false),
    ];
    Signature::new("instancenorm", PARAMS).positional(1).aliases(&[
        "InstanceNorm",
        "InstanceNorm1d",
        "InstanceNorm2d",
        "InstanceNorm3d",
        "instance_norm",
    ])
};

pub(crate) const GROUP: Signature = {
    const PARAMS: &[Param] = &[
        Param::size("num_groups"),
        Param::size("num_channels").inferred(),
        Param::float("eps", 1e-5),
        Param::flag("affine", true),
    ];
    Signature::new("groupnorm", PARAMS).positional(2).aliases(&[
        "GroupNorm",
        "group_norm",
        "GroupNormalization",
    ])
};

pub(crate) const LAYER: Signature = {
    const PARAMS: &[Param] = &[
        Param::sizes("normalized_shape").inferred(),
        Param::float("eps", 1e-5),
        Param::flag("elementwise_affine", true),
    ];
    Signature::new("layernorm", PARAMS).positional(1).aliases(&[
        "LayerNorm",
        "layer_norm",
        "LayerNormalization",
        "ln",
    ])
};

pub(crate) const LOCAL_RESPONSE: Signature = {
    const PARAMS: &[Param] = &[
        Param::size("size"),
        Param::float("alpha", 1e-4),
        Param::float("beta", 0.75),
        Param::float("k", 1.0),
    ];
    Signature::new("lrn", PARAMS).positional(1).aliases(&[
        "LRN",
        "LocalResponseNorm",
        "local_response_norm",
        "localresponsenorm",
    ])
};

/// Normalisation of each channel, over the batch and the spatial axes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BatchNorm {
    /// The channels.
    pub num_features: usize,
    /// What is added to the variance.
    pub eps: f64,
    /// The weight of a new batch in the running statistics.
    pub momentum: f64,
    /// Whether there is a learned factor and offset per channel.
    pub affine: bool,
    /// Whether running statistics are kept.
    pub track_running_stats: bool,
}

impl BatchNorm {
    pub(crate) const fn read(call: &mut Call<'_>) -> BatchNorm {
        call.spatial_rank(0, 3);
        BatchNorm {
            num_features: call.features(0, Part::Channels),
            eps: call.float(1),
            momentum: call.float(2),
            affine: call.flag(3),
            track_running_stats: call.flag(4),
        }
    }

    /// `weight`, `bias`, `running_mean` and `running_var`, each `[num_features]`.
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        channel_tensor(index, self.num_features, self.affine, self.track_running_stats)
    }

    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times(if self.affine { 2 } else { 1 })
    }
}

/// Normalisation of each channel of each sample, over the spatial axes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InstanceNorm {
    /// The channels. Without an affine part and running statistics nothing depends on them.
    pub num_features: usize,
    /// What is added to the variance.
    pub eps: f64,
    /// The weight of a new batch in the running statistics.
    pub momentum: f64,
    /// Whether there is a learned factor and offset per channel.
    pub affine: bool,
    /// Whether running statistics are kept.
    pub track_running_stats: bool,
}

impl InstanceNorm {
    pub(crate) const fn read(call: &mut Call<'_>) -> InstanceNorm {
        let axes = call.spatial_rank(1, 3);
        let (affine, track_running_stats) = (call.flag(3), call.flag(4));
        let num_features = if affine || track_running_stats {
            call.features(0, Part::Channels)
        } else {
            unchecked_features(call, 0)
        };
        let values = Shape::one(1).join(&call.input).with(1, 1).elements();
        if axes > 0 && !track_running_stats && matches!(values, Some(1)) {
            call.fail(At::Layer, Problem::OneElement);
        }
        InstanceNorm {
            num_features,
            eps: call.float(1),
            momentum: call.float(2),
            affine,
            track_running_stats,
        }
    }

    /// `weight`, `bias`, `running_mean` and `running_var`, each `[num_features]`.
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        channel_tensor(index, self.num_features, self.affine, self.track_running_stats)
    }

    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times(if self.affine { 5 } else { 4 })
    }
}

/// Normalisation of groups of channels of each sample.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GroupNorm {
    /// The groups, which divide the channels.
    pub num_groups: usize,
    /// The channels. Without an affine part nothing depends on them.
    pub num_channels: usize,
    /// What is added to the variance.
    pub eps: f64,
    /// Whether there is a learned factor and offset per channel.
    pub affine: bool,
}

impl GroupNorm {
    pub(crate) const fn read(call: &mut Call<'_>) -> GroupNorm {
        let affine = call.flag(3);
        let num_groups = call.size(0);
        let num_channels =
            if affine { call.features(1, Part::Channels) } else { unchecked_features(call, 1) };
        // Both have to be divisible: PyTorch looks at the declared number when the layer is made,
        // at the other when it runs.
        let mut channels = num_channels;
        if num_groups > 0 && channels % num_groups == 0 {
            channels = call.input.size(0);
        }
        if num_groups > 0 && channels % num_groups != 0 {
            let problem = Problem::Groups { groups: num_groups, channels, output: false };
            call.fail(At::Param(0), problem);
        }
        GroupNorm { num_groups, num_channels, eps: call.float(2), affine }
    }

    /// `weight` and `bias`, each `[num_channels]`.
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        channel_tensor(index, self.num_channels, self.affine, false)
    }

    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times(if self.affine { 5 } else { 4 })
    }
}

/// Normalisation of each sample over its last axes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LayerNorm {
    /// The last axes, over which is normalised.
    pub normalized_shape: Shape,
    /// What is added to the variance.
    pub eps: f64,
    /// Whether there is a learned factor and offset per normalised value.
    pub elementwise_affine: bool,
}

impl LayerNorm {
    pub(crate) const fn read(call: &mut Call<'_>) -> LayerNorm {
        LayerNorm {
            normalized_shape: read_normalized_shape(call),
            eps: call.float(1),
            elementwise_affine: call.flag(2),
        }
    }

    /// `weight` and `bias`, each of the normalised shape.
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        match index {
            0 if self.elementwise_affine => {
                Some(Tensor::parameter("weight", self.normalized_shape))
            }
            1 if self.elementwise_affine => Some(Tensor::parameter("bias", self.normalized_shape)),
            _ => None,
        }
    }

    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times(if self.elementwise_affine { 5 } else { 4 })
    }
}

/// Normalisation by the squares of neighbouring channels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LocalResponseNorm {
    /// The neighbouring channels that are summed.
    pub size: usize,
    /// The factor of the sum.
    pub alpha: f64,
    /// The exponent.
    pub beta: f64,
    /// What is added to the sum.
    pub k: f64,
}

impl LocalResponseNorm {
    pub(crate) const fn read(call: &mut Call<'_>) -> LocalResponseNorm {
        call.spatial_rank(1, 3);
        LocalResponseNorm {
            size: call.size(0),
            alpha: call.float(1),
            beta: call.float(2),
            k: call.float(3),
        }
    }

    /// The square and its sum over `size` channels, then factor, offset, power and quotient:
    /// `size + 5` per value.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        let values = Count::elements(output);
        values.times(self.size).plus(values.times(5))
    }
}

/// A declared number of features that PyTorch does not compare with what arrives.
const fn unchecked_features(call: &mut Call<'_>, param: usize) -> usize {
    match call.arg(param) {
        Arg::Size(_) => call.size(param),
        _ => call.input.size(0),
    }
}

/// The declared shape, which has to be the end of what arrives; `_` is all of what arrives.
const fn read_normalized_shape(call: &mut Call<'_>) -> Shape {
    let input = call.input;
    let mut shape = Shape::LOST;
    match call.arg(0) {
        Arg::Size(value) => shape = shape.push(value),
        Arg::List(list) if list.len() > crate::MAX_RANK => {
            let problem = Problem::AxisCount { values: list.len(), axes: input.rank() };
            call.fail(At::Param(0), problem);
        }
        Arg::List(list) => {
            while shape.rank() < list.len() {
                let Arg::Size(value) = list[shape.rank()] else { return input };
                shape = shape.push(value);
            }
        }
        _ => return input,
    }
    if input.is_lost() {
        return shape;
    }
    let mut agrees = shape.rank() > 0 && shape.rank() <= input.rank();
    let mut axis = 0;
    while agrees && axis < shape.rank() {
        let arrives = input.size(input.rank() - shape.rank() + axis);
        agrees = shape.size(axis) > 0 && (arrives == 0 || arrives == shape.size(axis));
        axis += 1;
    }
    if !agrees {
        let fix = if shape.rank() == 1 { Some(input.size(input.spatial_rank())) } else { None };
        call.fail_with_fix(At::Param(0), Problem::Normalized { shape }, fix);
    }
    shape
}

const fn channel_tensor(
    index: usize,
    channels: usize,
    affine: bool,
    statistics: bool,
) -> Option<Tensor> {
    let shape = Shape::one(channels);
    match if affine { index } else { index + 2 } {
        0 => Some(Tensor::parameter("weight", shape)),
        1 => Some(Tensor::parameter("bias", shape)),
        2 if statistics => Some(Tensor::buffer("running_mean", shape)),
        3 if statistics => Some(Tensor::buffer("running_var", shape)),
        _ => None,
    }
}
