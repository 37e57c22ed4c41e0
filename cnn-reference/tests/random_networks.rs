//! Compares the value and the shape of every node of random networks in every engine with the reference.
//! Engines that are within 1e-9 of it, relative to the largest value, are within 2e-9 of each other.

mod engines;

use std::env;

use cnn_reference::{State, all_outputs, outputs, random};
use engines::{ENGINES, Precision};

/// The number of networks, unless `CNN_FUZZ_CASES` says another one.
const NETWORKS: u64 = 1_000;

/// The reason of burn not to take a batch. candle, which does not train, takes all.
const REASON: &str = "must compute a variance for each channel";

#[test]
fn engines_agree_with_the_reference_on_every_node() {
    let networks = env::var("CNN_FUZZ_CASES").map_or(NETWORKS, |cases| cases.parse().unwrap());
    for engine in ENGINES {
        let (mut refused, mut infinite) = (0, 0);
        for seed in 0..networks {
            let graph = random::network(seed).graph;
            let state = State::random(&graph, seed);
            let input = random::batch(&graph, 1 + seed as usize % 3, seed);
            let ours = match engine.nodes(&graph, &state, &input, Precision::Double) {
                Ok(ours) => ours,
                Err(refusal) => {
                    let known = refusal.contains(REASON);
                    assert!(known, "{}: network {seed}: {refusal}", engine.name);
                    refused += 1;
                    continue;
                }
            };
            let expected = outputs(&graph, &state, &input);
            assert_eq!(ours.len(), expected.len());
            for ((name, ours), (node, expected)) in
                ours.iter().zip(graph.nodes.iter().zip(&expected))
            {
                let at = format!("{}: network {seed}, {name}: {:?}", engine.name, node.op);
                assert_eq!(name, node.name, "{at}");
                assert_eq!(ours.sizes(), expected.sizes(), "{at}");
                if !expected.magnitude().is_finite() {
                    // As in PyTorch, a dilated pool over nothing but padding gives −∞. What later layers
                    // make of that may be NaN.
                    infinite += 1;
                    break;
                }
                let distance = ours.distance(expected);
                assert!(
                    distance <= 1e-9 * expected.magnitude().max(1e-3),
                    "{at}: off by {distance:e}"
                );
            }
        }
        println!("{}: {refused} refused, {infinite} infinite, of {networks}", engine.name);
        let most = if engine.name == "burn" { networks / 100 } else { 0 };
        assert!(refused <= most, "{}: {refused} of {networks} are refused", engine.name);
        assert!(
            infinite <= networks / 100,
            "{}: {infinite} of {networks} are infinite",
            engine.name
        );
    }
}

#[test]
fn engines_agree_with_the_reference_on_several_inputs_and_outputs() {
    let networks = env::var("CNN_FUZZ_CASES").map_or(NETWORKS / 2, |cases| cases.parse().unwrap());
    for engine in ENGINES {
        let mut compared = 0;
        for seed in 0..networks {
            let graph = random::several(seed).graph;
            let state = State::random(&graph, seed);
            let inputs = random::batches(&graph, 2, seed);
            let Ok((_, ours)) = (engine.outputs)(&graph, &state, &inputs, Precision::Double) else {
                // Which layers are refused is another test's.
                continue;
            };
            let (_, expected) = all_outputs(&graph, &state, &inputs);
            assert_eq!(ours.len(), expected.len());
            for ((ours, expected), output) in ours.iter().zip(&expected).zip(graph.outputs) {
                let at = format!("{}: network {seed}, {}", engine.name, output.name);
                assert_eq!(ours.sizes(), expected.sizes(), "{at}");
                if !expected.magnitude().is_finite() {
                    continue;
                }
                let distance = ours.distance(expected);
                let most = 1e-9 * expected.magnitude().max(1e-3);
                assert!(distance <= most, "{at}: off by {distance:e}");
                compared += 1;
            }
        }
        println!("{}: {compared} outputs of {networks} networks", engine.name);
        assert!(compared as u64 > 2 * networks);
    }
}

#[test]
fn engines_run_a_part_of_a_network_as_its_layers_in_its_place() {
    let networks = env::var("CNN_FUZZ_CASES").map_or(NETWORKS / 2, |cases| cases.parse().unwrap());
    for engine in ENGINES {
        let mut compared = 0;
        for seed in 0..networks {
            let (embedding, flat) = random::tapped(seed);
            let (graph, flat) = (embedding.graph, flat.graph);
            // The names of all tensors are the same.
            let state = State::random(&graph, seed);
            let input = random::batches(&graph, 2, seed);
            let (_, expected) = all_outputs(&flat, &state, &input);
            assert_eq!(all_outputs(&graph, &state, &input).1, expected, "network {seed}");
            let Ok((_, ours)) = (engine.outputs)(&graph, &state, &input, Precision::Double) else {
                continue;
            };
            for ((ours, expected), output) in ours.iter().zip(&expected).zip(graph.outputs) {
                if !expected.magnitude().is_finite() {
                    continue;
                }
                let distance = ours.distance(expected);
                let most = 1e-9 * expected.magnitude().max(1e-3);
                let at = format!("{}: network {seed}, {}", engine.name, output.name);
                assert!(distance <= most, "{at}: off by {distance:e}");
                compared += 1;
            }
        }
        println!("{}: {compared} outputs of {networks} networks", engine.name);
        assert!(compared as u64 > 2 * networks);
    }
}
