//! Random networks with branches: memory against a simulation, and the macro against const
//! evaluation.

mod common;

use std::fmt::Write as _;
use std::rc::Rc;

use cnn::Source;
use cnn_core::layers::Nested;
use cnn_reference::random;
use common::scratch::{Diagnostic, Scratch};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

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
        match output {
            Ok((last, _)) => assert_eq!(last, graph.nodes.len()),
            Err(name) => assert_eq!((seed, name), (7, graph.nodes.at(2).name)),
        }
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
        Source::Input => 0,
        Source::Node(index) => index + 1,
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
        let Nested { graph, summary } = random::network(seed);
        let value = |from| match from {
            Source::Input => 0,
            Source::Node(index) => index + 1,
        };
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

/// Statements of a network, nested in branches and blocks; some sizes are wrong.
fn statements(runner: &mut TestRunner, depth: usize, text: &mut String) {
    let mut pick = |n: usize| (0..n).new_tree(runner).unwrap().current();
    let count = 1 + pick(3);
    let kinds: Vec<[usize; 5]> =
        (0..count).map(|_| [pick(9), pick(6), pick(6), pick(3), pick(40)]).collect();
    for [kind, a, b, c, number] in kinds {
        let pad = "    ".repeat(depth + 1);
        let [cin, cout, kernel] = [4 + a / 5, 4 + b / 5, 1 + 2 * (c / 2)];
        match kind {
            0..=2 => writeln!(text, "{pad}conv(#{cin}#, #{cout}#, #{kernel}#, padding = same);"),
            3 => writeln!(text, "{pad}batchnorm(#{cin}#);"),
            4 => writeln!(text, "{pad}unit(#{cin}#, #{cout}#);"),
            5 if number == 0 => writeln!(text, "{pad}maxpool(#{}#);", 2 + c),
            5 => writeln!(text, "{pad}relu;"),
            _ if depth > 2 => writeln!(text, "{pad}tanh;"),
            kind => {
                let join = ["residual", "add", "concat"][kind % 3];
                writeln!(text, "{pad}{join} {{").unwrap();
                if join == "residual" {
                    statements(runner, depth + 1, text);
                } else {
                    writeln!(text, "{pad}identity; {{").unwrap();
                    statements(runner, depth + 1, text);
                    writeln!(text, "{pad}}}").unwrap();
                }
                writeln!(text, "{pad}}}")
            }
        }
        .unwrap();
    }
}

fn source(networks: &[String], later: bool) -> String {
    let mut text =
        String::from("#![allow(dead_code)]\nconst fn later(size: usize) -> usize {\n    size\n}\n");
    for (index, network) in networks.iter().enumerate() {
        writeln!(
            text,
            "cnn::cnn! {{\nblock unit(cin, cout) {{\n    residual {{ conv(cin, cout, 1); \
             batchnorm(cout) }}\n}}\npub struct N{index}: [4, 16, 16] <\n{network}>\n}}"
        )
        .unwrap();
    }
    let pieces = text.split('#');
    // The first `#` is that of the attribute.
    let piece = |(index, piece): (usize, &str)| match index {
        0 => format!("{piece}#"),
        index if index % 2 == 0 && later => format!("later({piece})"),
        _ => piece.to_owned(),
    };
    pieces.enumerate().map(piece).collect()
}

#[test]
fn const_evaluation_agrees_with_the_macro_on_branches() {
    let mut runner = TestRunner::deterministic();
    let network = |_| {
        let mut text = String::new();
        statements(&mut runner, 0, &mut text);
        text
    };
    let networks: Vec<String> = (0..150).map(network).collect();
    let check = |name, later| {
        let diagnostics = Scratch::usual(name, &source(&networks, later)).check();
        let errors = diagnostics.iter().filter(|d| d.is_error());
        let mut errors: Vec<(usize, String)> =
            errors.map(|error: &Diagnostic| (error.line, error.title().to_owned())).collect();
        errors.sort();
        errors
    };
    let (known, later) = (check("graphs-known", false), check("graphs-later", true));
    assert!(known.len() > 30, "{} errors", known.len());
    assert_eq!(known, later);
}
