//! A layer with its tensors.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use cnn_core::{Node, Shape};

use crate::error::Unloaded;
use crate::layer::{Layer, Site};
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
        let (outer, inner) = (inputs[0].dtype(), inner(&self.layer, inputs[0].dtype()));
        let inputs = inputs.iter().map(|input| input.to_dtype(inner));
        let inputs = inputs.collect::<Result<Vec<Tensor>>>()?;
        let site = Site { state: &weights.state, output: &self.output };
        let output = match &self.layer {
            Layer::Unary(layer) => layer.forward(&inputs[0], site),
            Layer::Joined(layer) => layer.forward(&inputs, site),
        };
        output?.to_dtype(outer)
    }
}
