//! A node of the graph with what it keeps.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use cnn::{Node, Op};

use crate::error::Unloaded;
use crate::layers::{activation, arrange, conv, join, norm, per_channel, pool, resize};
use crate::precision::inner;
use crate::state::State;
use crate::walk::{Walk, only};

/// A node with its tensors.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) node: &'static Node,
    /// What it does: what the node says, unless the layer before does that, too.
    pub(crate) op: Op,
    pub(crate) state: State,
    /// The layers of an embedded network.
    pub(crate) nested: Option<Walk>,
    /// Whether it does what the norm after it did, so that nobody sees its own output.
    pub(crate) hidden: bool,
}

impl Unit {
    /// The layer with its weights. `prefix` is the scope it stands in, with a dot.
    pub(crate) fn new(
        node: &'static Node,
        prefix: &str,
        weights: &VarBuilder<'_>,
        unloaded: &mut Vec<Unloaded>,
    ) -> Unit {
        let name = format!("{prefix}{}", node.name);
        let nested = match node.op {
            Op::Network(nested) => {
                Some(Walk::new(&nested.graph, &format!("{name}."), weights, unloaded))
            }
            _ => None,
        };
        let state = State::load(node, &name, weights, unloaded);
        Unit { node, op: node.op, state, nested, hidden: false }
    }

    /// What the layer makes of the values that arrive.
    pub(crate) fn forward(&self, inputs: Vec<Tensor>) -> Result<Tensor> {
        if let Op::Join(join) = self.op {
            return join::join(join, &inputs);
        }
        let x = only(inputs);
        let (outer, inner) = (x.dtype(), inner(&self.op, x.dtype()));
        self.compute(&x.to_dtype(inner)?)?.to_dtype(outer)
    }

    /// The same of one value, in the type that the layer computes in.
    fn compute(&self, x: &Tensor) -> Result<Tensor> {
        let (state, output) = (&self.state, &self.node.output);
        match &self.op {
            Op::Conv(op) => conv::conv(op, state, output, x),
            Op::ConvTranspose(op) => conv::conv_transpose(op, state, output, x),
            Op::Linear(op) => conv::fully_connected(op, state, x),
            Op::MaxPool(op) => pool::max_pool(op, output, x),
            Op::AvgPool(op) => pool::avg_pool(op, output, x),
            Op::AdaptivePool(op) => pool::adaptive_pool(op, x),
            Op::BatchNorm(op) => norm::batchnorm(op, state, x),
            Op::InstanceNorm(op) => norm::instancenorm(op, state, x),
            Op::GroupNorm(op) => norm::groupnorm(op, state, x),
            Op::LayerNorm(op) => norm::layernorm(op, state, x),
            Op::LocalResponseNorm(op) => norm::lrn(op, x),
            Op::Activation(op) => activation::activation(*op, x),
            Op::Softmax(op) => activation::softmax(op, x),
            Op::Glu(op) => activation::glu(op, x),
            Op::PRelu(_) => activation::prelu(state, x),
            Op::LayerScale(_) => x.broadcast_mul(&per_channel(state.weight(), x)?),
            Op::Flatten(_) => arrange::with_batch(x, output),
            Op::Pad(op) => resize::pad(op, x),
            Op::Upsample(op) => resize::upsample(op, x),
            Op::PixelShuffle(op) => arrange::pixel_shuffle(op.upscale_factor, output, x),
            Op::PixelUnshuffle(op) => arrange::pixel_unshuffle(op.downscale_factor, output, x),
            Op::ChannelShuffle(op) => arrange::channel_shuffle(op, x),
            Op::Channels(op) => x.narrow(1, op.start, op.end - op.start),
            Op::Permute(op) => arrange::permute(op, x),
            // Nothing is dropped while inferring.
            Op::Identity(_) | Op::Dropout(_) => Ok(x.clone()),
            _ => unreachable!("`{}` was refused when the network was built", self.node.name),
        }
    }
}
