//! What cannot be done with candle.

use cnn::{Node, Op};

/// Why a node cannot run, if it cannot: all that this version knows can.
pub(crate) fn refusal(node: &Node) -> Option<String> {
    match node.op {
        Op::Identity(_)
        | Op::Conv(_)
        | Op::ConvTranspose(_)
        | Op::Linear(_)
        | Op::MaxPool(_)
        | Op::AvgPool(_)
        | Op::AdaptivePool(_)
        | Op::BatchNorm(_)
        | Op::InstanceNorm(_)
        | Op::GroupNorm(_)
        | Op::LayerNorm(_)
        | Op::LocalResponseNorm(_)
        | Op::Activation(_)
        | Op::Softmax(_)
        | Op::Glu(_)
        | Op::PRelu(_)
        | Op::Dropout(_)
        | Op::LayerScale(_)
        | Op::Flatten(_)
        | Op::Pad(_)
        | Op::Upsample(_)
        | Op::PixelShuffle(_)
        | Op::PixelUnshuffle(_)
        | Op::ChannelShuffle(_)
        | Op::Channels(_)
        | Op::Permute(_)
        | Op::Join(_)
        | Op::Network(_) => None,
    }
}
