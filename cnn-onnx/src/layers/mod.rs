//! The layers in ONNX's operations.
//!
//! Shapes are those of the graph, which has checked them. What ONNX does not have, or what its engines compute
//! differently from PyTorch, is composed of other operations. A sample of the graph has an axis less than a value: the
//! batch is the first.

mod activation;
mod arrange;
mod attention;
mod conv;
mod join;
mod linear;
mod norm;
mod pool;
mod reduce;
mod resize;
mod weights;
mod window_attention;

use cnn_core::engine::{Body, Choice};
use cnn_core::{Node, Op};

use crate::write::{Site, Value};

/// A layer with one input.
pub(crate) trait Unary {
    /// Writes its operations, and returns its output.
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value;
}

/// A layer with several inputs.
pub(crate) trait Joined {
    /// Writes its operations, and returns its output.
    fn write(&self, branches: &[Value], site: &mut Site<'_>) -> Value;
}

/// A layer.
pub(crate) enum Layer {
    Unary(Box<dyn Unary>),
    Joined(Box<dyn Joined>),
}

impl Layer {
    pub(crate) fn write(&self, inputs: &[Value], site: &mut Site<'_>) -> Value {
        match self {
            Layer::Unary(layer) => layer.write(&inputs[0], site),
            Layer::Joined(layer) => layer.write(inputs, site),
        }
    }
}

/// How a node is written, or why it cannot be.
pub(crate) fn layer(node: &Node) -> Choice<Layer> {
    let unary: Box<dyn Unary> = match node.op {
        Op::Conv(layer) => Box::new(layer),
        Op::ConvTranspose(layer) => Box::new(layer),
        Op::Linear(layer) => Box::new(layer),
        Op::MaxPool(layer) => Box::new(layer),
        Op::AvgPool(layer) => Box::new(layer),
        Op::LpPool(layer) => Box::new(layer),
        Op::BlurPool(layer) => Box::new(layer),
        Op::AdaptivePool(layer) => Box::new(layer),
        Op::BatchNorm(layer) => Box::new(layer),
        Op::FrozenBatchNorm(layer) => Box::new(layer),
        Op::InstanceNorm(layer) => Box::new(layer),
        Op::GroupNorm(layer) => Box::new(layer),
        Op::LayerNorm(layer) => Box::new(layer),
        Op::RmsNorm(layer) => Box::new(layer),
        Op::GlobalResponseNorm(layer) => Box::new(layer),
        Op::LocalResponseNorm(layer) => Box::new(layer),
        Op::Normalize(layer) => Box::new(layer),
        Op::Activation(layer) => Box::new(layer),
        Op::Softmax(layer) => Box::new(layer),
        Op::Glu(layer) => Box::new(layer),
        Op::PRelu(layer) => Box::new(layer),
        Op::RRelu(layer) => Box::new(layer),
        Op::Dropout(layer) => Box::new(layer),
        Op::LayerScale(layer) => Box::new(layer),
        Op::Flatten(layer) => Box::new(layer),
        Op::Pad(layer) => Box::new(layer),
        Op::Upsample(layer) => Box::new(layer),
        Op::Unfold(layer) => Box::new(layer),
        Op::Fold(layer) => Box::new(layer),
        Op::PixelShuffle(layer) => Box::new(layer),
        Op::PixelUnshuffle(layer) => Box::new(layer),
        Op::ChannelShuffle(layer) => Box::new(layer),
        Op::Reshape(layer) => Box::new(layer),
        Op::Slice(layer) => Box::new(layer),
        Op::Flip(layer) => Box::new(layer),
        Op::Roll(layer) => Box::new(layer),
        Op::Reduce(layer) => Box::new(layer),
        Op::Attention(layer) => Box::new(layer),
        Op::WindowAttention(layer) => Box::new(layer),
        Op::Parameter(layer) => Box::new(layer),
        Op::Permute(layer) => Box::new(layer),
        Op::Identity(layer) => Box::new(layer),
        Op::CrossAttention(layer) => return joined(layer),
        Op::ScaledDotProductAttention(layer) => return joined(layer),
        Op::Join(layer) => return joined(layer),
        Op::Network(nested) => return Ok(Body::Network(nested)),
    };
    Ok(Body::Layer(Layer::Unary(unary)))
}

fn joined(layer: impl Joined + 'static) -> Choice<Layer> {
    Ok(Body::Layer(Layer::Joined(Box::new(layer))))
}
