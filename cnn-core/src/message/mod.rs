//! Messages: what is wrong in words, where the number comes from, and what to write.
//!
//! The macro and const evaluation both take them from here, so they read the same.

mod header;
mod label;
mod trace;
mod verify;
mod weights;
mod wording;

pub use header::{HeaderError, MAX_INPUT_RANK, Order, input_error};
pub use trace::{Proposes, Trace};
pub use weights::{DIFFERENCES, FileTensor, MUST_BE, OTHER_FILE, SAVE_AS};
