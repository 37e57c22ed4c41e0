//! Tests of the export to ONNX.

mod files;
mod proto;
#[path = "../../../cnn-reference/tests/small_zoo/mod.rs"]
mod small_zoo;
