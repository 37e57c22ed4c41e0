#![doc = include_str!("../README.md")]

mod error;
pub mod form;
mod network;
mod onnx;
mod order;
mod pt2;
mod size;
mod source;
mod tensors;

pub use error::Error;
pub use form::Form;
pub use network::Network;
pub use onnx::read as read_onnx;
pub use pt2::read as read_pt2;
pub use source::{Layout, write};
