//! A node of the graph with what it keeps.

use burn::module::{Flag, Param};
use burn::tensor::Device;
use cnn::{Node, Op};

use crate::init;
use crate::layers::{activation, arrange, conv, join, norm, pool, regular, resize};
use crate::state::State;
use crate::value::Value;
use crate::walk::Walk;

/// A node and its tensors.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) node: &'static Node,
    pub(crate) state: State,
    /// Whether it does what it does while training, in layers that then do something else.
    pub(crate) training: Option<Param<Flag>>,
    /// The layers of an embedded network.
    pub(crate) nested: Option<Walk>,
}

impl Unit {
    /// A new unit, with PyTorch's initial values.
    pub(crate) fn new(node: &'static Node, device: &Device) -> Unit {
        let nested = match node.op {
            Op::Network(nested) => Some(Walk::new(&nested.graph, device)),
            _ => None,
        };
        let training = trains(&node.op).then(|| Param::<Flag>::from_bool(true));
        Unit { node, state: init::state(node, device), training, nested }
    }

    /// What the layer makes of the values that arrive.
    pub(crate) fn forward(&self, mut inputs: Vec<Value>, autodiff: bool) -> Value {
        let output = &self.node.output;
        if let Op::Join(join) = self.node.op {
            return join::join(join, inputs);
        }
        let Some(x) = inputs.pop() else { unreachable!("a layer has an input") };
        let (state, training) = (&self.state, self.is_training(autodiff));
        match &self.node.op {
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
            Op::Flatten(_) => x.reshape(output.dims()),
            Op::Pad(op) => resize::pad(op, x),
            Op::Upsample(op) => resize::upsample(op, x),
            Op::PixelShuffle(op) => arrange::pixel_shuffle(op.upscale_factor, output, x),
            Op::PixelUnshuffle(op) => arrange::pixel_unshuffle(op.downscale_factor, output, x),
            Op::ChannelShuffle(op) => arrange::channel_shuffle(op, x),
            Op::Channels(op) => arrange::channels(op, x),
            Op::Permute(op) => arrange::permute(op, x),
            Op::Identity(_) => x,
            _ => unreachable!("`{}` was refused when the network was built", self.node.name),
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
