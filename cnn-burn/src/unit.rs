//! A layer with its tensors.

use burn::module::{Flag, Param};
use burn::tensor::Device;
use cnn_core::{Node, Shape};

use crate::init;
use crate::layer::{Layer, Site};
use crate::state::LayerState;
use crate::value::Value;

/// A layer with its tensors.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) layer: Layer,
    pub(crate) state: LayerState,
    /// In layers that compute something else during training: whether they do so, or are frozen.
    pub(crate) training: Option<Param<Flag>>,
    /// The shape of its output, for one sample.
    pub(crate) output: Shape,
}

impl Unit {
    /// The layer of a node, with PyTorch's initial values.
    pub(crate) fn new(node: &Node, layer: Layer, device: &Device) -> Unit {
        let state = match &layer {
            Layer::Stateful(layer) => {
                let mut state = init::state(node, |suffix| layer.initial(suffix), device);
                layer.complete(&mut state);
                state
            }
            Layer::Joined(layer) => init::state(node, |suffix| layer.initial(suffix), device),
            Layer::Stateless(_) => LayerState::default(),
        };
        let training = layer.has_training_mode().then(|| Param::<Flag>::from_bool(!node.frozen));
        Unit { layer, state, training, output: node.output }
    }

    /// The layer of a node that uses the tensors of another unit.
    pub(crate) fn again(node: &Node, layer: Layer) -> Unit {
        Unit { layer, state: LayerState::default(), training: None, output: node.output }
    }

    /// The output for the inputs of the node. The tensors are those of `weights`, which is another unit
    /// after `again`. `autodiff` says whether the device differentiates.
    pub(crate) fn forward(&self, weights: &Unit, mut inputs: Vec<Value>, autodiff: bool) -> Value {
        let site = Site { output: &self.output, training: autodiff && weights.is_trained() };
        match &self.layer {
            Layer::Stateless(layer) => layer.forward(inputs.swap_remove(0), site),
            Layer::Stateful(layer) => layer.forward(inputs.swap_remove(0), &weights.state, site),
            Layer::Joined(layer) => layer.forward(inputs, &weights.state, site),
        }
    }

    /// The number of values whose variance the layer computes on such a batch, if it computes variances.
    pub(crate) fn values_per_variance(&self, batch: usize, training: bool) -> Option<usize> {
        match &self.layer {
            Layer::Stateful(layer) => {
                layer.values_per_variance(batch, Site { output: &self.output, training })
            }
            Layer::Stateless(_) | Layer::Joined(_) => None,
        }
    }

    /// Whether it is trained on a device that differentiates: unless it has been frozen.
    pub(crate) fn is_trained(&self) -> bool {
        self.training.as_ref().is_some_and(|flag| flag.is_enabled())
    }
}
