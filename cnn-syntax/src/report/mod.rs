//! Messages to the user: errors with their places, and suggestions for wrong names.

pub mod errors;
pub mod place;
pub mod suggest;
pub mod wording;
