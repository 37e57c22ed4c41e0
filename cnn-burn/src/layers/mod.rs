//! The layers in burn's operations.
//!
//! Shapes are those of the graph, which has checked them. Operations that burn does not have are made of
//! others.

mod activation;
mod arrange;
mod conv;
pub(crate) mod join;
mod norm;
mod pool;
mod regular;
mod resize;

use cnn_core::engine::{Body, Choice};
use cnn_core::{Node, Op};

use crate::layer::Layer;

/// The layer that runs a node, or the reason that none does.
pub(crate) fn layer(node: &'static Node) -> Choice<Layer> {
    Ok(Body::Layer(match &node.op {
        Op::Conv(layer) => Layer::Stateful(layer),
        Op::ConvTranspose(layer) => Layer::Stateful(layer),
        Op::Linear(layer) => Layer::Stateful(layer),
        Op::MaxPool(layer) => Layer::Stateless(layer),
        Op::AvgPool(layer) => Layer::Stateless(layer),
        Op::AdaptivePool(layer) => Layer::Stateless(layer),
        Op::BatchNorm(layer) => Layer::Stateful(layer),
        Op::InstanceNorm(layer) => Layer::Stateful(layer),
        Op::GroupNorm(layer) => Layer::Stateful(layer),
        Op::LayerNorm(layer) => Layer::Stateful(layer),
        Op::LocalResponseNorm(layer) => Layer::Stateless(layer),
        Op::Activation(layer) => Layer::Stateless(layer),
        Op::Softmax(layer) => Layer::Stateless(layer),
        Op::Glu(layer) => Layer::Stateless(layer),
        Op::PRelu(layer) => Layer::Stateful(layer),
        Op::RRelu(layer) => Layer::Stateless(layer),
        Op::Dropout(layer) => Layer::Stateless(layer),
        Op::LayerScale(layer) => Layer::Stateful(layer),
        Op::Flatten(layer) => Layer::Stateless(layer),
        Op::Pad(layer) => Layer::Stateless(layer),
        Op::Upsample(layer) => Layer::Stateless(layer),
        Op::PixelShuffle(layer) => Layer::Stateless(layer),
        Op::PixelUnshuffle(layer) => Layer::Stateless(layer),
        Op::ChannelShuffle(layer) => Layer::Stateless(layer),
        Op::Channels(layer) => Layer::Stateless(layer),
        Op::Permute(layer) => Layer::Stateless(layer),
        Op::Identity(layer) => Layer::Stateless(layer),
        Op::Join(join) => Layer::Join(*join),
        Op::Network(nested) => return Ok(Body::Network(nested)),
    }))
}
