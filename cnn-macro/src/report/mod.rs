//! What is said to the user.

pub mod errors;
pub mod suggest;
