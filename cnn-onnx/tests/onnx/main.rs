//! Tests of the export to ONNX.

mod proto;
