//! Calls of layers: which argument is for which parameter, and its value.

pub mod bind;
pub mod evaluate;
pub mod operand;
pub mod text;
