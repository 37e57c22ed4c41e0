//! What ONNX files have.
//!
//! `model.rs` decodes a file, and `modern.rs` brings its nodes into the form of the newest opset. `constants.rs` folds
//! what depends on no input, with the operations of `fold.rs`. `plan.rs` walks from the outputs to what they need, and
//! finds what is written as several operations with `pattern.rs` and the table `patterns.rs`, and attention in windows
//! with `windows/`. `read.rs` makes layers of the rest, with the functions of `operations/`.

mod arithmetic;
mod attributes;
mod constant;
mod constants;
mod fold;
mod model;
mod modern;
mod names;
mod operations;
mod pattern;
mod patterns;
mod plan;
mod ranges;
mod read;
mod shapes;
mod site;
mod tensor;
mod tensorflow;
mod weights;
mod windows;

pub use read::{Weights, read, with_weights};
pub use weights::weights;
