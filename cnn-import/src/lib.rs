#![doc = include_str!("../README.md")]

mod error;
pub mod form;
mod pt2;
mod source;

pub use error::Error;
pub use form::Form;
pub use pt2::{read as read_pt2, weights as pt2_weights};
pub use source::{Layout, write};
