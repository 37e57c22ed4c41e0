//! A layer with its tensors.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use cnn_core::{Node, Shape};

use crate::error::Unloaded;
use crate::layer::{Layer, Site};
use crate::layers::join;
use crate::precision::inner;
use crate::state::LayerState;

/// A layer with its tensors.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) layer: Layer,
    pub(crate) state: LayerState,
    /// The shape of its output, for one sample.
    pub(crate) output: Shape,
    /// Whether the norm after it is folded into it, so that observers do not see its own output.
    pub(crate) hidden: bool,
}

impl Unit {
    /// The layer of the node with this full name. Tensors that cannot be loaded are added to `unloaded`.
    pub(crate) fn load(
        name: &str,
        node: &Node,
        layer: Layer,
        weights: &VarBuilder<'_>,
        unloaded: &mut Vec<Unloaded>,
    ) -> Unit {
        let dtype = inner(&layer, weights.dtype());
        let state = LayerState::load(name, node, dtype, weights, unloaded);
        Unit { layer, state, output: node.output, hidden: false }
    }

    /// The layer of a node that uses the tensors of another unit.
    pub(crate) fn again(node: &Node, layer: Layer) -> Unit {
        Unit { layer, state: LayerState::default(), output: node.output, hidden: false }
    }

    /// The output for the inputs of the node. The tensors are those of `weights`, which is another unit after
    /// `again`.
    pub(crate) fn forward(&self, weights: &Unit, inputs: &[Tensor]) -> Result<Tensor> {
        match &self.layer {
            Layer::Join(join) => join::forward(*join, inputs),
            Layer::Unary(layer) => {
                let (x, site) = (&inputs[0], Site { state: &weights.state, output: &self.output });
                let dtype = inner(&self.layer, x.dtype());
                layer.forward(&x.to_dtype(dtype)?, site)?.to_dtype(x.dtype())
            }
        }
    }
}
