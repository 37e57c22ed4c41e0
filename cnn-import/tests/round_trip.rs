//! A network that is written as an ONNX model and read again is the same network.

use cnn_core::{Graph, Op, Shape};
use cnn_import::{Form, read_onnx};
use cnn_onnx::{Export, Weights};

/// Larger networks have the same blocks, more often or with more channels.
const MOST_PARAMS: u64 = 6_000_000;

/// The network, written and read again.
fn again(graph: &Graph) -> Form {
    let mut weights = Weights::default();
    for (name, shape) in graph.state_dict() {
        weights.insert(name, shape.dims(), &vec![0.5; shape.elements() as usize]);
    }
    let bytes = Export::new(graph).weights(weights).to_bytes().unwrap();
    read_onnx(bytes, None).unwrap()
}

/// The tensors of a form, in the order of its layers.
fn state(form: &Form) -> Vec<(String, Shape)> {
    let mut state = Vec::new();
    for node in &form.nodes {
        let input = node.inputs.first().map_or(node.shape, |value| form.shape(*value));
        for tensor in (0..).map_while(|index| node.op.tensor(index, &input)) {
            let path = node.path().unwrap_or_default();
            let name = if tensor.suffix.is_empty() { path } else { path + "." + tensor.suffix };
            state.push((name, tensor.shape));
        }
    }
    state
}

/// A layer as a model has it: `fc` becomes `flatten` and `linear`, and there is no momentum, which only training needs.
fn written(op: Op) -> Op {
    match op {
        Op::Linear(mut linear) => {
            linear.flatten = false;
            Op::Linear(linear)
        }
        Op::BatchNorm(mut norm) => {
            norm.momentum = 0.1;
            Op::BatchNorm(norm)
        }
        op => op,
    }
}

#[test]
fn networks_of_the_zoo_come_back() {
    let small = cnn_zoo::all().iter().filter(|entry| entry.summary.params < MOST_PARAMS);
    let mut count = 0;
    for entry in small {
        let (name, graph) = (entry.name, entry.graph);
        let form = again(graph);
        assert_eq!(form.refusals, [], "{name}");
        assert_eq!(state(&form), graph.state_dict(), "{name}");
        assert_eq!(form.params(), entry.summary.params, "{name}");
        assert_eq!(form.macs(), entry.summary.macs, "{name}");
        // What has no tensors may be written with several layers, or be left out, as dropout is.
        for node in &form.nodes {
            let layer = node.path().and_then(|path| graph.node(&path));
            if let Some(layer) = layer.filter(|layer| layer.op.tensor(0, &layer.input).is_some()) {
                assert_eq!(node.op, written(layer.op), "{name}, {}", layer.name);
            }
        }
        count += 1;
    }
    assert!(count > 15, "{count}");
}
