//! Random networks with branches: what is alive while they run, against a simulation.

use std::rc::Rc;

use cnn::Source;
use cnn_core::layers::Nested;
use cnn_reference::random;
use proptest::prelude::*;

/// The values that a run has in its hands at a node, their number and what they are, are those that the
/// graph says are needed.
#[test]
fn a_run_keeps_no_value_longer_than_it_is_needed() {
    for seed in 0..50 {
        let graph = random::network(seed).graph;
        let (mut index, values) = (0, Rc::new(()));
        let output = graph.run((0, values.clone()), |node, inputs| {
            let taken: Vec<usize> = node.inputs.iter().map(|edge| value(edge.from)).collect();
            assert_eq!(inputs.iter().map(|(value, _)| *value).collect::<Vec<_>>(), taken);
            let later = graph.nodes.iter().skip(index).enumerate();
            let needed = |value: usize| {
                let mut later = later.clone().filter(|(at, _)| *at > 0);
                later
                    .any(|(_, node)| node.inputs.iter().any(|edge| self::value(edge.from) == value))
            };
            let kept = (0..=index).filter(|value| needed(*value)).count();
            assert_eq!(Rc::strong_count(&values), 1 + inputs.len() + kept, "{seed}: {}", node.name);
            index += 1;
            if seed == 7 && index == 3 { Err(node.name) } else { Ok((index, values.clone())) }
        });
        let expected = if seed == 7 { Err(graph.nodes.at(2).name) } else { Ok(graph.nodes.len()) };
        assert_eq!(output.map(|(last, _)| last), expected);
    }
}

cnn::cnn! {
    struct Inner: [4, 8] < relu; group: { lrn(3); relu } >
    struct Outer: [4, 8] < lrn(5); stage: seq { Inner; relu } >
}

#[test]
fn what_an_engine_refuses_is_named_in_full() {
    let reason = |node: &cnn::Node| (node.kind == cnn::Kind::Lrn).then(|| "no".to_owned());
    let refusals = Outer::GRAPH.refusals(reason);
    let text: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    assert_eq!(text, ["`lrn1` (lrn): no", "`stage.0.group.lrn1` (lrn): no"]);
    assert!(Outer::GRAPH.refusals(|_| None).is_empty());
}

/// The number of a value: 0 for the input, `i + 1` for what node `i` makes.
fn value(source: Source) -> usize {
    match source {
        Source::Input(_) => 0,
        Source::Node(index) => index + 1,
        Source::Tap { .. } => unreachable!("there are no networks in these"),
    }
}

/// The largest number of values alive, and the first layer at which they are, found by looking at every
/// moment who is still needed.
fn simulate(sizes: &[usize], takes: &[Vec<usize>]) -> (usize, usize) {
    let alive = |layer: usize| -> usize {
        let needed = |value: &usize| {
            let later = takes[layer..].iter().any(|takes| takes.contains(value));
            later || *value == layer + 1
        };
        (0..=layer + 1).filter(needed).map(|value| sizes[value]).sum()
    };
    let counts: Vec<usize> = (0..takes.len()).map(alive).collect();
    let most = counts.iter().copied().max().unwrap();
    (most, counts.iter().position(|count| *count == most).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_peak_is_that_of_a_simulation(seed: u64) {
        let Nested { graph, summary, .. } = random::network(seed);
        let takes: Vec<Vec<usize>> = graph.nodes.iter()
            .map(|node| node.inputs.iter().map(|edge| value(edge.from)).collect())
            .collect();
        let outputs = graph.nodes.iter().map(|node| node.output);
        let sizes: Vec<usize> = [graph.input].into_iter().chain(outputs)
            .map(|shape| shape.dims().iter().product())
            .collect();
        let (most, layer) = simulate(&sizes, &takes);
        prop_assert_eq!(summary.peak_activations, most as u64);
        prop_assert_eq!(summary.peak_row().unwrap().name, graph.nodes.at(layer).name);
        prop_assert_eq!(summary.activations, sizes[1..].iter().sum::<usize>() as u64);
        // A value is marked where it is taken for the last time, and only there.
        for (index, node) in graph.nodes.iter().enumerate() {
            for (place, edge) in node.inputs.iter().enumerate() {
                let again = takes[index][place + 1..].contains(&value(edge.from))
                    || takes[index + 1..].iter().any(|takes| takes.contains(&value(edge.from)));
                prop_assert_eq!(edge.last_use, !again);
            }
        }
    }
}
