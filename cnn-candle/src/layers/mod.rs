//! The layers in candle's operations.
//!
//! Shapes are those of the graph, which has checked them. Operations that candle does not have are made
//! of others.

mod activation;
mod arrange;
mod attention;
mod conv;
mod fold;
pub(crate) mod join;
mod norm;
mod parameter;
mod pool;
mod reduce;
mod regular;
mod resize;
mod weights;
mod window_attention;

use std::sync::Arc;

use cnn_core::engine::{Body, Choice};
use cnn_core::{Node, Op};

use crate::layer::{Joined, Layer, Unary};

/// The layer that runs a node, or the reason that none does.
pub(crate) fn layer(node: &Node) -> Choice<Layer> {
    let unary: Arc<dyn Unary> = match node.op {
        Op::Conv(layer) => Arc::new(layer),
        Op::ConvTranspose(layer) => Arc::new(layer),
        Op::Linear(layer) => Arc::new(layer),
        Op::MaxPool(layer) => Arc::new(layer),
        Op::AvgPool(layer) => Arc::new(layer),
        Op::LpPool(layer) => Arc::new(layer),
        Op::BlurPool(layer) => Arc::new(layer),
        Op::AdaptivePool(layer) => Arc::new(layer),
        Op::BatchNorm(layer) => Arc::new(layer),
        Op::FrozenBatchNorm(layer) => Arc::new(layer),
        Op::InstanceNorm(layer) => Arc::new(layer),
        Op::GroupNorm(layer) => Arc::new(layer),
        Op::LayerNorm(layer) => Arc::new(layer),
        Op::RmsNorm(layer) => Arc::new(layer),
        Op::GlobalResponseNorm(layer) => Arc::new(layer),
        Op::LocalResponseNorm(layer) => Arc::new(layer),
        Op::Normalize(layer) => Arc::new(layer),
        Op::Activation(layer) => Arc::new(layer),
        Op::Softmax(layer) => Arc::new(layer),
        Op::Glu(layer) => Arc::new(layer),
        Op::PRelu(layer) => Arc::new(layer),
        Op::RRelu(layer) => Arc::new(layer),
        Op::Dropout(layer) => Arc::new(layer),
        Op::LayerScale(layer) => Arc::new(layer),
        Op::Flatten(layer) => Arc::new(layer),
        Op::Pad(layer) => Arc::new(layer),
        Op::Upsample(layer) => Arc::new(layer),
        Op::Unfold(layer) => Arc::new(layer),
        Op::Fold(layer) => Arc::new(layer),
        Op::PixelShuffle(layer) => Arc::new(layer),
        Op::PixelUnshuffle(layer) => Arc::new(layer),
        Op::ChannelShuffle(layer) => Arc::new(layer),
        Op::Reshape(layer) => Arc::new(layer),
        Op::Slice(layer) => Arc::new(layer),
        Op::Flip(layer) => Arc::new(layer),
        Op::Roll(layer) => Arc::new(layer),
        Op::Reduce(layer) => Arc::new(layer),
        Op::Attention(layer) => Arc::new(layer),
        Op::WindowAttention(layer) => Arc::new(layer),
        Op::Parameter(layer) => Arc::new(layer),
        Op::Permute(layer) => Arc::new(layer),
        Op::Identity(layer) => Arc::new(layer),
        Op::CrossAttention(layer) => return joined(layer),
        Op::ScaledDotProductAttention(layer) => return joined(layer),
        Op::Join(layer) => return joined(layer),
        Op::Network(nested) => return Ok(Body::Network(nested)),
    };
    Ok(Body::Layer(Layer::Unary(unary)))
}

fn joined(layer: impl Joined + 'static) -> Choice<Layer> {
    Ok(Body::Layer(Layer::Joined(Arc::new(layer))))
}
