//! What is said to the user: errors with their places, and what was meant by a wrong name.

pub mod errors;
pub mod place;
pub mod suggest;
pub mod wording;
