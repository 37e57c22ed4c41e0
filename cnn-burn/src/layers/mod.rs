//! The layers in burn's operations.
//!
//! Shapes are those of the graph, which has checked them. Operations that burn does not have are made of
//! others.

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

use cnn_core::engine::{Body, Choice};
use cnn_core::{Node, Op};

use crate::layer::Layer;

/// The layer that runs a node, or the reason that none does.
pub(crate) fn layer(node: &Node) -> Choice<Layer> {
    Ok(Body::Layer(match node.op {
        Op::Conv(layer) => Layer::stateful(layer),
        Op::ConvTranspose(layer) => Layer::stateful(layer),
        Op::Linear(layer) => Layer::stateful(layer),
        Op::MaxPool(layer) => Layer::stateless(layer),
        Op::AvgPool(layer) => Layer::stateless(layer),
        Op::LpPool(layer) => Layer::stateless(layer),
        Op::BlurPool(layer) => Layer::stateless(layer),
        Op::AdaptivePool(layer) => Layer::stateless(layer),
        Op::BatchNorm(layer) => Layer::stateful(layer),
        Op::FrozenBatchNorm(layer) => Layer::stateful(layer),
        Op::InstanceNorm(layer) => Layer::stateful(layer),
        Op::GroupNorm(layer) => Layer::stateful(layer),
        Op::LayerNorm(layer) => Layer::stateful(layer),
        Op::RmsNorm(layer) => Layer::stateful(layer),
        Op::GlobalResponseNorm(layer) => Layer::stateful(layer),
        Op::LocalResponseNorm(layer) => Layer::stateless(layer),
        Op::Normalize(layer) => Layer::stateless(layer),
        Op::Activation(layer) => Layer::stateless(layer),
        Op::Softmax(layer) => Layer::stateless(layer),
        Op::Glu(layer) => Layer::stateless(layer),
        Op::PRelu(layer) => Layer::stateful(layer),
        Op::RRelu(layer) => Layer::stateless(layer),
        Op::Dropout(layer) => Layer::stateless(layer),
        Op::LayerScale(layer) => Layer::stateful(layer),
        Op::Flatten(layer) => Layer::stateless(layer),
        Op::Pad(layer) => Layer::stateless(layer),
        Op::Upsample(layer) => Layer::stateless(layer),
        Op::Unfold(layer) => Layer::stateless(layer),
        Op::Fold(layer) => Layer::stateless(layer),
        Op::PixelShuffle(layer) => Layer::stateless(layer),
        Op::PixelUnshuffle(layer) => Layer::stateless(layer),
        Op::ChannelShuffle(layer) => Layer::stateless(layer),
        Op::Reshape(layer) => Layer::stateless(layer),
        Op::Slice(layer) => Layer::stateless(layer),
        Op::Flip(layer) => Layer::stateless(layer),
        Op::Roll(layer) => Layer::stateless(layer),
        Op::Reduce(layer) => Layer::stateless(layer),
        Op::Attention(layer) => Layer::stateful(layer),
        Op::WindowAttention(layer) => Layer::stateful(layer),
        Op::Parameter(layer) => Layer::stateful(layer),
        Op::Permute(layer) => Layer::stateless(layer),
        Op::Identity(layer) => Layer::stateless(layer),
        Op::CrossAttention(layer) => Layer::joined(layer),
        Op::ScaledDotProductAttention(layer) => Layer::joined(layer),
        Op::Join(layer) => Layer::joined(layer),
        Op::Network(nested) => return Ok(Body::Network(nested)),
    }))
}
