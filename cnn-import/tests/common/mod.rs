//! Helpers that the tests share.

use cnn_core::Graph;
use cnn_import::{Form, read_onnx};
use cnn_onnx::{Export, Weights};

/// A network, written as an ONNX model and read again.
pub fn exported(graph: &Graph) -> Form {
    let mut weights = Weights::default();
    for (name, shape) in graph.state_dict() {
        weights.insert(name, shape.dims(), &vec![0.5; shape.elements() as usize]);
    }
    let bytes = Export::new(graph).weights(weights).to_bytes().unwrap();
    read_onnx(bytes, None).unwrap()
}
