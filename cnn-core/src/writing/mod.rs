//! Names, numbers and columns as text, which tables and pictures share.

mod facts;
pub(crate) mod grid;
mod label;
pub(crate) mod width;

pub use facts::{Facts, listed};
pub use grid::{Align, Grid};
pub use label::label;
