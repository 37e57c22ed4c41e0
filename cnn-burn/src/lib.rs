#![doc = include_str!("guide.md")]
//!
//! # Layers
//!
//! All layers of the language run and train. Those that burn has not, or has with other numbers
//! than PyTorch, are made of its other operations:
//!
//! | layer | made of |
//! |---|---|
//! | `maxpool`, `avgpool` over volumes | pools over the planes, then along the depth |
//! | `adaptive_maxpool` | the maximum of each window, one axis after the other |
//! | `conv` over volumes with `padding = same` of an odd total | a padding, then a convolution |
//! | `elu`, `selu` | burn's own have no gradient where `eˣ` overflows |
//! | `hardswish`, `hardsigmoid` | burn's own compute in `f32` while they differentiate |
//! | `groupnorm`, `instancenorm` | a layer norm of each group, a batch norm of each instance |
//! | `lrn` | an average pool over the channels; burn's own is shifted where `size` is even |
//! | `pad(mode = circular)` | slices, put together |
//! | `upsample` in 1-D and 3-D | upsampling of images |
//!
//! Refused, when the network is built, is a circular padding of more than a crop at the other side
//! leaves: PyTorch fills it with whatever is in memory.

mod error;
mod init;
mod layers;
mod module;
mod net;
mod refusal;
mod state;
mod unit;
mod value;
mod walk;
mod weights;

pub use error::{BuildError, InputError, Refusal, WeightsError};
pub use net::Net;
pub use value::Value;
