//! The keywords of the language, one item each, so that editors find them.
//!
//! Shapes are written without the batch axis. Arguments before the first named one stand in
//! PyTorch's order; every argument can be given by its name. A size for each spatial axis may be
//! given as a tuple, `(3, 5)`. In the signatures `_` means that a value is inferred from what
//! arrives, `…` that it follows from the other arguments.
//!
//! A network does not name these items: inside of [`cnn!`](crate::cnn) the keywords are always
//! understood, whatever else has their names.

#![expect(non_upper_case_globals, reason = "these are the keywords as they are written")]

mod activation;
mod arrange;
mod conv;
mod join;
mod linear;
mod norm;
mod pool;
mod regular;
mod resize;

pub use activation::*;
pub use arrange::*;
pub use conv::*;
pub use join::*;
pub use linear::*;
pub use norm::*;
pub use pool::*;
pub use regular::*;
pub use resize::*;
