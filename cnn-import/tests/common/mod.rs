//! Helpers that the tests share.

use cnn_core::layers::WindowForm;
use cnn_core::{Graph, Op};
use cnn_import::{Form, read_onnx};
use cnn_onnx::{Export, Weights};

/// A network, written as an ONNX model and read again.
pub fn exported(graph: &Graph) -> Form {
    let mut weights = Weights::default();
    for (name, shape) in graph.state_dict() {
        // Equal values would hide a wrong order.
        let values: Vec<f32> =
            (0..shape.elements()).map(|index| 1.5 + (index as f32).sin()).collect();
        weights.insert(name, shape.dims(), &values);
    }
    for node in graph.nodes {
        let Op::WindowAttention(layer) = node.op else { continue };
        let index: Vec<i64> = layer.relative_position_index().map(|index| index as i64).collect();
        let sizes = match layer.form {
            WindowForm::MaxVit => vec![layer.tokens(), layer.tokens()],
            WindowForm::Swin | WindowForm::SwinV2 => vec![index.len()],
        };
        weights.insert_integers(format!("{}.relative_position_index", node.name), &sizes, &index);
        // The bias of keys is never used.
        if let (WindowForm::SwinV2, true) = (layer.form, layer.qkv_bias) {
            weights.insert(
                format!("{}.qkv.bias", node.name),
                &[3 * layer.embed_dim],
                &vec![0.0; 3 * layer.embed_dim],
            );
        }
    }
    let bytes = Export::new(graph).weights(weights).to_bytes().unwrap();
    read_onnx(bytes, None).unwrap()
}
