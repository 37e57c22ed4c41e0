#![doc = include_str!("../README.md")]

mod error;
mod export;
mod file;
mod layers;
pub mod proto;
mod tensor;
mod weights;
mod write;

pub use error::Error;
pub use export::{Export, MOST_BYTES, OPSET};
pub use weights::Weights;
