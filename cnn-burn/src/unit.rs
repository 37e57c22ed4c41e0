//! A node of the graph with what it keeps.

use burn::module::{Flag, Param};
use burn::tensor::Device;
use cnn::{Edge, Node, Op, Shape};

use crate::error::Refusal;
use crate::init;
use crate::layers::{activation, arrange, conv, join, norm, pool, regular, resize};
use crate::refusal::refusal;
use crate::state::State;
use crate::value::Value;
use crate::walk::Walk;

/// A node: its layer, its tensors, and where its inputs come from.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) name: &'static str,
    pub(crate) op: Op,
    pub(crate) inputs: &'static [Edge],
    /// The shape of its output, for one sample.
    pub(crate) output: Shape,
    pub(crate) state: State,
    /// Whether it does what it does while training, in layers that then do something else.
    pub(crate) training: Option<Param<Flag>>,
    /// The layers of an embedded network.
    pub(crate) nested: Option<Walk>,
}

impl Unit {
    /// A new unit, with PyTorch's initial values. `prefix` is the scope it stands in, with a dot.
    pub(crate) fn new(
        node: &Node,
        prefix: &str,
        device: &Device,
        refused: &mut Vec<Refusal>,
    ) -> Unit {
        let name = format!("{prefix}{}", node.name);
        let nested = match node.op {
            Op::Network(nested) => {
                Some(Walk::new(&nested.graph, &format!("{name}."), device, refused))
            }
            _ => None,
        };
        if let Some(reason) = refusal(node) {
            refused.push(Refusal { node: name, kind: node.kind, reason });
        }
        Unit {
            name: node.name,
            op: node.op,
            inputs: node.inputs,
            output: node.output,
            // A network that is refused is not built: there is no use in its values.
            state: if refused.is_empty() { init::state(node, device) } else { State::default() },
            training: trains(&node.op).then(|| Param::<Flag>::from_bool(true)),
            nested,
        }
    }

    /// What the layer makes of the values that arrive.
    pub(crate) fn forward(&self, mut inputs: Vec<Value>, autodiff: bool) -> Value {
        if let Op::Join(join) = self.op {
            return join::join(join, inputs);
        }
        let Some(x) = inputs.pop() else { unreachable!("a layer has an input") };
        let (state, training) = (&self.state, self.is_training(autodiff));
        match &self.op {
            Op::Conv(op) => conv::conv(op, state, x),
            Op::ConvTranspose(op) => conv::conv_transpose(op, state, x),
            Op::Linear(op) => conv::fully_connected(op, state, x),
            Op::MaxPool(op) => pool::max_pool(op, x),
            Op::AvgPool(op) => pool::avg_pool(op, x),
            Op::AdaptivePool(op) => pool::adaptive_pool(op, x),
            Op::BatchNorm(op) => norm::batchnorm(op, state, training, x),
            Op::InstanceNorm(op) => norm::instancenorm(op, state, training, x),
            Op::GroupNorm(op) => norm::groupnorm(op, state, x),
            Op::LayerNorm(op) => norm::layernorm(op, state, x),
            Op::LocalResponseNorm(op) => norm::lrn(op, x),
            Op::Activation(op) => activation::activation(op, x),
            Op::Softmax(op) => activation::softmax(op, x),
            Op::Glu(op) => activation::glu(op, x),
            Op::PRelu(_) => activation::prelu(state, x),
            Op::Dropout(op) => regular::dropout(op, training, x),
            Op::LayerScale(_) => regular::layer_scale(state, x),
            Op::Flatten(_) => x.reshape(self.output.dims()),
            Op::Pad(op) => resize::pad(op, x),
            Op::Upsample(op) => resize::upsample(op, x),
            Op::PixelShuffle(op) => arrange::pixel_shuffle(op.upscale_factor, &self.output, x),
            Op::PixelUnshuffle(op) => {
                arrange::pixel_unshuffle(op.downscale_factor, &self.output, x)
            }
            Op::ChannelShuffle(op) => arrange::channel_shuffle(op, x),
            Op::Channels(op) => arrange::channels(op, x),
            Op::Permute(op) => arrange::permute(op, x),
            Op::Identity => x,
            _ => unreachable!("`{}` was refused when the network was built", self.name),
        }
    }

    /// Whether the layer does what it does while training: on a device that differentiates, unless
    /// it has been frozen.
    pub(crate) fn is_training(&self, autodiff: bool) -> bool {
        autodiff && self.training.as_ref().is_some_and(|flag| flag.is_enabled())
    }
}

/// Whether a layer does something else while training.
fn trains(op: &Op) -> bool {
    matches!(op, Op::BatchNorm(_) | Op::InstanceNorm(_) | Op::Dropout(_))
}
