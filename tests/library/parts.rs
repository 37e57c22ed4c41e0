//! Parts of networks in others, and values from inside of them.

use cnn::{Graph, Summary};
use cnn_core::DType;
use cnn_core::layers::Nested;
use cnn_reference::random;
use proptest::prelude::*;

/// What is told of a network that does not depend on how it is declared.
fn facts(Nested { graph, summary, .. }: &Nested) -> impl PartialEq + std::fmt::Debug + use<> {
    let leaves: Vec<_> =
        summary.leaves().map(|leaf| (leaf.name.clone(), leaf.output, leaf.macs)).collect();
    let Summary { params, buffers, macs, ops, activations, peak_activations, .. } = *summary;
    let outputs: Vec<_> = graph.outputs.iter().map(|output| (output.name, output.shape)).collect();
    (
        (params, buffers, macs, ops, activations, peak_activations),
        leaves,
        outputs,
        (graph.state_dict(), summary.traffic(), summary.receptive_fields()),
        DType::ALL.map(|dtype| (graph.arena_bytes(dtype), graph.live_bytes(dtype))),
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_part_is_what_its_layers_would_be_in_its_place(seed: u64) {
        let (embedding, flat) = random::tapped(seed);
        prop_assert_eq!(facts(&embedding), facts(&flat));
        let svg = |graph: &Graph| graph.svg();
        prop_assert_eq!(svg(&embedding.graph), svg(&flat.graph));
    }
}
