//! Batch norms folded into the layers before them.

use std::sync::Arc;

use candle_core::{Result, Tensor};
use cnn_core::engine::{Body, Model};
use cnn_core::layers::Identity;
use cnn_core::{Edge, Source};

use crate::affine::ChannelAffine;
use crate::layer::Layer;
use crate::state::LayerState;
use crate::unit::Unit;

/// Folds each batch norm into the layer whose output it takes, if nothing else needs that output: no other
/// node, and nobody outside.
pub(crate) fn fold(model: &mut Model<Unit>) -> Result<()> {
    let mut uses = vec![0; model.nodes().len()];
    let taken = model.nodes().iter().flat_map(|built| built.node.inputs).map(|edge| edge.from);
    let outputs = model.graph().outputs.into_iter().map(|output| output.from);
    for from in taken.chain(outputs) {
        if let Source::Node(index) = from {
            uses[index] += 1;
        }
    }
    let shared = shared(model);
    for index in (0..uses.len()).filter(|index| !shared[*index]) {
        let (before, rest) = model.nodes_mut().split_at_mut(index);
        let norm = match &mut rest[0].body {
            Body::Layer(unit) => unit,
            Body::Network(nested) => {
                fold(nested)?;
                continue;
            }
        };
        let inputs = rest[0].node.inputs;
        if inputs.len() == 1
            && let Edge { from: Source::Node(source), .. } = inputs.at(0)
            && uses[source] == 1
            && !shared[source]
            && let Body::Layer(unit) = &mut before[source].body
            && let Some(affine) = norm.channel_affine()?
            && unit.absorb(&affine)?
        {
            norm.clear();
        }
    }
    Ok(())
}

/// Whether weights are used by several nodes, for each of them. These stay as they are: what follows one use
/// need not follow the others.
fn shared(model: &Model<Unit>) -> Vec<bool> {
    let mut shared: Vec<bool> = model.nodes().iter().map(|built| built.shared).collect();
    for first in model.nodes().iter().filter_map(|built| built.node.weights_of) {
        shared[first] = true;
    }
    shared
}

impl Unit {
    fn channel_affine(&self) -> Result<Option<ChannelAffine>> {
        match &self.layer {
            Layer::Unary(layer) => layer.channel_affine(&self.state),
            Layer::Joined(_) => Ok(None),
        }
    }

    /// Changes the weights so that the output is scaled and shifted, if the layer has such weights.
    fn absorb(&mut self, ChannelAffine { scale, shift }: &ChannelAffine) -> Result<bool> {
        let Some(factors) = self.weight_scale(scale)? else { return Ok(false) };
        let weight = self.state.weight();
        let dtype = weight.dtype();
        let mut dims = factors.dims().to_vec();
        dims.resize(weight.rank(), 1);
        let weight = weight.to_dtype(scale.dtype())?.broadcast_mul(&factors.reshape(dims)?)?;
        let bias = match self.state.get("bias") {
            Some(bias) => ((bias.to_dtype(scale.dtype())? * scale)? + shift)?,
            None => shift.clone(),
        };
        let [weight, bias] = [weight.to_dtype(dtype)?, bias.to_dtype(dtype)?];
        self.state = LayerState::new([("weight", weight), ("bias", bias)]);
        self.hidden = true;
        Ok(true)
    }

    fn weight_scale(&self, scale: &Tensor) -> Result<Option<Tensor>> {
        match &self.layer {
            Layer::Unary(layer) => layer.weight_scale(&self.output, scale),
            Layer::Joined(_) => Ok(None),
        }
    }

    /// Leaves nothing to do for the layer.
    fn clear(&mut self) {
        self.layer = Layer::Unary(Arc::new(Identity));
        self.state = LayerState::default();
    }
}
