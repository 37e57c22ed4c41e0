//! What only editors read.

pub mod hover;
pub mod mirror;
