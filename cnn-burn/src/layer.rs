//! The layers of this engine.

use std::fmt;
use std::sync::Arc;

use cnn_core::Shape;

use crate::state::LayerState;
use crate::value::Value;

/// The layer that computes the output of a node.
#[derive(Clone, Debug)]
pub(crate) enum Layer {
    Stateless(Arc<dyn Stateless>),
    Stateful(Arc<dyn Stateful>),
    Joined(Arc<dyn Joined>),
}

/// A layer with a single input and without tensors, which the hyper-parameters of the graph implement.
pub(crate) trait Stateless: fmt::Debug + Send + Sync {
    /// The output for an input.
    fn forward(&self, x: Value, site: Site<'_>) -> Value;

    /// Whether it computes something else during training.
    fn has_training_mode(&self) -> bool {
        false
    }
}

/// A layer with a single input and tensors of its own, likewise.
pub(crate) trait Stateful: fmt::Debug + Send + Sync {
    /// The output for an input.
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value;

    /// What the new tensor with this suffix is filled with.
    fn initial(&self, suffix: &str) -> Initial;

    /// Changes new tensors whose values depend on others.
    fn complete(&self, _state: &mut LayerState) {}

    /// Whether it computes something else during training.
    fn has_training_mode(&self) -> bool {
        false
    }

    /// The number of values whose variance it computes, if it computes variances.
    fn values_per_variance(&self, _batch: usize, _site: Site<'_>) -> Option<usize> {
        None
    }
}

/// A layer that joins several values, likewise.
pub(crate) trait Joined: fmt::Debug + Send + Sync {
    /// The output for the input.
    fn forward(&self, branches: Vec<Value>, state: &LayerState, site: Site<'_>) -> Value;

    /// What the new tensor with this suffix is filled with.
    fn initial(&self, _suffix: &str) -> Initial {
        Initial::Constant(0.0)
    }

    /// Whether it computes something else during training.
    fn has_training_mode(&self) -> bool {
        false
    }
}

/// Where a layer runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site<'a> {
    /// The shape of its output, for one sample.
    pub(crate) output: &'a Shape,
    /// Whether it is trained.
    pub(crate) training: bool,
}

/// What a new tensor is filled with.
#[derive(Clone, Debug)]
pub(crate) enum Initial {
    /// PyTorch's `kaiming_uniform_(a = √5)`: random values, uniform in `± 1 / √fan_in` of the layer.
    KaimingUniform,
    /// PyTorch's `xavier_uniform_` of a matrix: random values, uniform in `± √(6 / (fan_in + fan_out))`.
    XavierUniform,
    /// Random values, normally distributed.
    Normal { mean: f64, std: f64 },
    /// One value everywhere.
    Constant(f64),
    /// These values.
    Values(Vec<f64>),
    /// These integers.
    Integers(Vec<i64>),
}

impl Layer {
    pub(crate) fn stateless(layer: impl Stateless + 'static) -> Layer {
        Layer::Stateless(Arc::new(layer))
    }

    pub(crate) fn stateful(layer: impl Stateful + 'static) -> Layer {
        Layer::Stateful(Arc::new(layer))
    }

    pub(crate) fn joined(layer: impl Joined + 'static) -> Layer {
        Layer::Joined(Arc::new(layer))
    }

    pub(crate) fn has_training_mode(&self) -> bool {
        match self {
            Layer::Stateless(layer) => layer.has_training_mode(),
            Layer::Stateful(layer) => layer.has_training_mode(),
            Layer::Joined(layer) => layer.has_training_mode(),
        }
    }
}
