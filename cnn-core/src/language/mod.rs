//! How a layer is written: what its keyword accepts, and the reading of its arguments.

mod arguments;
pub(crate) mod call;
#[cfg(feature = "encode")]
pub mod foreign_names;
mod inputs;
mod lists;
pub(crate) mod params;
pub mod signature;
pub(crate) mod spelling;

pub use arguments::{Arg, Args};
pub use inputs::{Arrivals, Inputs, Packed};
