//! What every model has: the names and shapes of its network, and an order in which it runs.

use std::collections::{BTreeMap, BTreeSet};

use cnn_core::engine::{Body, Model};
use cnn_core::{Graph, Kind, Op};
use cnn_onnx::proto::{GraphProto, TensorProto, ValueInfoProto};
use cnn_onnx::{Export, Weights};
use cnn_reference::{State, cases, networks, random};

use crate::text::shape;

/// Compares a model with its network.
fn check(name: &str, graph: &Graph) -> GraphProto {
    let model = Export::new(graph).model().unwrap_or_else(|error| panic!("{name}: {error}"));
    let made = model.graph.unwrap();
    let mut values: BTreeSet<&str> = BTreeSet::new();
    let given = made.input.iter().map(ValueInfoProto::name);
    for value in given.chain(made.initializer.iter().map(TensorProto::name)) {
        assert!(values.insert(value), "{name}: {value} twice");
    }
    let mut nodes = BTreeSet::new();
    for node in &made.node {
        assert!(nodes.insert(node.name()), "{name}: the node {} twice", node.name());
        for input in node.input.iter().filter(|input| !input.is_empty()) {
            assert!(values.contains(input.as_str()), "{name}: {} takes {input}", node.name());
        }
        for output in &node.output {
            assert!(values.insert(output), "{name}: {output} twice");
        }
    }
    check_state(name, graph, &made);
    let infos = made.value_info.iter().chain(&made.output);
    let shapes: BTreeMap<&str, String> = infos.map(|info| (info.name(), shape(info))).collect();
    let mut found = 0;
    for (layer, sizes) in leaves(graph) {
        let node = made.node.iter().find(|node| node.name() == layer);
        let node = node.unwrap_or_else(|| panic!("{name}: no node {layer}"));
        assert_eq!(shapes.get(node.output[0].as_str()), Some(&sizes), "{name}: {layer}");
        found += 1;
    }
    // Others are copies for outputs.
    let copies = made.output.iter().filter(|output| nodes.contains(&*copy_of(output.name())));
    assert_eq!(found + copies.count(), shapes.len(), "{name}");
    assert_eq!(made.output.len(), graph.outputs.len(), "{name}");
    for (made, output) in made.output.iter().zip(graph.outputs) {
        assert!(values.contains(made.name()), "{name}: no {}", made.name());
        assert_eq!(shape(made), batch_of(output.shape.dims()), "{name}");
    }
    made
}

fn copy_of(output: &str) -> String {
    format!("{output}/Identity")
}

/// Tensors have the names and sizes of the state, in its order, but that integers have values.
fn check_state(name: &str, graph: &Graph, made: &GraphProto) {
    let inputs = graph.inputs.len();
    for (made, input) in made.input.iter().zip(graph.inputs) {
        assert_eq!(shape(made), batch_of(input.shape.dims()), "{name}");
    }
    let open = made.input[inputs..].iter().map(|input| (input.name(), shape(input)));
    let known = made.initializer.iter();
    let known = known.map(|tensor| (tensor.name(), format!("{:?}", tensor.dims)));
    let all: BTreeMap<&str, String> = open.chain(known).collect();
    let state = graph.state_dict();
    assert_eq!(all.len(), state.len(), "{name}");
    for (tensor, sizes) in &state {
        assert_eq!(all.get(tensor.as_str()), Some(&format!("{:?}", sizes.dims())), "{name}");
    }
}

/// `[batch, 3, 8]`
fn batch_of(sizes: &[usize]) -> String {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    format!("[{}]", [&["batch".to_owned()], &sizes[..]].concat().join(", "))
}

/// All layers, those of embedded networks among them, with the shapes of their outputs.
fn leaves(graph: &Graph) -> Vec<(String, String)> {
    let model = Model::new(graph, |_, node, _| {
        Ok(match node.op {
            Op::Network(nested) => Body::Network(nested),
            _ => Body::Layer(()),
        })
    });
    let model = model.unwrap();
    model
        .layers()
        .map(|(built, ())| (built.name.clone(), batch_of(built.node.output.dims())))
        .collect()
}

#[test]
fn every_layer_is_exported() {
    let mut kinds = BTreeSet::new();
    for case in cases::all() {
        check(&case.name, &case.graph);
        kinds.extend(case.graph.nodes.iter().map(|node| node.kind.keyword()));
    }
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Network) {
        assert!(kinds.contains(kind.keyword()), "{kind} is not tried");
    }
}

#[test]
fn every_network_of_the_zoo_is_exported() {
    for entry in cnn_zoo::all() {
        check(entry.name, entry.graph);
    }
}

#[test]
fn random_networks_are_exported() {
    for seed in 0..100 {
        check("random", &random::network(seed).graph);
        check("several", &random::several(seed).graph);
        let (tapped, flat) = random::tapped(seed);
        check("tapped", &tapped.graph);
        check("flat", &flat.graph);
    }
}

/// The tensors are those of the file, value by value.
#[test]
fn weights_become_initializers() {
    let graph = networks::TinyResNet::GRAPH;
    let state = State::random(&graph, 1);
    let weights = Weights::from_bytes(state.to_safetensors()).unwrap();
    let made = Export::new(&graph).weights(weights).model().unwrap().graph.unwrap();
    let names: Vec<&str> = made.initializer.iter().map(TensorProto::name).collect();
    let expected = graph.state_dict();
    assert_eq!(names, expected.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
    for tensor in &made.initializer {
        let values = tensor.raw_data().as_chunks().0.iter();
        let values: Vec<f64> = values.map(|bytes| f64::from(f32::from_le_bytes(*bytes))).collect();
        assert_eq!(values, state.get(tensor.name()).values(), "{}", tensor.name());
    }
}
