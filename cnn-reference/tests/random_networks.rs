//! Random networks in every engine against the reference: the value and shape of every node. Engines
//! that are within 1e-9 of it, relative to the largest value, are within 2e-9 of each other.

mod engines;

use std::env;

use cnn_reference::{State, outputs, random};
use engines::{ENGINES, Precision};

/// So many, or `CNN_FUZZ_CASES`.
const NETWORKS: u64 = 1_000;

/// Why burn may not take a batch; candle, which does not train, takes all.
const REASON: &str = "has to find a variance for each channel";

#[test]
fn engines_agree_with_the_reference_on_every_node() {
    let networks = env::var("CNN_FUZZ_CASES").map_or(NETWORKS, |cases| cases.parse().unwrap());
    for engine in ENGINES {
        let mut passed_over = 0;
        for seed in 0..networks {
            let graph = random::network(seed).graph;
            let state = State::random(&graph, seed);
            let input = random::batch(&graph, 1 + seed as usize % 3, seed);
            let ours = match (engine.outputs)(&graph, &state, &input, Precision::Double) {
                Ok(ours) => ours,
                Err(refusal) => {
                    let known = refusal.contains(REASON);
                    assert!(known, "{}: network {seed}: {refusal}", engine.name);
                    passed_over += 1;
                    continue;
                }
            };
            let expected = outputs(&graph, &state, &input);
            for ((name, ours), (node, expected)) in
                ours.iter().zip(graph.nodes.iter().zip(&expected))
            {
                let at = format!("{}: network {seed}, {name}: {:?}", engine.name, node.op);
                assert_eq!(name, node.name, "{at}");
                assert_eq!(ours.sizes(), expected.sizes(), "{at}");
                if !expected.magnitude().is_finite() {
                    // A dilated pool that finds nothing but padding makes it −∞, as in PyTorch.
                    break;
                }
                let distance = ours.distance(expected);
                assert!(
                    distance <= 1e-9 * expected.magnitude().max(1e-3),
                    "{at}: off by {distance:e}"
                );
            }
            assert_eq!(ours.len(), expected.len());
        }
        println!("{}: {passed_over} passed over", engine.name);
        let most = if engine.name == "burn" { networks / 3 } else { 0 };
        assert!(passed_over <= most, "{}: {passed_over} of {networks}", engine.name);
    }
}
