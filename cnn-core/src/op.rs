//! What a node does: one layer, with all its hyper-parameters.

use crate::call::Call;
use crate::error::{Quantity, ShapeErrors};
use crate::layers::*;
use crate::{Args, Arrivals, Count, Kind, Shape, Summary};

/// A layer with its hyper-parameters, as an engine needs them: sizes per axis, padding per side.
///
/// It is exhaustive: once a layer is added, the compiler names every engine that has to run or refuse it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "type", rename_all = "snake_case"))]
#[expect(missing_docs, reason = "each variant is documented at the type it holds")]
pub enum Op {
    Conv(Conv),
    ConvTranspose(ConvTranspose),
    MaxPool(MaxPool),
    AvgPool(AvgPool),
    AdaptivePool(AdaptivePool),
    Linear(Linear),
    BatchNorm(BatchNorm),
    InstanceNorm(InstanceNorm),
    GroupNorm(GroupNorm),
    LayerNorm(LayerNorm),
    LocalResponseNorm(LocalResponseNorm),
    Activation(Activation),
    Softmax(Softmax),
    Glu(Glu),
    #[cfg_attr(feature = "serde", serde(rename = "prelu"))]
    PRelu(PRelu),
    Dropout(Dropout),
    Flatten(Flatten),
    Pad(Pad),
    Upsample(Upsample),
    PixelShuffle(PixelShuffle),
    PixelUnshuffle(PixelUnshuffle),
    ChannelShuffle(ChannelShuffle),
    Channels(Channels),
    Permute(Permute),
    LayerScale(LayerScale),
    /// The input, unchanged.
    Identity,
    Join(Join),
    Network(&'static Nested),
}

/// A tensor of a layer's state, as PyTorch's `state_dict` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tensor {
    /// What is appended to the layer's name, after a dot; if empty, the layer's name is the name.
    pub suffix: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// Whether it is learned; otherwise it is a buffer, such as running statistics.
    pub learned: bool,
}

impl Tensor {
    pub(crate) const fn parameter(suffix: &'static str, shape: Shape) -> Tensor {
        Tensor { suffix, shape, learned: true }
    }

    pub(crate) const fn buffer(suffix: &'static str, shape: Shape) -> Tensor {
        Tensor { suffix, shape, learned: false }
    }
}

impl Op {
    /// Reads the layer's hyper-parameters from its call.
    const fn read(call: &mut Call<'_>) -> Op {
        match call.kind {
            Kind::Conv => Op::Conv(Conv::read(call)),
            Kind::ConvTranspose => Op::ConvTranspose(ConvTranspose::read(call)),
            Kind::MaxPool => Op::MaxPool(MaxPool::read(call)),
            Kind::AvgPool => Op::AvgPool(AvgPool::read(call)),
            Kind::AdaptiveAvgPool | Kind::AdaptiveMaxPool => {
                Op::AdaptivePool(AdaptivePool::read(call))
            }
            Kind::Fc | Kind::Linear => Op::Linear(Linear::read(call)),
            Kind::BatchNorm => Op::BatchNorm(BatchNorm::read(call)),
            Kind::InstanceNorm => Op::InstanceNorm(InstanceNorm::read(call)),
            Kind::GroupNorm => Op::GroupNorm(GroupNorm::read(call)),
            Kind::LayerNorm => Op::LayerNorm(LayerNorm::read(call)),
            Kind::Lrn => Op::LocalResponseNorm(LocalResponseNorm::read(call)),
            Kind::Relu
            | Kind::Relu6
            | Kind::Elu
            | Kind::LeakyRelu
            | Kind::Selu
            | Kind::Gelu
            | Kind::Silu
            | Kind::Mish
            | Kind::Sigmoid
            | Kind::Tanh
            | Kind::Hardswish
            | Kind::Hardsigmoid
            | Kind::Softplus => Op::Activation(Activation::read(call)),
            Kind::Softmax | Kind::LogSoftmax => Op::Softmax(Softmax::read(call)),
            Kind::Glu => Op::Glu(Glu::read(call)),
            Kind::PRelu => Op::PRelu(PRelu::read(call)),
            Kind::Dropout | Kind::StochasticDepth => Op::Dropout(Dropout::read(call)),
            Kind::Flatten => Op::Flatten(Flatten::read(call)),
            Kind::Pad => Op::Pad(Pad::read(call)),
            Kind::Upsample => Op::Upsample(Upsample::read(call)),
            Kind::PixelShuffle => Op::PixelShuffle(PixelShuffle::read(call)),
            Kind::PixelUnshuffle => Op::PixelUnshuffle(PixelUnshuffle::read(call)),
            Kind::ChannelShuffle => Op::ChannelShuffle(ChannelShuffle::read(call)),
            Kind::Channels => Op::Channels(Channels::read(call)),
            Kind::Permute => Op::Permute(Permute::read(call)),
            Kind::LayerScale => Op::LayerScale(LayerScale::read(call)),
            Kind::Identity => Op::Identity,
            Kind::Add | Kind::Mul | Kind::Concat => Op::Join(Join::read(call)),
            Kind::Network => match read_nested(call) {
                Some(nested) => Op::Network(nested),
                None => Op::Identity,
            },
        }
    }

    /// The shape of the output.
    const fn output(&self, call: &mut Call<'_>) -> Shape {
        match self {
            Op::Conv(conv) => conv.output(call),
            Op::ConvTranspose(conv) => conv.output(call),
            Op::MaxPool(pool) => pool.output(call),
            Op::AvgPool(pool) => pool.output(call),
            Op::AdaptivePool(pool) => pool.output(call),
            Op::Linear(linear) => linear.output(call),
            Op::Glu(glu) => glu.output(call),
            Op::Flatten(flatten) => flatten.output(call),
            Op::Pad(pad) => pad.output(call),
            Op::Upsample(upsample) => upsample.output(call),
            Op::PixelShuffle(shuffle) => shuffle.output(call),
            Op::PixelUnshuffle(shuffle) => shuffle.output(call),
            Op::Channels(channels) => channels.output(call),
            Op::Permute(permute) => permute.output(call),
            Op::Join(join) => join.output(call),
            Op::Network(nested) => nested.summary.output,
            _ => call.input,
        }
    }

    /// The tensors of the layer's state, one for each `index` from 0 until there is none, in the
    /// order of PyTorch's `state_dict`. `input` is the shape that arrives.
    ///
    /// `num_batches_tracked`, a counter that PyTorch's batch norm keeps, is not among them.
    pub const fn tensor(&self, index: usize, input: &Shape) -> Option<Tensor> {
        match self {
            Op::Conv(conv) => conv.tensor(index),
            Op::ConvTranspose(conv) => conv.tensor(index),
            Op::Linear(linear) => linear.tensor(index),
            Op::BatchNorm(norm) => norm.tensor(index),
            Op::InstanceNorm(norm) => norm.tensor(index),
            Op::GroupNorm(norm) => norm.tensor(index),
            Op::LayerNorm(norm) => norm.tensor(index),
            Op::PRelu(prelu) => prelu.tensor(index),
            Op::LayerScale(scale) => scale.tensor(index, input),
            _ => None,
        }
    }

    /// Two lists of sizes whose product is the number of multiply-accumulates for one sample: the
    /// values of a tensor, and what each of them takes. `None` for layers that have none.
    pub const fn mac_factors(&self, input: &Shape, output: &Shape) -> Option<[Shape; 2]> {
        match self {
            Op::Conv(conv) => Some(conv.mac_factors(output)),
            Op::ConvTranspose(conv) => Some(conv.mac_factors(input)),
            Op::Linear(linear) => Some(linear.mac_factors(output)),
            _ => None,
        }
    }

    pub(crate) const fn macs(&self, input: &Shape, output: &Shape) -> Count {
        match self.mac_factors(input, output) {
            Some([values, each]) => Count::elements(&values).times_all(&each),
            None => Count::ZERO,
        }
    }

    /// The element-wise operations for one sample, at inference.
    const fn ops(&self, call: &mut Call<'_>, output: &Shape) -> Count {
        match self {
            Op::Conv(conv) => conv.ops(output),
            Op::ConvTranspose(conv) => conv.ops(output),
            Op::MaxPool(pool) => pool.ops(output),
            Op::AvgPool(pool) => pool.ops(output),
            Op::AdaptivePool(pool) => pool.ops(call),
            Op::Linear(linear) => linear.ops(output),
            Op::BatchNorm(norm) => norm.ops(output),
            Op::InstanceNorm(norm) => norm.ops(output),
            Op::GroupNorm(norm) => norm.ops(output),
            Op::LayerNorm(norm) => norm.ops(output),
            Op::LocalResponseNorm(norm) => norm.ops(output),
            Op::Activation(activation) => activation.ops(output),
            Op::Softmax(softmax) => softmax.ops(output),
            Op::Glu(glu) => glu.ops(output),
            Op::PRelu(prelu) => prelu.ops(output),
            Op::Upsample(upsample) => upsample.ops(output),
            Op::LayerScale(scale) => scale.ops(output),
            Op::Join(join) => join.ops(call, output),
            _ => Count::ZERO,
        }
    }

    /// The name of PyTorch's module for this layer on an input of this shape, such as `Conv2d`.
    pub const fn class(&self, input: &Shape) -> &'static str {
        let names = match self {
            Op::Conv(_) => ["Conv1d", "Conv2d", "Conv3d"],
            Op::ConvTranspose(_) => ["ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d"],
            Op::MaxPool(_) => ["MaxPool1d", "MaxPool2d", "MaxPool3d"],
            Op::AvgPool(_) => ["AvgPool1d", "AvgPool2d", "AvgPool3d"],
            Op::AdaptivePool(pool) if pool.average => {
                ["AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d"]
            }
            Op::AdaptivePool(_) => ["AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d"],
            Op::Linear(_) => ["Linear"; 3],
            Op::BatchNorm(_) => ["BatchNorm1d", "BatchNorm2d", "BatchNorm3d"],
            Op::InstanceNorm(_) => ["InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d"],
            Op::GroupNorm(_) => ["GroupNorm"; 3],
            Op::LayerNorm(_) => ["LayerNorm"; 3],
            Op::LocalResponseNorm(_) => ["LocalResponseNorm"; 3],
            Op::Activation(activation) => [activation.class(); 3],
            Op::Softmax(softmax) => [if softmax.log { "LogSoftmax" } else { "Softmax" }; 3],
            Op::Glu(_) => ["GLU"; 3],
            Op::PRelu(_) => ["PReLU"; 3],
            Op::Dropout(dropout) => {
                [if dropout.samples { "StochasticDepth" } else { "Dropout" }; 3]
            }
            Op::Flatten(_) => ["Flatten"; 3],
            Op::Pad(pad) => pad.classes(),
            Op::Upsample(_) => ["Upsample"; 3],
            Op::PixelShuffle(_) => ["PixelShuffle"; 3],
            Op::PixelUnshuffle(_) => ["PixelUnshuffle"; 3],
            Op::ChannelShuffle(_) => ["ChannelShuffle"; 3],
            Op::Channels(_) => ["Narrow"; 3],
            Op::Permute(_) => ["Permute"; 3],
            Op::LayerScale(_) => ["LayerScale"; 3],
            Op::Identity => ["Identity"; 3],
            Op::Join(Join::Add) => ["Add"; 3],
            Op::Join(Join::Mul) => ["Mul"; 3],
            Op::Join(Join::Concat) => ["Concat"; 3],
            Op::Network(nested) => [nested.summary.name; 3],
        };
        match input.spatial_rank() {
            0 | 1 => names[0],
            2 => names[1],
            _ => names[2],
        }
    }
}

/// What a layer makes of what arrives at it, and what that costs for one sample.
#[derive(Clone, Copy, Debug)]
pub struct Resolved {
    /// The layer with its hyper-parameters.
    pub op: Op,
    /// The shape of the output. After an error, what is left of it.
    pub output: Shape,
    /// The learned values.
    pub params: u64,
    /// The learned values that are not frozen.
    pub trainable_params: u64,
    /// The values that are kept but not learned.
    pub buffers: u64,
    /// The multiply-accumulates.
    pub macs: u64,
    /// The element-wise operations.
    pub ops: u64,
    /// The values of the output; of a network those of all outputs in it.
    pub activations: u64,
    /// What is wrong, if something is.
    pub errors: ShapeErrors,
}

/// The one algebra: what the layer `kind`, called with `args`, makes of what arrives.
///
/// The macro and const evaluation both run this function. It always has an answer; after an error
/// the declared sizes are taken as meant, as far as there are any.
///
/// ```
/// use cnn_core::{Args, Arrivals, Kind, Shape, resolve};
///
/// let image = Arrivals::one(Shape::new(&[3, 28, 28]));
/// let conv = resolve(Kind::Conv, &Args::sizes(&[3, 20, 5]), &image);
/// assert_eq!(conv.output.dims(), [20, 24, 24]);
/// assert_eq!((conv.params, conv.macs), (1_520, 864_000));
/// assert!(conv.errors.is_empty());
/// ```
pub const fn resolve(kind: Kind, args: &Args<'_>, arrivals: &Arrivals<'_>) -> Resolved {
    let mut call = Call::new(kind, args, arrivals);
    let input = call.input;
    let op = Op::read(&mut call);
    let whole = op.output(&mut call);
    if let Op::Network(nested) = op {
        return nested_cost(op, &nested.summary, call.errors);
    }

    let (mut params, mut buffers) = (Count::ZERO, Count::ZERO);
    let mut index = 0;
    while let Some(tensor) = op.tensor(index, &input) {
        let values = Count::elements(&tensor.shape);
        if tensor.learned {
            params = params.plus(values);
        } else {
            buffers = buffers.plus(values);
        }
        index += 1;
    }
    let ops = op.ops(&mut call, &whole);
    let [params, buffers, macs, ops, activations] = call.exact([
        (params, Quantity::Parameters),
        (buffers, Quantity::Parameters),
        (op.macs(&input, &whole), Quantity::Macs),
        (ops, Quantity::Ops),
        (Count::elements(&whole), Quantity::OutputValues),
    ]);
    let (output, trainable_params) = (call.errors.left_of(whole), params);
    let errors = call.errors;
    Resolved { op, output, params, trainable_params, buffers, macs, ops, activations, errors }
}

/// What a network costs inside of another.
const fn nested_cost(op: Op, summary: &Summary, errors: ShapeErrors) -> Resolved {
    let Summary { output, params, trainable_params, buffers, macs, ops, activations, .. } =
        *summary;
    Resolved { op, output, params, trainable_params, buffers, macs, ops, activations, errors }
}
