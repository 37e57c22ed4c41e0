#![doc = include_str!("guide.md")]
//!
//! # Layers
//!
//! All layers of the language run and train. Those that burn has not, or has with other numbers than
//! PyTorch, are made of its other operations: [`cnn::engines`] lists them.

mod error;
mod header;
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
mod weights_error;

pub use error::{BuildError, InputError, Refusal};
pub use net::Net;
pub use value::Value;
pub use weights_error::{Mismatch, WeightsError};
