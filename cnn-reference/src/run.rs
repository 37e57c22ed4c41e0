//! A network: its nodes, one after the other.

use cnn_core::{Graph, Node, Op, Source};

use crate::state::{Weights, single};
use crate::{State, Tensor, activation, arrange, conv, join, linear, norm, pool, resize};

/// The output of every node on a batch, whose sizes are `[batch, input…]`.
///
/// # Panics
///
/// If a tensor is missing, or if an output has other sizes than the graph says.
///
/// ```
/// use cnn::cnn;
/// use cnn_reference::{State, Tensor, outputs};
///
/// cnn! { struct Net: [2, 4] < residual { tanh } relu > }
/// let ones = Tensor::from_fn(&[1, 2, 4], |_| 1.0);
/// let [tanh, sum, relu] = &outputs(&Net::GRAPH, &State::default(), &ones)[..] else { panic!() };
/// assert_eq!(sum.at(&[0, 0, 0]), tanh.at(&[0, 0, 0]) + 1.0);
/// assert_eq!(relu, sum);
/// ```
pub fn outputs(graph: &Graph, state: &State, input: &Tensor) -> Vec<Tensor> {
    run(graph, state, "", input, |value| value)
}

/// The output of the network on a batch: that of its last node.
///
/// # Panics
///
/// As [`outputs`].
pub fn output(graph: &Graph, state: &State, input: &Tensor) -> Tensor {
    outputs(graph, state, input).pop().unwrap_or_else(|| input.clone())
}

/// The outputs with every value rounded to f32 before the next node takes it.
///
/// How far they are from [`outputs`] tells how much of the error of an engine in f32 is due to the
/// network: what subtracts nearly equal values makes small errors large.
///
/// # Panics
///
/// As [`outputs`].
pub fn rounded_outputs(graph: &Graph, state: &State, input: &Tensor) -> Vec<Tensor> {
    run(graph, state, "", input, single)
}

/// The outputs of a network whose names begin with `prefix`; `keep` is applied to each value.
fn run(
    graph: &Graph,
    state: &State,
    prefix: &str,
    input: &Tensor,
    keep: fn(f64) -> f64,
) -> Vec<Tensor> {
    assert_eq!(input.sizes()[1..], *graph.input.dims(), "the input of {}", graph.name);
    let mut outputs: Vec<Tensor> = Vec::new();
    for node in graph.nodes {
        let value = |from| match from {
            Source::Input => input,
            Source::Node(index) => &outputs[index],
        };
        let inputs: Vec<&Tensor> = node.inputs.iter().map(|edge| value(edge.from)).collect();
        let name = format!("{prefix}{}", node.name);
        let output = match node.op {
            Op::Network(nested) => {
                let prefix = format!("{name}.");
                let inner = run(&nested.graph, state, &prefix, inputs[0], keep).pop();
                inner.unwrap_or_else(|| inputs[0].clone())
            }
            _ => layer(&node, &inputs, Weights { state, name: &name }).map(keep),
        };
        assert_eq!(output.sizes()[1..], *node.output.dims(), "{name}: {:?}", node.op);
        outputs.push(output);
    }
    outputs
}

/// What a layer makes of its inputs.
fn layer(node: &Node, inputs: &[&Tensor], weights: Weights<'_>) -> Tensor {
    let x = inputs[0];
    match &node.op {
        Op::Conv(layer) => conv::conv(layer, x, weights),
        Op::ConvTranspose(layer) => conv::conv_transpose(layer, x, weights),
        Op::MaxPool(layer) => pool::max(layer, x),
        Op::AvgPool(layer) => pool::average(layer, x),
        Op::AdaptivePool(layer) => pool::adaptive(layer, x),
        Op::Linear(layer) => linear::linear(layer, x, weights),
        Op::BatchNorm(layer) => norm::batch(layer, x, weights),
        Op::InstanceNorm(layer) => norm::instance(layer, x, weights),
        Op::GroupNorm(layer) => norm::group(layer, x, weights),
        Op::LayerNorm(layer) => norm::layer(layer, x, weights),
        Op::LocalResponseNorm(layer) => norm::local_response(layer, x),
        Op::Activation(layer) => x.map(|value| activation::activation(layer, value)),
        Op::Softmax(layer) => activation::softmax(layer, x),
        Op::Glu(layer) => activation::glu(layer, x),
        Op::PRelu(_) => activation::prelu(x, weights),
        Op::Flatten(layer) => arrange::flatten(layer, x),
        Op::Pad(layer) => resize::pad(layer, x),
        Op::Upsample(layer) => resize::upsample(layer, x),
        Op::PixelShuffle(layer) => arrange::pixel_shuffle(layer.upscale_factor, x),
        Op::PixelUnshuffle(layer) => arrange::pixel_unshuffle(layer.downscale_factor, x),
        Op::ChannelShuffle(layer) => arrange::channel_shuffle(layer.groups, x),
        Op::Channels(layer) => arrange::channels(layer, x),
        Op::Permute(layer) => arrange::permute(layer, x),
        Op::LayerScale(_) => linear::layer_scale(x, weights),
        // In eval mode nothing is dropped.
        Op::Dropout(_) | Op::Identity(_) => x.clone(),
        Op::Join(layer) => join::join(*layer, inputs),
        other => panic!("the reference has no {other:?}"),
    }
}
