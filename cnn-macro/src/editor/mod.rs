//! The part of the expansion that only editors read.

pub mod hover;
pub mod mirror;
