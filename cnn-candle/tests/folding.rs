//! Networks with folded batch norms have the outputs that they had before, of all layers that are left.

use std::collections::BTreeSet;

use candle_core::{DType, Device};
use candle_nn::VarBuilder;
use cnn::{Graph, Network, Node, Op, Source, cnn};
use cnn_candle::Net;
use cnn_reference::{State, Tensor, outputs, random};
use cnn_zoo::{densenet, googlenet, mobilenet_v3, resnet, shufflenet_v2};

cnn! {
    #[allow(bias_before_batchnorm)]
    struct Rows: [4, 21] <
        conv(4, 6, 3, 2, groups = 2, bias = false); batchnorm;
        conv_transpose(6, 8, 4, 3, groups = 2); batchnorm(affine = false);
        conv(8, 3, 1); batchnorm(eps = 0.25); relu;
    >
    #[allow(bias_before_batchnorm)]
    struct Images: [6, 7, 8] <
        conv(6, 12, (3, 2), padding = same, groups = 3); batchnorm;
        conv_transpose(12, 8, 3, 2, 1, 1, groups = 4, bias = false); batchnorm; relu;
        conv_transpose(8, 6, (2, 3), (1, 3), dilation = 2); batchnorm;
        conv(6, 6, 3, groups = 6, bias = false); batchnorm;
    >
    #[allow(bias_before_batchnorm)]
    struct Volumes: [2, 3, 4, 5] <
        conv(2, 4, 2, padding = 1); batchnorm;
        conv_transpose(4, 6, 2, 2, groups = 2); batchnorm;
    >
    #[allow(bias_before_batchnorm)]
    struct Flat: [6] < linear(6, 5); batchnorm; tanh; fc(5, 4, bias = false); batchnorm >
    /// None of these norms can be folded.
    #[allow(bias_before_batchnorm)]
    struct Kept: [4, 6] <
        conv(4, 4, 3, padding = 1); relu; batchnorm;
        conv(4, 4, 3, padding = 1); batchnorm(track_running_stats = false);
        residual { conv(4, 4, 1); add { identity; batchnorm } }
        linear(6, 3); batchnorm;
    >
    struct Outer: [4, 21] < first: Rows; batchnorm; last: conv(3, 3, 1); bn: batchnorm >
    #[allow(bias_before_batchnorm)]
    struct Twice: [4, 20] < conv(4, 4, 1); batchnorm; batchnorm >
    /// The output of the first layer is one of the network, so it has to stay what it is.
    #[allow(bias_before_batchnorm)]
    struct Seen: [4, 20] -> (seen: _, end: _) <
        seen: conv(4, 4, 1); batchnorm; relu; conv(4, 2, 1); end: batchnorm;
    >
}

/// How exactly outputs are compared: in f64, relative to the largest value.
const EXACT: f64 = 1e-12;

/// The names of the layers that are not observed any more once norms are folded. The outputs of all others
/// are compared.
fn folded(graph: &Graph, seed: u64, dtype: DType, within: f64) -> BTreeSet<String> {
    let (state, input) = (State::random(graph, seed), random::batch(graph, 2, seed));
    let device = Device::Cpu;
    let weights = VarBuilder::from_buffered_safetensors(state.to_safetensors_f64(), dtype, &device);
    let net = Net::from_graph(graph, &weights.unwrap()).unwrap().fold_batchnorm().unwrap();
    let expected = outputs(graph, &state, &input);
    let input = candle_core::Tensor::from_slice(input.values(), input.sizes(), &device).unwrap();
    let mut names: BTreeSet<String> = node_names(graph, "").into_iter().collect();
    let mut compared = Vec::new();
    net.observe_all(&[input.to_dtype(dtype).unwrap()], |name, value| {
        assert!(names.remove(name), "{name} is not a layer");
        let Some(index) = graph.nodes.iter().position(|node| node.name == name) else {
            let (network, _) = name.split_once('.').unwrap();
            assert!(graph.node(network).is_some(), "{name} is in no network");
            return; // The output of the nested network is compared.
        };
        compared.push(graph.nodes.at(index).name);
        let values = value.to_dtype(DType::F64).and_then(|value| value.flatten_all()?.to_vec1());
        let distance = Tensor::new(value.dims(), values.unwrap()).distance(&expected[index]);
        let most = expected[index].magnitude().max(1e-3);
        assert!(
            distance <= within * most,
            "{} {name}: off by {distance:e} of {most:e}",
            graph.name
        );
    })
    .unwrap();
    let left = graph.nodes.iter().map(|node| node.name).filter(|name| !names.contains(*name));
    assert_eq!(compared, left.collect::<Vec<_>>(), "{}", graph.name);
    names
}

/// The full names of all nodes.
fn node_names(graph: &Graph, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for node in graph.nodes {
        let name = format!("{prefix}{}", node.name);
        if let Op::Network(nested) = node.op {
            names.extend(node_names(&nested.graph, &format!("{name}.")));
        }
        names.push(name);
    }
    names
}

fn folds<N: Network>(expected: &[&str]) {
    let found = folded(&N::GRAPH, 1, DType::F64, EXACT);
    assert!(found.iter().eq(expected), "{}: {found:?}, not {expected:?}", N::GRAPH.name);
}

#[test]
fn norms_after_layers_with_weights_are_folded() {
    folds::<Rows>(&["conv1", "conv2", "conv_transpose1"]);
    folds::<Seen>(&["conv1"]);
    folds::<Images>(&["conv1", "conv2", "conv_transpose1", "conv_transpose2"]);
    folds::<Volumes>(&["conv1", "conv_transpose1"]);
    folds::<Flat>(&["fc1", "linear1"]);
}

#[test]
fn norms_that_cannot_be_folded_stay() {
    folds::<Kept>(&[]);
    folds::<Twice>(&["conv1"]);
}

#[test]
fn networks_in_networks_are_folded_each_for_itself() {
    folds::<Outer>(&["first.conv1", "first.conv2", "first.conv_transpose1", "last"]);
}

#[test]
fn random_networks_stay_the_same() {
    let mut count = 0;
    for seed in 0..80_000 {
        let graph = random::network(seed).graph;
        if graph.nodes.iter().any(|node| may_be_folded(&graph, &node)) {
            count += folded(&graph, seed, DType::F64, 1e-9).len();
        }
    }
    assert!(count > 30, "{count} norms were folded");
}

/// Whether a node is a batch norm of a layer with weights.
fn may_be_folded(graph: &Graph, node: &Node) -> bool {
    let Source::Node(before) = node.inputs.at(0).from else { return false };
    let weighs = |op: &Op| matches!(op, Op::Conv(_) | Op::ConvTranspose(_) | Op::Linear(_));
    matches!(node.op, Op::BatchNorm(_)) && weighs(&graph.nodes.at(before).op)
}

#[test]
fn networks_of_the_zoo_stay_the_same() {
    for (graph, folds) in [
        (<resnet::ResNet18<10, 40>>::GRAPH, 20),
        (<mobilenet_v3::MobileNetV3Small<10, 40>>::GRAPH, 34),
        (<shufflenet_v2::ShuffleNetV2X0_5<10, 40>>::GRAPH, 56),
        (<googlenet::GoogLeNet<10, 64>>::GRAPH, 57),
        (<densenet::DenseNet121<10, 40>>::GRAPH, 59),
    ] {
        let found = folded(&graph, 1, DType::F32, 2e-5).len();
        assert_eq!(found, folds, "{}", graph.name);
    }
}
