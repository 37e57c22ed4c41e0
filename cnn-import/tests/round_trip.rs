//! A network that is written as an ONNX model and read again is the same network.

mod common;

use cnn_core::{Op, Shape};
use common::exported;

/// Larger networks have the same blocks, more often or with more channels.
const MOST_PARAMS: u64 = 6_000_000;

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
        let form = exported(graph);
        assert_eq!(form.refusals, [], "{name}");
        let tensors = form.nodes.iter().flat_map(|node| form.tensors(node));
        let state: Vec<(String, Shape)> =
            tensors.map(|(name, tensor)| (name, tensor.shape)).collect();
        assert_eq!(state, graph.state_dict(), "{name}");
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
