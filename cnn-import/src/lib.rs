#![doc = include_str!("../README.md")]

mod error;
pub mod form;
mod onnx;
mod pt2;
mod size;
mod source;
mod tensors;

pub use error::Error;
pub use form::Form;
pub use onnx::{read as read_onnx, weights as onnx_weights};
pub use pt2::{read as read_pt2, weights as pt2_weights};
pub use source::{Layout, write};
