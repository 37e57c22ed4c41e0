//! The layers: for each its signature, its hyper-parameters and its algebra.
//!
//! A layer is a plain struct with up to five functions, which [`Op`](crate::Op) calls:
//!
//! * `read` makes it from the arguments of a call, and checks them;
//! * `output` gives the shape that leaves it (by default the shape that arrives);
//! * `tensor` lists its parameters and buffers;
//! * `macs` and `ops` give its cost.

mod activation;
mod arrange;
mod conv;
mod conv_transpose;
mod join;
mod linear;
mod nested;
mod norm;
mod pool;
mod regular;
mod resize;
mod window;

pub use activation::{Activation, Glu, PRelu, Softmax};
pub use arrange::{ChannelShuffle, Channels, Flatten, Permute, PixelShuffle, PixelUnshuffle};
pub use conv::Conv;
pub use conv_transpose::ConvTranspose;
pub use join::Join;
pub use linear::Linear;
pub use nested::Nested;
pub(crate) use nested::read as read_nested;
pub use norm::{BatchNorm, GroupNorm, InstanceNorm, LayerNorm, LocalResponseNorm};
pub use pool::{AdaptivePool, AvgPool, MaxPool};
pub use regular::{Dropout, LayerScale};
pub use resize::{Pad, PadMode, Upsample, UpsampleMode};
pub use window::{Padding, Window};

pub(crate) mod signatures {
    //! Every signature under its keyword's name.
    pub(crate) use super::activation::signature::*;
    pub(crate) use super::arrange::signature::*;
    pub(crate) use super::conv::SIGNATURE as CONV;
    pub(crate) use super::conv_transpose::SIGNATURE as CONV_TRANSPOSE;
    pub(crate) use super::join::signature::*;
    pub(crate) use super::linear::{FC, LINEAR};
    pub(crate) use super::nested::SIGNATURE as NETWORK;
    pub(crate) use super::norm::{
        BATCH as BATCHNORM, GROUP as GROUPNORM, INSTANCE as INSTANCENORM, LAYER as LAYERNORM,
        LOCAL_RESPONSE as LRN,
    };
    pub(crate) use super::pool::adaptive::{AVG as ADAPTIVE_AVGPOOL, MAX as ADAPTIVE_MAXPOOL};
    pub(crate) use super::pool::avg::SIGNATURE as AVGPOOL;
    pub(crate) use super::pool::max::SIGNATURE as MAXPOOL;
    pub(crate) use super::regular::signature::*;
    pub(crate) use super::resize::{PAD, UPSAMPLE};
}
