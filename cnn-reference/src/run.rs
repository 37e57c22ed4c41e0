//! Networks, layer by layer.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::rc::Rc;

use cnn_core::engine::{Body, Choice, Model};
use cnn_core::{Graph, Node, Op};

use crate::state::{LayerState, State};
use crate::tensor::{Tensor, rounded_to_f32};
use crate::{
    activation, arrange, attention, conv, join, linear, norm, pool, reduce, resize,
    window_attention,
};

/// The output of every node on a batch, whose sizes are `[batch, input…]`.
///
/// # Panics
///
/// If the network does not take the input, if a tensor is missing, or if an output has other sizes than
/// the graph says.
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
    run(graph, state, std::slice::from_ref(input), |value| value).0
}

/// The output of the network on a batch; of several, the first.
///
/// # Panics
///
/// Like [`outputs`].
pub fn output(graph: &Graph, state: &State, input: &Tensor) -> Tensor {
    run(graph, state, std::slice::from_ref(input), |value| value).1.swap_remove(0)
}

/// The output of every node on a batch of all inputs, and then all outputs of the network.
///
/// # Panics
///
/// Like [`outputs`].
pub fn all_outputs(graph: &Graph, state: &State, inputs: &[Tensor]) -> (Vec<Tensor>, Vec<Tensor>) {
    run(graph, state, inputs, |value| value)
}

/// The outputs, with every value rounded to f32 before the next node takes it.
///
/// Their distance from [`outputs`] is the part of the error of an engine in f32 that is due to the network:
/// subtracting nearly equal values makes small errors large.
///
/// # Panics
///
/// Like [`outputs`].
pub fn rounded_outputs(graph: &Graph, state: &State, input: &Tensor) -> Vec<Tensor> {
    run(graph, state, std::slice::from_ref(input), rounded_to_f32).0
}

/// The outputs of the nodes and of the network, where `keep` is applied to each value.
fn run(
    graph: &Graph,
    state: &State,
    inputs: &[Tensor],
    keep: fn(f64) -> f64,
) -> (Vec<Tensor>, Vec<Tensor>) {
    let sizes: Vec<&[usize]> = inputs.iter().map(Tensor::sizes).collect();
    if let Err(error) = graph.check_inputs(&sizes) {
        panic!("{error}");
    }
    let model = Model::new(graph, |_, node, _| layer(node)).unwrap_or_else(|refusals| {
        panic!("the reference cannot run {}: {refusals:?}", graph.name);
    });
    let mut outputs = BTreeMap::new();
    let run = model.run_all(
        inputs.iter().cloned().map(Rc::new).collect(),
        |running, inputs| {
            let inputs: Vec<&Tensor> = inputs.iter().map(Rc::as_ref).collect();
            let weights = LayerState { state, name: running.weights_of };
            let output = (running.layer)(&inputs, weights);
            Ok::<_, Infallible>(Rc::new(output.map(keep)))
        },
        |built, output| {
            let (name, node) = (&built.name, built.node);
            assert_eq!(output.sizes()[1..], *node.output.dims(), "{name}: {:?}", node.op);
            outputs.insert(name.clone(), Rc::clone(output));
        },
    );
    let Ok(results) = run;
    let output = |node: Node| outputs.remove(node.name).expect("every node has run");
    let outputs = graph.nodes.iter().map(output).map(Rc::unwrap_or_clone).collect();
    (outputs, results.into_iter().map(Rc::unwrap_or_clone).collect())
}

/// A layer as a function of its inputs and its tensors.
type Layer = Box<dyn Fn(&[&Tensor], LayerState<'_>) -> Tensor>;

/// A layer with a single input.
fn unary(layer: impl Fn(&Tensor, LayerState<'_>) -> Tensor + 'static) -> Layer {
    Box::new(move |inputs, state| layer(inputs[0], state))
}

/// The layer that runs a node, or the reason that none does.
fn layer(node: &Node) -> Choice<Layer> {
    Ok(Body::Layer(match node.op {
        Op::Conv(layer) => unary(move |x, state| conv::conv(&layer, x, state)),
        Op::ConvTranspose(layer) => unary(move |x, state| conv::conv_transpose(&layer, x, state)),
        Op::MaxPool(layer) => unary(move |x, _| pool::max(&layer, x)),
        Op::AvgPool(layer) => unary(move |x, _| pool::average(&layer, x)),
        Op::LpPool(layer) => unary(move |x, _| pool::by_norm(&layer, x)),
        Op::BlurPool(layer) => unary(move |x, _| pool::blur(&layer, x)),
        Op::AdaptivePool(layer) => unary(move |x, _| pool::adaptive(&layer, x)),
        Op::Linear(layer) => unary(move |x, state| linear::linear(&layer, x, state)),
        Op::BatchNorm(layer) => unary(move |x, state| norm::batch(&layer, x, state)),
        Op::FrozenBatchNorm(layer) => unary(move |x, state| norm::frozen_batch(&layer, x, state)),
        Op::InstanceNorm(layer) => unary(move |x, state| norm::instance(&layer, x, state)),
        Op::GroupNorm(layer) => unary(move |x, state| norm::group(&layer, x, state)),
        Op::LayerNorm(layer) => unary(move |x, state| norm::layer(&layer, x, state)),
        Op::RmsNorm(layer) => unary(move |x, state| norm::root_mean_square(&layer, x, state)),
        Op::GlobalResponseNorm(layer) => {
            unary(move |x, state| norm::global_response(&layer, x, state))
        }
        Op::LocalResponseNorm(layer) => unary(move |x, _| norm::local_response(&layer, x)),
        Op::Normalize(layer) => unary(move |x, _| norm::normalize(&layer, x)),
        Op::Activation(layer) => unary(move |x, _| activation::activation(&layer, x)),
        Op::Softmax(layer) => unary(move |x, _| activation::softmax(&layer, x)),
        Op::Glu(layer) => unary(move |x, _| activation::glu(&layer, x)),
        Op::RRelu(layer) => unary(move |x, _| activation::rrelu(&layer, x)),
        Op::PRelu(_) => unary(activation::prelu),
        Op::Flatten(layer) => unary(move |x, _| arrange::flatten(&layer, x)),
        Op::Pad(layer) => unary(move |x, _| resize::pad(&layer, x)),
        Op::Upsample(layer) => unary(move |x, _| resize::upsample(&layer, x)),
        Op::Unfold(layer) => unary(move |x, _| arrange::unfold(&layer, x)),
        Op::Fold(layer) => unary(move |x, _| arrange::fold(&layer, x)),
        Op::PixelShuffle(layer) => {
            unary(move |x, _| arrange::pixel_shuffle(layer.upscale_factor, x))
        }
        Op::PixelUnshuffle(layer) => {
            unary(move |x, _| arrange::pixel_unshuffle(layer.downscale_factor, x))
        }
        Op::ChannelShuffle(layer) => unary(move |x, _| arrange::channel_shuffle(layer.groups, x)),
        Op::Reshape(layer) => unary(move |x, _| arrange::reshape(&layer, x)),
        Op::Slice(layer) => unary(move |x, _| arrange::slice(&layer, x)),
        Op::Flip(layer) => unary(move |x, _| arrange::flip(&layer, x)),
        Op::Roll(layer) => unary(move |x, _| arrange::roll(&layer, x)),
        Op::Reduce(layer) => unary(move |x, _| reduce::reduce(&layer, x)),
        Op::Attention(layer) => unary(move |x, state| attention::attention(&layer, x, state)),
        Op::CrossAttention(layer) => {
            Box::new(move |branches, state| attention::cross_attention(&layer, branches, state))
        }
        Op::ScaledDotProductAttention(layer) => {
            Box::new(move |branches, _| attention::scaled_dot_product(&layer, branches))
        }
        Op::WindowAttention(layer) => {
            unary(move |x, state| window_attention::window_attention(&layer, x, state))
        }
        Op::Parameter(layer) => unary(move |x, state| arrange::parameter(&layer, x, state)),
        Op::Permute(layer) => unary(move |x, _| arrange::permute(&layer, x)),
        Op::LayerScale(layer) => unary(move |x, state| linear::layer_scale(&layer, x, state)),
        // In eval mode nothing is dropped.
        Op::Dropout(_) | Op::Identity(_) => unary(|x, _| x.clone()),
        Op::Join(layer) => Box::new(move |branches, _| join::join(layer, branches)),
        Op::Network(nested) => return Ok(Body::Network(nested)),
    }))
}
