//! The layers of this engine.

use std::fmt;
use std::sync::Arc;

use candle_core::{Result, Tensor};
use cnn_core::Shape;

use crate::affine::ChannelAffine;
use crate::state::LayerState;

/// The layer that computes the output of a node.
#[derive(Clone, Debug)]
pub(crate) enum Layer {
    Unary(Arc<dyn Unary>),
    Joined(Arc<dyn Joined>),
}

/// A layer with a single input, which the hyper-parameters of the graph implement.
pub(crate) trait Unary: fmt::Debug + Send + Sync {
    /// The output for an input.
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor>;

    /// Whether half precision is good enough to compute in: in layers that move values around, and in
    /// products of matrices, whose sums candle makes in f32.
    fn computes_in_half(&self) -> bool {
        false
    }

    /// What the layer does to each channel, if it does nothing else: then it can be folded into the
    /// layer before.
    fn channel_affine(&self, _state: &LayerState) -> Result<Option<ChannelAffine>> {
        Ok(None)
    }

    /// The factors for the first dims of the weight that multiply each channel of the output with its
    /// `scale`, if the weight has such dims: then a norm can be folded into the layer.
    fn weight_scale(&self, _output: &Shape, _scale: &Tensor) -> Result<Option<Tensor>> {
        Ok(None)
    }
}

/// A layer that joins several values, likewise.
pub(crate) trait Joined: fmt::Debug + Send + Sync {
    /// The output for the input.
    fn forward(&self, branches: &[Tensor], site: Site<'_>) -> Result<Tensor>;

    /// Whether half precision is good enough to compute in.
    fn computes_in_half(&self) -> bool {
        false
    }
}

/// Where a layer runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site<'a> {
    /// Its tensors.
    pub(crate) state: &'a LayerState,
    /// The shape of its output, for one sample.
    pub(crate) output: &'a Shape,
}
