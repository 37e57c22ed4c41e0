//! Networks with several inputs and outputs, and values that flow on from a label.

use cnn::{DType, Edge, Graph, Op, Plan, Source, Summary, cnn};

cnn! {
    pub struct Siamese: (left: [1, 16, 16], right: [1, 16, 16]) -> [1] <
        from(left);
        near: seq { conv(1, 4, 3, padding = 1); relu; fc(_, 8) }
        from(right);
        far: seq { conv(1, 4, 3, padding = 1); relu; fc(_, 8) }
        mul(near);
        fc(8, 1);
    >

    pub struct Detector: [3, 32, 32] -> (coarse: [6, 8, 8], fine: [6, 16, 16]) <
        stage: seq { conv(3, 8, 3, 2, 1); relu }
        neck: conv(8, 8, 3, 2, 1);
        coarse: seq { conv(8, 16, 3, padding = 1); relu; conv(16, 6, 1) }
        from(neck);
        conv(8, 4, 1);
        upsample(2);
        concat(stage);
        fine: conv(12, 6, 1);
    >

    /// The output is not what the last layer makes.
    pub struct Back: [2, 8, 8] -> (kept: _) <
        kept: conv(2, 3, 3);
        #[allow(unused_value)]
        relu;
    >

    pub struct Named: (image: [3, 8, 8]) -> [5, 8, 8] <
        conv(3, 2, 1);
        concat(image);
    >
}

fn sources(graph: &Graph, node: &str) -> Vec<Edge> {
    graph.node(node).unwrap().inputs.iter().collect()
}

#[test]
fn inputs_and_outputs_have_names_and_shapes() {
    assert_eq!(Siamese::INPUTS.map(|shape| shape.dims().to_vec()), [[1, 16, 16], [1, 16, 16]]);
    assert_eq!(Siamese::OUTPUT.dims(), [1]);
    assert_eq!(Detector::INPUT.dims(), [3, 32, 32]);
    assert_eq!(Detector::OUTPUTS.map(|shape| shape.dims().to_vec()), [[6, 8, 8], [6, 16, 16]]);
    let names = |graph: &Graph| -> Vec<&str> {
        let inputs = graph.inputs.iter().map(|input| input.name);
        inputs.chain(graph.outputs.iter().map(|output| output.name)).collect()
    };
    assert_eq!(names(&Siamese::GRAPH), ["left", "right", ""]);
    assert_eq!(names(&Detector::GRAPH), ["", "coarse", "fine"]);
    assert_eq!(names(&Named::GRAPH), ["image", ""]);
    assert_eq!(Detector::GRAPH.outputs.named("fine").unwrap().shape, Detector::OUTPUTS[1]);
    let Summary { inputs, outputs, .. } = Siamese::SUMMARY;
    assert_eq!((inputs, outputs), (Siamese::GRAPH.inputs, Siamese::GRAPH.outputs));
}

#[test]
fn values_come_from_where_they_are_said_to() {
    let from = |graph: &Graph, node: &str| sources(graph, node)[0].from;
    assert_eq!(from(&Siamese::GRAPH, "near.0"), Source::Input(0));
    assert_eq!(from(&Siamese::GRAPH, "far.0"), Source::Input(1));
    assert_eq!(from(&Siamese::GRAPH, "mul1"), Source::Node(5));
    let neck = Detector::GRAPH.nodes.iter().position(|node| node.name == "neck").unwrap();
    assert_eq!(from(&Detector::GRAPH, "coarse.0"), Source::Node(neck));
    assert_eq!(from(&Detector::GRAPH, "conv1"), Source::Node(neck));
    assert_eq!(Back::GRAPH.outputs.at(0).from, Source::Node(0));
    assert_eq!(from(&Named::GRAPH, "concat1"), Source::Node(0));
    assert_eq!(sources(&Named::GRAPH, "concat1")[1].from, Source::Input(0));
}

#[test]
fn an_output_is_never_used_for_the_last_time() {
    let graph = Back::GRAPH;
    assert_eq!(sources(&graph, "relu1"), [Edge { from: Source::Node(0), last_use: false }]);
    // The neck goes on in both heads.
    let uses = |node: &str| sources(&Detector::GRAPH, node)[0].last_use;
    assert_eq!([uses("coarse.0"), uses("conv1")], [false, true]);
}

/// The most values alive at once, by brute force.
fn peak(graph: &Graph) -> u64 {
    let steps = graph.nodes.len();
    let needed = |from: Source, at: usize| {
        let taken = (at..steps)
            .any(|step| graph.nodes.at(step).inputs.iter().any(|edge| edge.from == from));
        taken || graph.outputs.iter().any(|output| output.from == from)
    };
    let alive = |step: usize| {
        let inputs = (0..graph.inputs.len()).map(Source::Input);
        let earlier = (0..step).map(Source::Node);
        let values = inputs.chain(earlier).filter(|from| needed(*from, step));
        let values = values.chain([Source::Node(step)]);
        values.map(|from| graph.shape(from).elements()).sum()
    };
    (0..steps).map(alive).max().unwrap()
}

#[test]
fn the_peak_counts_all_inputs_and_outputs() {
    for (graph, summary) in [
        (Siamese::GRAPH, Siamese::SUMMARY),
        (Detector::GRAPH, Detector::SUMMARY),
        (Back::GRAPH, Back::SUMMARY),
        (Named::GRAPH, Named::SUMMARY),
    ] {
        assert_eq!(summary.peak_activations, peak(&graph), "{}", graph.name);
    }
}

#[test]
fn inputs_and_outputs_have_places_of_their_own_in_the_arena() {
    const PLAN: Plan<{ Siamese::GRAPH.nodes.len() }> = Plan::new(&Siamese::GRAPH, DType::F32);
    let [left, right] = PLAN.inputs() else { panic!("there are two inputs") };
    assert!(left.offset + left.bytes <= right.offset || right.offset + right.bytes <= left.offset);
    const HEADS: Plan<{ Detector::GRAPH.nodes.len() }> = Plan::new(&Detector::GRAPH, DType::F32);
    let slot = |name: &str| {
        let output = Detector::GRAPH.outputs.named(name).unwrap();
        let Source::Node(node) = output.from else { panic!("a layer makes {name}") };
        (node, HEADS.outputs()[node])
    };
    let ((coarse, kept), (fine, _)) = (slot("coarse"), slot("fine"));
    for (index, other) in HEADS.outputs().iter().enumerate().skip(coarse + 1) {
        let apart =
            kept.offset + kept.bytes <= other.offset || other.offset + other.bytes <= kept.offset;
        assert!(apart, "layer {index} overwrites an output");
    }
    assert!(fine > coarse);
}

#[test]
fn receptive_fields_are_those_on_one_input() {
    let graph = Siamese::GRAPH;
    let size = |input: usize, node: &str| {
        let index = graph.nodes.iter().position(|other| other.name == node).unwrap();
        graph.receptive_fields_on(input)[index].axes()[0].unwrap().size
    };
    assert_eq!([size(0, "near.0"), size(1, "near.0")], [3, 0]);
    assert_eq!([size(0, "far.0"), size(1, "far.0")], [0, 3]);
    assert_eq!([size(0, "mul1"), size(1, "mul1")], [16, 16]);
}

const SIZE: usize = 12;

cnn! {
    pub struct Open: (a: [1, SIZE, SIZE], b: [2, SIZE, SIZE]) -> (sum: [4, SIZE, SIZE], wide: _) <
        from(a);
        sum: conv(1, 4, 3, padding = 1);
        from(b);
        conv(2, 4, 3, padding = 1);
        add(sum);
        wide: upsample(2);
    >
}

#[test]
fn const_evaluation_knows_several_inputs_and_outputs() {
    assert_eq!(Open::INPUTS[1].dims(), [2, SIZE, SIZE]);
    assert_eq!(Open::OUTPUTS.map(|shape| shape.dims().to_vec()), [[4, 12, 12], [4, 24, 24]]);
    assert_eq!(Open::SUMMARY.peak_activations, peak(&Open::GRAPH));
}

cnn! {
    /// Both pictures go through one tower.
    pub struct Shared: (left: [1, 16, 16], right: [1, 16, 16]) -> [1] <
        from(left);
        tower: seq {
            stem: conv(1, 4, 3, padding = 1);
            body: residual { conv(4, 4, 3, padding = 1, bias = false); batchnorm }
            relu;
            fc(_, 8);
        }
        from(right);
        other: again(tower);
        mul(tower);
        fc(8, 1);
    >

    struct Backbone: [1, 16, 16] -> [8] < conv(1, 4, 3, bias = false); batchnorm; relu; fc(_, 8) >

    struct SharedBackbone: (left: [1, 16, 16], right: [1, 16, 16]) -> (near: _, far: _, third: _) <
        from(left);
        near: Backbone;
        from(right);
        far: again(near);
        from(left);
        third: again(far);
    >

    block head(cin) { conv: conv(cin, 6, 3, padding = 1); relu }

    /// One head on two levels of different sizes.
    struct Levels: [3, 16, 16] -> (fine: _, coarse: _) <
        stem: conv(3, 4, 3, padding = 1);
        fine: head(4);
        from(stem);
        maxpool(2);
        coarse: again(fine);
    >
}

#[test]
fn shared_weights_are_there_once_and_computed_with_twice() {
    let summary = Shared::SUMMARY;
    let own: u64 = summary
        .rows
        .iter()
        .filter(|row| !row.name.starts_with("other"))
        .map(|row| row.params)
        .sum();
    assert_eq!(summary.params, own);
    let row = |name: &str| summary.row(name).unwrap();
    assert_eq!((row("other.stem").params, row("other.stem").macs), (0, row("tower.stem").macs));
    assert_eq!(row("other.stem").weights_of, Some(0));
    assert_eq!(row("other.body.bn1").buffers, 0);
    let names: Vec<String> = Shared::GRAPH.state_dict().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.iter().filter(|name| name.starts_with("other")).count(), 0);
    assert_eq!(names.len(), 2 + 1 + 4 + 2 + 2);
    // The joins inside mean the same use.
    let at = |name: &str| Shared::GRAPH.nodes.iter().position(|node| node.name == name).unwrap();
    let sum = sources(&Shared::GRAPH, "other.body");
    let from = [Source::Node(at("other.body.bn1")), Source::Node(at("other.stem"))];
    assert_eq!([sum[0].from, sum[1].from], from);
    assert_eq!(sources(&Shared::GRAPH, "other.stem")[0].from, Source::Input(1));
    assert_eq!(summary.peak_activations, peak(&Shared::GRAPH));
}

#[test]
fn a_network_inside_is_shared_whole() {
    let (summary, backbone) = (SharedBackbone::SUMMARY, Backbone::SUMMARY);
    assert_eq!((summary.params, summary.buffers), (backbone.params, backbone.buffers));
    assert_eq!(summary.macs, 3 * backbone.macs);
    let leaves: u64 = summary.leaves().map(|leaf| leaf.params).sum();
    assert_eq!(leaves, summary.params);
    let node = |name: &str| SharedBackbone::GRAPH.node(name).unwrap();
    // What runs again after it has run again has the weights of the first.
    assert_eq!([node("far").weights_of, node("third").weights_of], [Some(0), Some(0)]);
    let names: Vec<String> =
        SharedBackbone::GRAPH.state_dict().into_iter().map(|(name, _)| name).collect();
    assert!(names.iter().all(|name| name.starts_with("near.")));
}

#[test]
fn weights_fit_values_of_other_sizes() {
    assert_eq!(Levels::OUTPUTS.map(|shape| shape.dims().to_vec()), [[6, 16, 16], [6, 8, 8]]);
    assert_eq!(Levels::PARAMS, 4 * 3 * 9 + 4 + 6 * 4 * 9 + 6);
    let text = Levels::SUMMARY.to_string();
    assert!(text.contains("Conv2d, weights of fine.conv"), "{text}");
    #[cfg(feature = "alloc")]
    assert!(Levels::GRAPH.mermaid().contains("conv 3×3 ↻ · relu"), "{}", Levels::GRAPH.mermaid());
}

cnn! {
    /// What flows into the tower has a name, and is joined by it.
    struct Names: (a: [2, 4, 4], b: [2, 4, 4]) -> (first: _, second: _, third: _) <
        from(a);
        first: seq { conv(2, 2, 1); add(a, _); inner: residual { conv(2, 2, 1) } relu }
        from(b);
        second: again(first);
        third: again(second.inner);
    >

    /// The tower begins with one of the inputs, whatever flows into it.
    #[allow(unused_value)]
    struct Begins: (a: [2, 4, 4], b: [2, 4, 4]) -> (first: _, second: _) <
        from(a);
        first: seq { from(a); conv(2, 2, 1) }
        from(b);
        second: again(first);
    >

    block twice(c) { body: seq { conv(c, c, 3, padding = 1); relu } again(body) }

    /// The label around the block is that of a label in it.
    struct Alike: [2, 4, 4] -> (body: _, tail: _) <
        body: seq { body: twice(2); again(body) }
        tail: again(body);
    >
}

#[test]
fn a_label_means_the_same_whenever_it_runs() {
    let graph = Names::GRAPH;
    let from = |node: &str| sources(&graph, node).iter().map(|e| e.from).collect::<Vec<_>>();
    let at = |name: &str| graph.nodes.iter().position(|node| node.name == name).unwrap();
    let [a, b] = [0, 1].map(Source::Input);
    assert_eq!((from("first.0"), from("second.0")), (vec![a], vec![b]));
    assert_eq!(from("first.1"), [a, Source::Node(at("first.0"))]);
    assert_eq!(from("second.1"), [a, Source::Node(at("second.0"))]);
    // What flows into a part of the part is what flows there.
    let inner = |name: &str, entry: &str| {
        let conv = Source::Node(at(&format!("{name}.conv1")));
        assert_eq!(from(name), [conv, Source::Node(at(entry))], "{name}");
        assert_eq!(from(&format!("{name}.conv1")), [Source::Node(at(entry))], "{name}");
    };
    inner("first.inner", "first.1");
    inner("second.inner", "second.1");
    inner("third", "second.3");

    let graph = Begins::GRAPH;
    assert_eq!(sources(&graph, "second.0")[0].from, Source::Input(0));
}

#[test]
fn a_part_runs_again_within_one_of_the_same_name() {
    assert_eq!(Alike::PARAMS, 2 * 2 * 9 + 2);
    let convs = Alike::GRAPH.nodes.iter().filter(|node| matches!(node.op, Op::Conv(_)));
    let weights: Vec<Option<usize>> = convs.map(|node| node.weights_of).collect();
    // Two in the block, twice in the network's part, and that twice.
    assert_eq!(weights[..], [&[None][..], &[Some(0); 7]].concat());
}

#[test]
fn shared_weights_are_read_each_time() {
    let traffic =
        |summary: &Summary, name: &str| summary.row_traffic(&summary.row(name).unwrap()).weights;
    let shared = Shared::SUMMARY;
    assert_eq!(traffic(&shared, "other.stem"), shared.row("tower.stem").unwrap().params);
    let backbones = SharedBackbone::SUMMARY;
    let own = Backbone::SUMMARY.traffic().weights;
    assert_eq!(["near", "far", "third"].map(|name| traffic(&backbones, name)), [own; 3]);
}

#[cfg(feature = "alloc")]
#[test]
fn pictures_count_shared_weights_once() {
    let params = |graph: &Graph| -> u64 {
        let nodes = graph.diagram().nodes;
        let known = nodes.iter().map(|node| match node.params {
            cnn::render::Amount::Known(params) => params,
            _ => panic!("all sizes are known"),
        });
        known.sum()
    };
    assert_eq!(params(&Shared::GRAPH), Shared::PARAMS);
    assert_eq!(params(&SharedBackbone::GRAPH), Backbone::PARAMS);
}

#[cfg(feature = "alloc")]
#[test]
fn several_outputs_have_no_shape_in_a_total() {
    let diff = SharedBackbone::SUMMARY.diff(&Detector::SUMMARY).to_string();
    assert!(!diff.contains("[]"), "{diff}");
    let table = Siamese::SUMMARY
        .table()
        .columns(&[cnn::render::Column::Input, cnn::render::Column::Params]);
    assert!(!table.to_string().contains("[]"), "{table}");
}
