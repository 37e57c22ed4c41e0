//! Compares the shape and the value of every node of the zoo's networks in every engine with the reference,
//! with random weights, on small images, so that it takes seconds.
//!
//! Networks with many parameters take gigabytes of memory. They run if `CNN_WHOLE_ZOO` is set.

mod engines;
mod small_zoo;

use std::env;

use cnn_core::Graph;
use cnn_reference::{State, outputs, random};
use engines::{ENGINES, Precision};
use small_zoo::NETWORKS;

/// Networks with at most so many parameters and multiply-accumulates always run.
const FEW: (u64, u64) = (9_000_000, 1_000_000_000);

#[test]
fn all_networks_are_here() {
    let names: Vec<&str> = NETWORKS.iter().map(|(name, ..)| *name).collect();
    let all: Vec<&str> = cnn_zoo::all().iter().map(|entry| entry.name).collect();
    assert_eq!(names, all);
}

#[test]
fn engines_agree_with_the_reference_on_every_node_of_every_network() {
    let whole = env::var_os("CNN_WHOLE_ZOO").is_some();
    let mut count = 0;
    for (name, graph, summary) in NETWORKS {
        if whole || summary.params <= FEW.0 && summary.macs <= FEW.1 {
            agree(name, graph);
            count += 1;
        }
    }
    assert_eq!(count, if whole { 99 } else { 26 });
    if !whole {
        println!("SKIPPED: {} large networks, which run with CNN_WHOLE_ZOO=1", 99 - count);
    }
}

fn agree(name: &str, graph: &Graph) {
    let state = State::random(graph, 1);
    let input = random::batch(graph, 2, 2);
    let expected = outputs(graph, &state, &input);
    for engine in ENGINES {
        let outputs = engine
            .nodes(graph, &state, &input, Precision::Single)
            .unwrap_or_else(|refusal| panic!("{name} in {}: {refusal}", engine.name));
        // Of the layers in another network, the output that is compared.
        let own = |(name, _): &(String, _)| graph.node(name).is_some();
        let outputs: Vec<_> = outputs.into_iter().filter(own).collect();
        assert_eq!(outputs.len(), graph.nodes.len());
        let mut furthest: f64 = 0.0;
        for (((node, value), expected), declared) in outputs.iter().zip(&expected).zip(graph.nodes)
        {
            let at = format!("{name} in {}, {node}", engine.name);
            assert_eq!(node, declared.name, "{at}");
            assert_eq!(value.sizes()[1..], *declared.output.dims(), "{at}");
            let distance = value.distance(expected) / expected.magnitude();
            assert!(distance < 2e-5, "{at}: off by {distance:e} of the largest value");
            furthest = furthest.max(distance);
        }
        println!("{name} in {}: within {furthest:.0e} of the largest value", engine.name);
    }
}
