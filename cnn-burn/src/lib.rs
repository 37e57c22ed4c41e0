#![doc = include_str!("guide.md")]
//!
//! # Layers
//!
//! All layers of the language run and train. Those that burn has not, or has with other numbers than
//! PyTorch, are made of its other operations: [`cnn::engines`] lists them.

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

pub use cnn::Refusal;
/// What can be wrong with a file of weights, the same for all engines.
pub use cnn_weights::Error as WeightsError;
pub use error::{BuildError, InputError};
pub use net::Net;
pub use value::Value;
