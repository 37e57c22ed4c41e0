//! Compares the reference with PyTorch's answers.

use std::collections::BTreeSet;

use cnn_core::Kind;
use cnn_reference::networks::{lenet, tiny_resnet};
use cnn_reference::{cases, output};

#[test]
fn every_layer_is_pytorchs() {
    let wrong: Vec<String> = cases::all()
        .iter()
        .filter_map(|case| {
            let ours = output(&case.graph, &case.state, &case.input);
            if ours.sizes() != case.output.sizes() {
                return Some(format!("{}: {:?}", case.name, ours.sizes()));
            }
            let distance = ours.distance(&case.output);
            // The answers have 12 digits.
            let allowed = 1e-11 * case.output.magnitude().max(1.0);
            (distance > allowed).then(|| format!("{}: off by {distance:e}", case.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_layer_is_without_a_case() {
    let cases = cases::all();
    let covered = cases.iter().flat_map(|case| case.graph.nodes);
    let covered: BTreeSet<&str> = covered.map(|node| node.kind.keyword()).collect();
    let all = Kind::ALL.iter().filter(|kind| **kind != Kind::Network);
    assert_eq!(covered, all.map(|kind| kind.keyword()).collect());
}

#[test]
fn networks_are_pytorchs() {
    for network in [lenet(), tiny_resnet()] {
        let state = network.state();
        for (input, expected) in network.batches() {
            let distance = output(&network.graph, &state, &input).distance(&expected);
            assert!(distance < 1e-12, "{} is off by {distance:e}", network.graph.name);
        }
    }
}
