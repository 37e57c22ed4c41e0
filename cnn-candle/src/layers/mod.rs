//! The layers in candle's operations.
//!
//! Shapes are those of the graph, which has checked them. Operations that candle does not have are made
//! of others.

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

use crate::layer::{Layer, Unary};

/// The layer that runs a node, or the reason that none does.
pub(crate) fn layer(node: &'static Node) -> Choice<Layer> {
    let unary: &'static dyn Unary = match &node.op {
        Op::Conv(layer) => layer,
        Op::ConvTranspose(layer) => layer,
        Op::Linear(layer) => layer,
        Op::MaxPool(layer) => layer,
        Op::AvgPool(layer) => layer,
        Op::AdaptivePool(layer) => layer,
        Op::BatchNorm(layer) => layer,
        Op::InstanceNorm(layer) => layer,
        Op::GroupNorm(layer) => layer,
        Op::LayerNorm(layer) => layer,
        Op::LocalResponseNorm(layer) => layer,
        Op::Activation(layer) => layer,
        Op::Softmax(layer) => layer,
        Op::Glu(layer) => layer,
        Op::PRelu(layer) => layer,
        Op::RRelu(layer) => layer,
        Op::Dropout(layer) => layer,
        Op::LayerScale(layer) => layer,
        Op::Flatten(layer) => layer,
        Op::Pad(layer) => layer,
        Op::Upsample(layer) => layer,
        Op::PixelShuffle(layer) => layer,
        Op::PixelUnshuffle(layer) => layer,
        Op::ChannelShuffle(layer) => layer,
        Op::Channels(layer) => layer,
        Op::Permute(layer) => layer,
        Op::Identity(layer) => layer,
        Op::Join(join) => return Ok(Body::Layer(Layer::Join(*join))),
        Op::Network(nested) => return Ok(Body::Network(nested)),
    };
    Ok(Body::Layer(Layer::Unary(unary)))
}
