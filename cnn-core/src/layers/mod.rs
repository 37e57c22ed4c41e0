//! The layers, each with all that is known of it.
//!
//! The file of a layer contains, in this order:
//!
//! * `params!`: its parameters in PyTorch's order, with their kinds and defaults;
//! * `KEYWORD`: its keyword, its names in other libraries, how it is drawn, and how it may use the memory of the input.
//!   It is a `static`, because const evaluation would make the constants of all layers before it looks at one;
//! * `read`: the reading of a call, which checks the arguments;
//! * a struct with its hyper-parameters, as engines need them, that answers
//!   * `output`: the shape of the output,
//!   * `tensors`: its parameters and buffers, in the order of the `state_dict`,
//!   * `work`: its multiply-accumulates and element-wise operations,
//!   * `classes`: PyTorch's modules for one to three spatial axes,
//!   * `keeps`: the values that training keeps for its gradients,
//!   * `reach`: which positions of the input a position of the output takes,
//!   * `details`: the text of pictures after its keyword.
//!
//! `table.rs` lists the layers. Everything else that depends on the layer, here and in the engines, is an exhaustive
//! `match`.

#![expect(clippy::module_inception, reason = "a file of several keywords may have one's name")]

mod activation;
mod adaptive_pool;
mod attention;
mod avgpool;
mod batchnorm;
mod blur_pool;
mod channel_shuffle;
mod conv;
mod conv_transpose;
mod cross_attention;
mod dropout;
mod flatten;
mod flip;
mod fold;
mod frozen_batchnorm;
mod glu;
mod grn;
mod groupnorm;
mod identity;
mod instancenorm;
mod join;
mod layer_scale;
mod layernorm;
mod linear;
mod lp_pool;
mod lrn;
mod maxpool;
mod network;
mod norm;
mod normalize;
mod pad;
mod parameter;
mod permute;
mod pixel_shuffle;
mod pixel_unshuffle;
mod prelu;
mod reduce;
mod reshape;
mod rmsnorm;
mod roll;
mod rrelu;
mod scaled_dot_product;
mod slice;
mod softmax;
mod table;
mod unfold;
mod upsample;
mod weights;
mod window;
mod window_attention;

use core::fmt;

pub use activation::Activation;
pub use adaptive_pool::AdaptivePool;
pub use attention::Attention;
pub use avgpool::AvgPool;
pub use batchnorm::BatchNorm;
pub use blur_pool::BlurPool;
pub use channel_shuffle::ChannelShuffle;
pub use conv::Conv;
pub use conv_transpose::ConvTranspose;
pub use cross_attention::CrossAttention;
pub use dropout::{Dropout, Drops};
pub use flatten::Flatten;
pub use flip::Flip;
pub use fold::Fold;
pub use frozen_batchnorm::FrozenBatchNorm;
pub use glu::Glu;
pub use grn::GlobalResponseNorm;
pub use groupnorm::GroupNorm;
pub use identity::Identity;
pub use instancenorm::InstanceNorm;
pub use join::Join;
pub use layer_scale::LayerScale;
pub use layernorm::LayerNorm;
pub use linear::Linear;
pub use lp_pool::LpPool;
pub use lrn::LocalResponseNorm;
pub use maxpool::MaxPool;
pub use normalize::Normalize;
pub use pad::{Pad, PadMode};
pub use parameter::Parameter;
pub use permute::Permute;
pub use pixel_shuffle::PixelShuffle;
pub use pixel_unshuffle::PixelUnshuffle;
pub use prelu::PRelu;
pub use reduce::{Reduce, Reduction};
pub use reshape::Reshape;
pub use rmsnorm::RmsNorm;
pub use roll::Roll;
pub use rrelu::RRelu;
pub use scaled_dot_product::ScaledDotProductAttention;
pub use slice::Slice;
pub use softmax::Softmax;
pub use table::{Kind, Op};
pub use unfold::Unfold;
pub use upsample::{Upsample, UpsampleMode};
pub use weights::{Parametrization, TensorNames, WeightStandardization};
pub use window::{Padding, Window};
pub use window_attention::{WindowAttention, WindowForm};

pub use crate::network::Nested;

use crate::error::Problem;
use crate::language::call::Call;
use crate::language::params::Size;
use crate::shape::Shape;

/// The most sizes of a value that a layer can be told to make: channels and three spatial axes.
const MOST_SIZES: usize = 4;

/// A size divided by a factor that has to divide it.
const fn divide(call: &mut Call<'_>, factor: Size, dim: usize, by: usize) -> usize {
    let size = call.input.size(dim);
    if by == 0 {
        return 0;
    }
    if !size.is_multiple_of(by) {
        call.fail(call.place(factor.0, 0), Problem::Indivisible { dim, size, by });
        return 0;
    }
    size / by
}

/// `3×3`.
fn write_sizes(text: &mut dyn fmt::Write, sizes: &Shape) -> fmt::Result {
    for (axis, size) in sizes.dims().iter().enumerate() {
        write!(text, "{}{size}", if axis == 0 { "" } else { "×" })?;
    }
    Ok(())
}

/// `3`, or `3×5` where the axes differ.
fn write_uniform(text: &mut dyn fmt::Write, sizes: &Shape) -> fmt::Result {
    if sizes.is_uniform() { write!(text, "{}", sizes.size(0)) } else { write_sizes(text, sizes) }
}
