//! The outputs of random networks have the sizes that the algebra says.

use std::collections::BTreeSet;

use cnn::cnn;
use cnn_core::{Kind, Shape, Source};
use cnn_reference::{State, Tensor, network, output, outputs, random, rounded_outputs};

const NETWORKS: u64 = 3_000;

#[test]
fn every_node_has_the_shape_of_the_graph() {
    let (mut kinds, mut ranks, mut skips) = (BTreeSet::new(), BTreeSet::new(), 0);
    for seed in 0..NETWORKS {
        let graph = random::network(seed).graph;
        let state = State::random(&graph, seed);
        let input = random::batch(&graph, 2, seed);
        // This compares the sizes of every output with the graph.
        let values = outputs(&graph, &state, &input);
        assert_eq!(values.len(), random::LAYERS);
        let rounded = rounded_outputs(&graph, &state, &input);
        let finite = values[random::LAYERS - 1].magnitude().is_finite();
        assert!(finite && rounded.len() == values.len(), "network {seed}");
        ranks.insert(graph.input.rank());
        for (index, node) in graph.nodes.iter().enumerate() {
            kinds.insert(node.kind.keyword());
            let before = |from| match from {
                Source::Input(_) => index,
                Source::Node(from) => index - 1 - from,
                Source::Tap { .. } => unreachable!("there are no networks in these"),
            };
            skips += node.inputs.iter().filter(|edge| before(edge.from) > 0).count();
        }
    }
    let is_drawn = |kind: &&Kind| **kind != Kind::Network && !random::PARTIAL.contains(kind);
    let all = Kind::ALL.iter().filter(is_drawn);
    assert_eq!(kinds, all.map(|kind| kind.keyword()).collect());
    assert_eq!(ranks.len(), 4);
    assert!(skips > NETWORKS as usize, "{skips} branches");
}

cnn! {
    struct Inner: [2, 4] < conv(2, 3, 1); tanh >
    struct Outer: [2, 4] < first: Inner; second: channels(0..2); third: Inner >
}

#[test]
fn a_network_in_a_network_has_tensors_of_its_own() {
    let state = State::random(&Outer::GRAPH, 5);
    let input = Tensor::from_fn(&[1, 2, 4], |index| index[2] as f64 - index[1] as f64);
    let scoped = |scope: &str| {
        State::from_fn(&Inner::GRAPH, |name, _| state.get(&format!("{scope}.{name}")).clone())
    };
    let [first, second, third] = &outputs(&Outer::GRAPH, &state, &input)[..] else { panic!() };
    assert_eq!(*first, output(&Inner::GRAPH, &scoped("first"), &input));
    assert_eq!(*third, output(&Inner::GRAPH, &scoped("third"), second));
    assert_ne!(first, third);
}

#[test]
fn a_network_without_layers_is_its_input() {
    let input = Tensor::new(&[1, 3], vec![1.0, 2.0, 3.0]);
    assert_eq!(
        output(&network(Shape::new(&[3]), Vec::new()).graph, &State::default(), &input),
        input
    );
}

#[test]
fn a_state_survives_a_file() {
    let state = State::random(&Outer::GRAPH, 9);
    assert_eq!(State::from_safetensors(&state.to_safetensors()), state);
}
