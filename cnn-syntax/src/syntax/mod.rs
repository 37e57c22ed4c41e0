//! The declaration as it is written: from tokens to the syntax tree.

pub mod ast;
mod attributes;
pub mod budget;
pub mod condition;
pub mod fragments;
pub mod label;
pub mod nesting;
pub mod parse;
pub mod weights;
