// The guide's program also runs on candle. `cnn-reference` tests it, so that nobody has to build candle for the examples
// of this crate.
#![cfg_attr(not(doctest), doc = include_str!("guide.md"))]
//!
//! # Layers
//!
//! All layers of the language run and train. Those that burn does not have, or not with PyTorch's numbers,
//! are made of its other operations: a [table](https://docs.rs/cnn/latest/cnn/engines) lists them.
//!
//! [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html

mod error;
mod init;
mod layer;
mod layers;
mod module;
mod net;
mod state;
mod tensor;
mod unit;
mod value;
mod weights;

pub use cnn_core::engine::{InputError, Refusal};
/// The errors of weight files, the same for all engines.
pub use cnn_weights::Error as WeightsError;
pub use cnn_weights::Ignored;
pub use error::{BuildError, ForwardError};
pub use net::Net;
pub use value::Value;

#[doc = include_str!("from_one_machine_to_many.md")]
pub mod from_one_machine_to_many {}
