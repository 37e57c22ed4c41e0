//! Parts of networks in others, and values from inside them.

use cnn::{DType, Graph, Network, Shape, Source, Summary, cnn};
use cnn_core::layers::Nested;
use cnn_reference::{State, Tensor, all_outputs, random};
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

mod backbones {
    cnn::cnn! {
        pub struct Back<const WIDTH: usize = 4>: [3, 8, 8] -> [10] <
            stem: conv(3, WIDTH, 3, padding = 1);
            stages: seq { [unit(WIDTH); 2] }
            // What leaves this is what entered it.
            #[allow(unused_value)]
            same: seq { aside: conv(WIDTH, 1, 1); from(stem) }
            // A label within a scope that has ended.
            "stages.late": relu;
            side(WIDTH);
            fc: fc(_, 10);
        >
        block side(width) {
            in_it: conv(width, width, 1);
            #[allow(unused_value)]
            relu;
            from(in_it);
        }
        block unit(width) {
            _: residual { conv1: conv(width, width, 3, padding = 1); relu }
        }
    }
}

cnn! {
    pub struct Generic<B: Network>: [3, 8, 8] -> (deep: _, stem: [4, 8, 8], same: [4, 8, 8]) <
        back: B until stages;
        deep: relu;
        from(back.stages.0);
        join(back.stem);
        stem: identity;
        from(back.stem);
        same: identity;
    >
    block join(skip) { add(skip, _) }

    pub struct Marked: [3, 8, 8] -> (a: [4, 8, 8], b: [4, 8, 8], c: [10], d: [4, 8, 8]) <
        back: backbones::Back;
        c: identity;
        from(back.same);
        a: relu;
        from(back.stages);
        b: relu;
        from(back.side1);
        d: relu;
    >

    /// A part that runs twice, with values from inside each time.
    pub struct Twice: (left: [3, 8, 8], right: [3, 8, 8]) -> [12, 8, 8] <
        from(left);
        #[allow(unused_value)]
        tower: seq { back: backbones::Back until stages; add(back.stem, _) }
        from(right);
        other: again(tower);
        concat(tower.back.stem, other.back.stem);
    >
}

/// The names of what a layer takes.
fn taken(graph: &Graph, name: &str) -> Vec<String> {
    let name_of = |from| match from {
        Source::Input(index) => graph.inputs.at(index).name.to_owned(),
        Source::Node(index) => graph.nodes.at(index).name.to_owned(),
        Source::Tap { node, output } => {
            let node = graph.nodes.at(node);
            let nested = node.op.nested().unwrap();
            let output = nested.graph.outputs.at(output);
            let Source::Node(inside) = output.from else { panic!("a layer makes it") };
            format!("{}.{}: {}", node.name, output.name, nested.graph.nodes.at(inside).name)
        }
    };
    graph.node(name).unwrap().inputs.iter().map(|edge| name_of(edge.from)).collect()
}

#[test]
fn values_are_taken_from_inside() {
    let graph = Generic::<backbones::Back>::GRAPH;
    assert_eq!(taken(&graph, "join1.add1"), ["back.stem: stem", "back.stages.0: stages.0"]);
    assert_eq!(taken(&graph, "deep"), ["back"]);
    let back = graph.nodes.at(0).op.nested().unwrap().graph;
    let names: Vec<&str> = back.nodes.iter().map(|node| node.name).collect();
    assert_eq!(names.last(), Some(&"stages.1"));
    assert_eq!((back.output, back.outputs.at(0).name), (Shape::new(&[4, 8, 8]), "stages"));
}

#[test]
fn a_label_is_what_leaves_its_statement() {
    assert_eq!(taken(&Marked::GRAPH, "a"), ["back.same: stem"]);
    assert_eq!(taken(&Marked::GRAPH, "b"), ["back.stages: stages.1"]);
    assert_eq!(taken(&Marked::GRAPH, "c"), ["back"]);
    assert_eq!(taken(&Marked::GRAPH, "d"), ["back.side1: side1.in_it"]);
}

#[test]
fn a_part_that_runs_again_has_values_of_its_own() {
    let graph = &Twice::GRAPH;
    assert_eq!(taken(graph, "tower.1"), ["tower.back.stem: stem", "tower.back"]);
    assert_eq!(taken(graph, "other.1"), ["other.back.stem: stem", "other.back"]);
    let both = ["other.1", "tower.back.stem: stem", "other.back.stem: stem"];
    assert_eq!(taken(graph, "concat1"), both);
    assert_eq!(Twice::PARAMS, 4 * (27 + 1) + 2 * 4 * (4 * 9 + 1));

    // With the same weights, what is made of one input is the same on both ways.
    let state = State::random(graph, 3);
    let [left, right] = &random::batches(graph, 2, 3)[..] else { panic!("there are two") };
    let run = |inputs: [&Tensor; 2]| {
        all_outputs(graph, &state, &inputs.map(Tensor::clone)).1.swap_remove(0)
    };
    let (there, back) = (run([left, right]), run([right, left]));
    let channel = |tensor: &Tensor, channel| tensor.at(&[1, channel, 3, 5]);
    for of_stem in 0..4 {
        assert_eq!(channel(&there, 4 + of_stem), channel(&back, 8 + of_stem));
        assert_eq!(channel(&there, 8 + of_stem), channel(&back, 4 + of_stem));
        assert_ne!(channel(&there, 4 + of_stem), channel(&back, 4 + of_stem));
    }
}
