//! Tests of the export to ONNX. `tests/runtime` compares its values with those of the reference.

mod files;
mod proto;
mod snapshots;
mod structure;
mod text;
