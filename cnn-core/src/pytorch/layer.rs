//! What each layer is in PyTorch: a module, a tensor, or an expression.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::helper::Helper;
use super::python::{Arg, flag, float, quoted, sizes, tuple};
use super::window::{
    avg_pool, columns, conv, conv_transpose, max_pool, pad_mode, sides, stride_of_pool,
};
use crate::layers::{
    Activation, Attention, BatchNorm, CrossAttention, Dropout, Drops, Fold, InstanceNorm, Join,
    LayerNorm, LayerScale, Linear, Nested, Pad, Parameter, Parametrization, Reduce, Reduction,
    ScaledDotProductAttention, Slice, TensorNames, Upsample, UpsampleMode, WindowAttention,
    WindowForm,
};
use crate::shape::Shape;
use crate::{Node, Op};

/// A layer of PyTorch.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// A module, and how it is called: `$m` is the module, `$0` and so on are its inputs.
    Module(Module, String),
    /// A tensor of the module around it, `$t` in the expression.
    Tensor(Stored, String),
    /// An expression of its inputs, and the module that does the same.
    Function(String, Option<Module>),
    /// A network of its own.
    Network(&'static Nested),
    /// The input itself.
    Nothing,
}

/// A module with the arguments of its constructor.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Module {
    /// The class as it is written.
    pub(super) class: String,
    /// The arguments, those without names first.
    pub(super) args: Vec<Arg>,
    /// What is written around the constructor: a function of the module.
    pub(super) around: Option<&'static str>,
    /// What has to be written into the file.
    pub(super) helper: Option<Helper>,
}

/// A tensor of the module around a layer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stored {
    /// Its first values, as an expression.
    pub(super) init: String,
    /// Whether it is a parameter; otherwise it is a buffer.
    pub(super) learned: bool,
}

/// A module that takes one value.
pub(super) const CALL: &str = "$m($0)";

impl Module {
    /// A module of `torch.nn`.
    pub(super) fn nn(class: &str, args: Vec<Arg>) -> Module {
        Module { class: format!("nn.{class}"), args, around: None, helper: None }
    }

    pub(super) fn helper(helper: Helper, args: Vec<Arg>) -> Module {
        Module { class: helper.name(), args, around: None, helper: Some(helper) }
    }

    pub(super) fn parametrized(self, parametrization: Option<Parametrization>) -> Module {
        let around = parametrization.map(|parametrization| match parametrization {
            Parametrization::WeightNorm(TensorNames::Parametrized) => {
                "nn.utils.parametrizations.weight_norm"
            }
            Parametrization::WeightNorm(TensorNames::Legacy) => "nn.utils.weight_norm",
            Parametrization::SpectralNorm(TensorNames::Parametrized) => {
                "nn.utils.parametrizations.spectral_norm"
            }
            Parametrization::SpectralNorm(TensorNames::Legacy) => "nn.utils.spectral_norm",
        });
        Module { around, ..self }
    }
}

/// What flattens a value in front of a layer.
pub(super) fn flatten() -> Form {
    Form::Function("torch.flatten($0, 1)".to_owned(), Some(Module::nn("Flatten", vec![])))
}

/// Whether a layer takes the values of a sample as one vector, whatever their shape is.
pub(super) fn flattens(node: &Node) -> bool {
    matches!(node.op, Op::Linear(Linear { flatten: true, .. })) && node.input.rank() > 1
}

/// What a node is in PyTorch.
pub(super) fn form(node: &Node) -> Form {
    let (input, class) = (&node.input, node.op.class(&node.input));
    let module = |args: Vec<Arg>| Form::Module(Module::nn(class, args), CALL.to_owned());
    let written = |module: Module| Form::Module(module, CALL.to_owned());
    match node.op {
        Op::Conv(layer) => written(conv(class, &layer)),
        Op::ConvTranspose(layer) => written(conv_transpose(class, &layer)),
        Op::MaxPool(layer) => written(max_pool(class, &layer)),
        Op::AvgPool(layer) => written(avg_pool(class, &layer)),
        Op::LpPool(layer) => module(vec![
            Arg::at("norm_type", float(layer.norm_type)),
            Arg::at("kernel_size", sizes(&layer.window.kernel_size)),
            stride_of_pool(&layer.window),
            Arg::named("ceil_mode", flag(layer.ceil_mode), "False"),
        ]),
        Op::BlurPool(layer) => written(Module::helper(
            Helper::BlurPool(layer.window.kernel_size.rank()),
            vec![
                Arg::at("filt_size", layer.window.kernel_size.size(0)),
                Arg::always("stride", sizes(&layer.window.stride)),
                Arg::always("pad", sides(&layer.window.padding)),
                Arg::named("pad_mode", pad_mode(layer.pad_mode), quoted("reflect")),
            ],
        )),
        Op::AdaptivePool(layer) => module(vec![Arg::at("output_size", sizes(&layer.output_size))]),
        Op::Linear(layer) => {
            let args = vec![
                Arg::at("in_features", layer.in_features),
                Arg::at("out_features", layer.out_features),
                Arg::named("bias", flag(layer.bias), "True"),
            ];
            written(Module::nn(class, args).parametrized(layer.parametrization))
        }
        Op::BatchNorm(layer) => module(batch_norm(&layer)),
        Op::FrozenBatchNorm(layer) => written(Module::helper(
            Helper::FrozenBatchNorm,
            vec![
                Arg::at("num_features", layer.num_features),
                Arg::named("eps", float(layer.eps), "1e-5"),
            ],
        )),
        Op::InstanceNorm(layer) => module(instance_norm(&layer)),
        Op::GroupNorm(layer) => module(vec![
            Arg::at("num_groups", layer.num_groups),
            Arg::at("num_channels", input.size(0)),
            Arg::named("eps", float(layer.eps), "1e-5"),
            Arg::named("affine", flag(layer.affine), "True"),
        ]),
        Op::LayerNorm(layer) => written(layer_norm(class, &layer)),
        Op::RmsNorm(layer) => module(vec![
            Arg::at("normalized_shape", sizes_of_norm(&layer.normalized_shape)),
            Arg::always("eps", float(layer.eps)),
            Arg::named("elementwise_affine", flag(layer.elementwise_affine), "True"),
        ]),
        Op::GlobalResponseNorm(layer) => written(Module::helper(
            Helper::GlobalResponseNorm,
            vec![
                Arg::at("num_channels", layer.num_channels),
                Arg::named("dim", layer.dim + 1, "1"),
                Arg::named("eps", float(layer.eps), "1e-6"),
            ],
        )),
        Op::LocalResponseNorm(layer) => module(vec![
            Arg::at("size", layer.size),
            Arg::named("alpha", float(layer.alpha), "0.0001"),
            Arg::named("beta", float(layer.beta), "0.75"),
            Arg::named("k", float(layer.k), "1.0"),
        ]),
        Op::Normalize(layer) => function(format!(
            "F.normalize($0{})",
            optional(&[
                Arg::named("p", float(layer.p), "2.0"),
                Arg::named("dim", layer.dim + 1, "1"),
                Arg::named("eps", float(layer.eps), "1e-12"),
            ])
        )),
        Op::Activation(layer) => activation(class, &layer),
        Op::Softmax(layer) => module(vec![Arg::always("dim", layer.dim + 1)]),
        Op::Glu(layer) => module(vec![Arg::always("dim", layer.dim + 1)]),
        Op::PRelu(layer) => module(vec![Arg::named("num_parameters", layer.num_parameters, "1")]),
        Op::RRelu(layer) => module(vec![
            Arg::named("lower", float(layer.lower), "0.125"),
            Arg::named("upper", float(layer.upper), float(1.0 / 3.0)),
        ]),
        Op::Dropout(layer) => written(dropout(class, &layer)),
        Op::Flatten(layer) => {
            let (start, mut end) = (layer.start_dim + 1, (layer.end_dim + 1).to_string());
            if layer.end_dim + 1 == input.rank() {
                "-1".clone_into(&mut end);
            }
            let args = [Arg::named("start_dim", start, "0"), Arg::named("end_dim", &end, "-1")];
            let own = vec![Arg::named("start_dim", start, "1"), args[1].clone()];
            let positional = args.map(|arg| Arg { positional: true, ..arg });
            let text = format!("torch.flatten($0{})", optional(&positional));
            Form::Function(text, Some(Module::nn(class, own)))
        }
        Op::Reshape(layer) => {
            let shape = layer.shape.dims().iter().map(|size| Arg::at("", size)).collect();
            Form::Function(
                format!("$0.reshape(-1, {})", list(layer.shape.dims())),
                Some(Module::helper(Helper::Reshape, shape)),
            )
        }
        Op::Pad(layer) => module(vec![Arg::at("padding", pad(&layer, input.spatial_rank()))]),
        Op::Upsample(layer) => module(upsample(&layer)),
        Op::Unfold(layer) => module(columns(&layer.window)),
        Op::Fold(Fold { output_size, window }) => {
            let size = Arg::at("output_size", tuple(output_size.dims()));
            module([vec![size], columns(&window)].concat())
        }
        Op::PixelShuffle(layer) => module(vec![Arg::at("upscale_factor", layer.upscale_factor)]),
        Op::PixelUnshuffle(layer) => {
            module(vec![Arg::at("downscale_factor", layer.downscale_factor)])
        }
        Op::ChannelShuffle(layer) => module(vec![Arg::at("groups", layer.groups)]),
        Op::Slice(layer) => function(slice(&layer, input)),
        Op::Permute(layer) => {
            let dims: Vec<usize> =
                [0].into_iter().chain(layer.dims.dims().iter().map(|dim| dim + 1)).collect();
            let args = dims.iter().map(|dim| Arg::at("", dim)).collect();
            Form::Function(
                format!("$0.permute({})", list(&dims)),
                Some(Module::helper(Helper::Permute, args)),
            )
        }
        Op::Flip(layer) => function(format!("torch.flip($0, {})", dims(layer.dims.dims()))),
        Op::Roll(layer) => {
            let moved = layer.shifts.iter().enumerate().filter(|(_, shift)| **shift > 0);
            let (along, shifts): (Vec<usize>, Vec<usize>) = moved.unzip();
            match along[..] {
                [] => Form::Nothing,
                _ => function(format!("torch.roll($0, {}, dims={})", tuple(&shifts), dims(&along))),
            }
        }
        Op::Reduce(layer) => function(reduce(&layer)),
        Op::Attention(Attention { embed_dim, num_heads, dropout, bias }) => {
            let call = "$m($0, $0, $0, need_weights=False)[0]".to_owned();
            Form::Module(
                Module::nn(class, heads(embed_dim, num_heads, dropout, bias, vec![])),
                call,
            )
        }
        Op::CrossAttention(layer) => {
            let value = node.inputs.len() - 1;
            let call = format!("$m($0, $1, ${value}, need_weights=False)[0]");
            Form::Module(Module::nn("MultiheadAttention", cross_attention(&layer)), call)
        }
        Op::ScaledDotProductAttention(layer) => function(scaled_dot_product(&layer)),
        Op::WindowAttention(layer) => written(window_attention(&layer)),
        Op::Parameter(layer) => parameter(&layer),
        Op::LayerScale(layer) => layer_scale(&layer, node),
        Op::Identity(_) => Form::Nothing,
        Op::Join(layer) => function(join(layer, node.inputs.len())),
        Op::Network(nested) => Form::Network(nested),
    }
}

fn function(text: String) -> Form {
    Form::Function(text, None)
}

/// Arguments after others, each with the comma before it.
fn optional(args: &[Arg]) -> String {
    args.iter().filter_map(Arg::written).map(|arg| format!(", {arg}")).collect()
}

fn list(values: &[usize]) -> String {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    values.join(", ")
}

/// Dims as PyTorch counts them, which counts the batch.
fn dims(dims: &[usize]) -> String {
    tuple(dims.iter().map(|dim| dim + 1))
}

fn batch_norm(layer: &BatchNorm) -> Vec<Arg> {
    vec![
        Arg::at("num_features", layer.num_features),
        Arg::named("eps", float(layer.eps), "1e-5"),
        Arg::named("momentum", float(layer.momentum), "0.1"),
        Arg::named("affine", flag(layer.affine), "True"),
        Arg::named("track_running_stats", flag(layer.track_running_stats), "True"),
    ]
}

fn instance_norm(layer: &InstanceNorm) -> Vec<Arg> {
    vec![
        Arg::at("num_features", layer.num_features),
        Arg::named("eps", float(layer.eps), "1e-5"),
        Arg::named("momentum", float(layer.momentum), "0.1"),
        Arg::named("affine", flag(layer.affine), "False"),
        Arg::named("track_running_stats", flag(layer.track_running_stats), "False"),
    ]
}

/// The shape of a norm: a number if it is the last dim alone.
fn sizes_of_norm(shape: &Shape) -> String {
    if shape.rank() == 1 { shape.size(0).to_string() } else { tuple(shape.dims()) }
}

fn layer_norm(class: &str, layer: &LayerNorm) -> Module {
    let args = vec![
        Arg::at("normalized_shape", sizes_of_norm(&layer.normalized_shape)),
        Arg::named("eps", float(layer.eps), "1e-5"),
        Arg::named("elementwise_affine", flag(layer.elementwise_affine), "True"),
        Arg::named("bias", flag(layer.bias), "True"),
    ];
    match layer.channels_first {
        true => Module::helper(Helper::ChannelsFirstLayerNorm, args),
        false => Module::nn(class, args),
    }
}

fn activation(class: &str, layer: &Activation) -> Form {
    let args = match *layer {
        Activation::Relu
        | Activation::Relu6
        | Activation::Selu
        | Activation::Silu
        | Activation::Mish
        | Activation::Sigmoid
        | Activation::Tanh
        | Activation::Hardswish
        | Activation::Hardsigmoid
        | Activation::LogSigmoid
        | Activation::Tanhshrink
        | Activation::Softsign => vec![],
        Activation::Elu { alpha } | Activation::Celu { alpha } => {
            vec![Arg::named("alpha", float(alpha), "1.0")]
        }
        Activation::LeakyRelu { negative_slope } => {
            vec![Arg::named("negative_slope", float(negative_slope), "0.01")]
        }
        Activation::Gelu { tanh } => {
            let approximate = quoted(if tanh { "tanh" } else { "none" });
            vec![Arg::named("approximate", approximate, quoted("none"))]
        }
        Activation::Softplus { beta, threshold } => vec![
            Arg::named("beta", float(beta), "1.0"),
            Arg::named("threshold", float(threshold), "20.0"),
        ],
        Activation::Hardtanh { min_val, max_val } => vec![
            Arg::named("min_val", float(min_val), "-1.0"),
            Arg::named("max_val", float(max_val), "1.0"),
        ],
        Activation::Softshrink { lambd } | Activation::Hardshrink { lambd } => {
            vec![Arg::named("lambd", float(lambd), "0.5")]
        }
        Activation::Threshold { threshold, value } => {
            vec![Arg::at("threshold", float(threshold)), Arg::at("value", float(value))]
        }
        Activation::Scale { factor } => return function(format!("{} * $0", float(factor))),
        Activation::Shift { offset } => return function(format!("$0 + {}", float(offset))),
        Activation::Pow { exponent } => {
            return function(format!("torch.pow($0, {})", float(exponent)));
        }
        Activation::Sqrt => return function("torch.sqrt($0)".to_owned()),
        Activation::Exp => return function("torch.exp($0)".to_owned()),
        Activation::Log => return function("torch.log($0)".to_owned()),
        Activation::Abs => return function("torch.abs($0)".to_owned()),
        Activation::Clamp { min, max } => {
            let end = |name: &str, value: Option<f64>| {
                value.map(|value| format!(", {name}={}", float(value))).unwrap_or_default()
            };
            return match (min, max) {
                (None, None) => Form::Nothing,
                _ => function(format!("torch.clamp($0{}{})", end("min", min), end("max", max))),
            };
        }
    };
    Form::Module(Module::nn(class, args), CALL.to_owned())
}

fn dropout(class: &str, layer: &Dropout) -> Module {
    let p = float(layer.p);
    match layer.drops {
        Drops::Values | Drops::Channels => Module::nn(class, vec![Arg::named("p", p, "0.5")]),
        Drops::Samples => Module::helper(Helper::StochasticDepth, vec![Arg::at("p", p)]),
    }
}

fn pad(layer: &Pad, axes: usize) -> String {
    tuple((0..axes).rev().flat_map(|axis| [layer.before[axis], layer.after[axis]]))
}

fn upsample(layer: &Upsample) -> Vec<Arg> {
    let axes = layer.size.rank();
    let (mode, has_corners) = match (layer.mode, axes) {
        (UpsampleMode::Nearest, _) => ("nearest", false),
        (UpsampleMode::Linear, 1) => ("linear", true),
        (UpsampleMode::Linear, 2) => ("bilinear", true),
        (UpsampleMode::Linear, _) => ("trilinear", true),
        (UpsampleMode::Cubic, _) => ("bicubic", true),
    };
    let first = match layer.scale_factor {
        Some(factors) if factors[..axes].iter().all(|factor| *factor == factors[0]) => {
            Arg::always("scale_factor", float(factors[0]))
        }
        Some(factors) => {
            Arg::always("scale_factor", tuple(factors[..axes].iter().map(|value| float(*value))))
        }
        None => Arg::always("size", sizes(&layer.size)),
    };
    let corners = flag(has_corners && layer.align_corners);
    vec![
        first,
        Arg::named("mode", quoted(mode), quoted("nearest")),
        Arg::named("align_corners", corners, "False"),
    ]
}

fn slice(layer: &Slice, input: &Shape) -> String {
    let size = input.size(layer.dim);
    let half = [(0, size / 2), (size / 2, size)].iter().position(|ends| {
        size.is_multiple_of(2) && layer.step == 1 && *ends == (layer.start, layer.end)
    });
    if let Some(half) = half {
        return format!("$0.chunk(2, dim={})[{half}]", layer.dim + 1);
    }
    let before = ":, ".repeat(layer.dim + 1);
    let start = if layer.start == 0 { String::new() } else { layer.start.to_string() };
    let whole = layer.end == size;
    let end = if whole { String::new() } else { layer.end.to_string() };
    let step = if layer.step == 1 { String::new() } else { format!(":{}", layer.step) };
    format!("$0[{before}{start}:{end}{step}]")
}

fn reduce(layer: &Reduce) -> String {
    let dim = dims(layer.dims.dims());
    let keepdim = if layer.keepdim { ", keepdim=True" } else { "" };
    match layer.how {
        Reduction::Mean => format!("torch.mean($0, dim={dim}{keepdim})"),
        Reduction::Sum => format!("torch.sum($0, dim={dim}{keepdim})"),
        Reduction::Max => format!("torch.amax($0, dim={dim}{keepdim})"),
        Reduction::Min => format!("torch.amin($0, dim={dim}{keepdim})"),
        Reduction::Var { correction } => {
            let correction = Arg::named("correction", correction, "1");
            format!("torch.var($0, dim={dim}{}{keepdim})", optional(&[correction]))
        }
        Reduction::Norm { p } => {
            let ord = optional(&[Arg::named("ord", float(p), "2.0")]);
            format!("torch.linalg.vector_norm($0{ord}, dim={dim}{keepdim})")
        }
    }
}

/// The arguments of `MultiheadAttention`.
fn heads(features: usize, heads: usize, dropout: f64, bias: bool, others: Vec<Arg>) -> Vec<Arg> {
    let mut args = vec![
        Arg::at("embed_dim", features),
        Arg::at("num_heads", heads),
        Arg::named("dropout", float(dropout), "0.0"),
        Arg::named("bias", flag(bias), "True"),
    ];
    args.extend(others);
    args.push(Arg::always("batch_first", "True"));
    args
}

fn cross_attention(layer: &CrossAttention) -> Vec<Arg> {
    let features = layer.embed_dim;
    let others =
        vec![Arg::named("kdim", layer.kdim, features), Arg::named("vdim", layer.vdim, features)];
    heads(features, layer.num_heads, layer.dropout, layer.bias, others)
}

fn scaled_dot_product(layer: &ScaledDotProductAttention) -> String {
    let dropout = match layer.dropout_p {
        0.0 => String::new(),
        p => format!(", dropout_p={} if self.training else 0.0", float(p)),
    };
    let causal = optional(&[Arg::named("is_causal", flag(layer.is_causal), "False")]);
    let scale = layer.scale.map(|scale| format!(", scale={}", float(scale))).unwrap_or_default();
    format!("F.scaled_dot_product_attention($0, $1, $2{dropout}{causal}{scale})")
}

fn window_attention(layer: &WindowAttention) -> Module {
    let mut args = vec![
        Arg::at("dim", layer.embed_dim),
        Arg::at("num_heads", layer.num_heads),
        Arg::at("window_size", tuple(layer.window_size.dims())),
    ];
    let helper = match layer.form {
        WindowForm::Swin => Helper::WindowAttention,
        WindowForm::SwinV2 => Helper::WindowAttentionV2,
        WindowForm::MaxVit => Helper::RelativeAttention,
    };
    if helper != Helper::RelativeAttention {
        args.push(Arg::named("shift_size", tuple(layer.shift_size.dims()), "(0, 0)"));
    }
    args.extend([
        Arg::named("qkv_bias", flag(layer.qkv_bias), "True"),
        Arg::named("proj_bias", flag(layer.proj_bias), "True"),
        Arg::named("attention_dropout", float(layer.attention_dropout), "0.0"),
        Arg::named("dropout", float(layer.dropout), "0.0"),
    ]);
    Module::helper(helper, args)
}

fn parameter(layer: &Parameter) -> Form {
    let size = list(layer.stored.dims());
    let init = match (layer.init, layer.std) {
        (0.0, 0.0) => format!("torch.zeros({size})"),
        (1.0, 0.0) => format!("torch.ones({size})"),
        (init, 0.0) => format!("torch.full({}, {})", tuple(layer.stored.dims()), float(init)),
        (init, std) => {
            let size = tuple(layer.stored.dims());
            format!("torch.normal({}, {}, {size})", float(init), float(std))
        }
    };
    let shape = layer.shape.dims();
    let reshaped = match layer.stored.dims() {
        stored if stored == shape => String::new(),
        // It is stored as a batch of one.
        [1, stored @ ..] if stored == shape => String::new(),
        _ => format!(".reshape({})", tuple(shape)),
    };
    let others = ", -1".repeat(shape.len());
    let stored = Stored { init, learned: layer.learned };
    Form::Tensor(stored, format!("$t{reshaped}.expand($0.shape[0]{others})"))
}

fn layer_scale(layer: &LayerScale, node: &Node) -> Form {
    let stored = node.op.tensor(0, &node.input).map_or(Shape::LOST, |tensor| tensor.shape);
    // Stored as `[channels]`, they are brought to the dim of the channels.
    let behind = node.input.spatial_rank().saturating_sub(layer.dim);
    let reshaped = match behind {
        0 => String::new(),
        behind if layer.flat => format!(".reshape(-1{})", ", 1".repeat(behind)),
        _ => String::new(),
    };
    let stored = Stored { init: format!("torch.ones({})", list(stored.dims())), learned: true };
    Form::Tensor(stored, format!("$t{reshaped} * $0"))
}

fn join(layer: Join, branches: usize) -> String {
    let names: Vec<String> = (0..branches).map(|branch| format!("${branch}")).collect();
    let pairwise = |function: &str| {
        let (first, others) = names.split_at(1);
        let joined = first.concat();
        others.iter().fold(joined, |joined, other| format!("{function}({joined}, {other})"))
    };
    match layer {
        Join::Add => names.join(" + "),
        Join::Sub => names.join(" - "),
        Join::Mul => names.join(" * "),
        Join::Div => names.join(" / "),
        Join::Max => pairwise("torch.maximum"),
        Join::Min => pairwise("torch.minimum"),
        Join::Concat { dim } => format!("torch.cat({}, dim={})", tuple(&names), dim + 1),
        Join::MatMul => names.join(" @ "),
    }
}
