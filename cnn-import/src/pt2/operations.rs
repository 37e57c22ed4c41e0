//! The operations of ATen, each as a call of our language.

use cnn_core::{Kind, Shape};

use super::operands::{Operand, Operands};
use super::read::{Reader, named, outputs};
use super::schema::{Node, Size};
use crate::form::{Argument, Call, Origin, Value};

type Result<T> = std::result::Result<T, String>;

/// The name of an operation without its library and overload: `conv2d` for `torch.ops.aten.conv2d.default`.
pub fn short(target: &str) -> &str {
    let name = target.strip_prefix("torch.ops.aten.").unwrap_or(target);
    match target.starts_with("torch.ops.aten.") {
        true => name.split('.').next().unwrap_or(name),
        false => name.rsplit('.').next().unwrap_or(name),
    }
}

/// Whether an operation is no layer: it passes its input on, or computes with sizes.
pub fn is_folded(name: &str) -> bool {
    matches!(
        name,
        "contiguous"
            | "clone"
            | "alias"
            | "detach"
            | "detach_"
            | "to"
            | "_to_copy"
            | "lift_fresh_copy"
            | "sym_size"
            | "sym_numel"
            | "mul"
            | "floordiv"
            | "add"
            | "sub"
            | "_assert_scalar"
            | "sym_constrain_range_for_size"
            | "_assert_tensor_metadata"
            | "expand"
    ) && !matches!(name, "mul" | "add" | "sub")
}

/// Functions of one value without arguments. In ATen, a `_` behind the name means "in place".
const PLAIN: [(&str, Kind); 22] = [
    ("relu", Kind::Relu),
    ("relu6", Kind::Relu6),
    ("selu", Kind::Selu),
    ("silu", Kind::Silu),
    ("mish", Kind::Mish),
    ("sigmoid", Kind::Sigmoid),
    ("tanh", Kind::Tanh),
    ("hardswish", Kind::Hardswish),
    ("hardsigmoid", Kind::Hardsigmoid),
    ("log_sigmoid", Kind::LogSigmoid),
    ("sqrt", Kind::Sqrt),
    ("exp", Kind::Exp),
    ("log", Kind::Log),
    ("abs", Kind::Abs),
    // `p` is the argument of the layer.
    ("dropout", Kind::Dropout),
    ("feature_dropout", Kind::FeatureDropout),
    ("alpha_dropout", Kind::AlphaDropout),
    ("feature_alpha_dropout", Kind::FeatureAlphaDropout),
    ("channel_shuffle", Kind::ChannelShuffle),
    ("pixel_shuffle", Kind::PixelShuffle),
    ("pixel_unshuffle", Kind::PixelUnshuffle),
    ("softsign", Kind::Softsign),
];

/// The names of a number in ATen and here, and its default.
type Numbers = &'static [(&'static str, &'static str, f64)];

/// Functions of one value with numbers, and the names of these in ATen and here.
const NUMBERS: [(&str, Kind, Numbers); 8] = [
    ("elu", Kind::Elu, &[("alpha", "alpha", 1.0)]),
    ("celu", Kind::Celu, &[("alpha", "alpha", 1.0)]),
    ("leaky_relu", Kind::LeakyRelu, &[("negative_slope", "negative_slope", 0.01)]),
    ("softplus", Kind::Softplus, &[("beta", "beta", 1.0), ("threshold", "threshold", 20.0)]),
    ("softshrink", Kind::Softshrink, &[("lambd", "lambd", 0.5)]),
    ("hardshrink", Kind::Hardshrink, &[("lambd", "lambd", 0.5)]),
    ("threshold", Kind::Threshold, &[("threshold", "threshold", 0.0), ("value", "value", 0.0)]),
    ("hardtanh", Kind::Hardtanh, &[("min_val", "min_val", -1.0), ("max_val", "max_val", 1.0)]),
];

/// What a node computes.
pub fn read(reader: &mut Reader, node: &Node, origin: &Origin) -> Result<Vec<Operand>> {
    let name = short(&node.target);
    let name = match name.strip_suffix('_') {
        Some(plain) if !plain.is_empty() => plain,
        _ => name,
    };
    if let Some(folded) = fold(reader, node, name)? {
        reader.builder.form.folded += 1;
        return Ok(vec![folded]);
    }
    if matches!(name, "chunk" | "split" | "split_with_sizes" | "tensor_split") {
        return pieces(reader, node, origin, name);
    }
    if matches!(
        name,
        "add" | "sub" | "mul" | "div" | "cat" | "matmul" | "bmm" | "maximum" | "minimum"
    ) {
        return join(reader, node, origin, name).map(|operand| vec![operand]);
    }
    let operands = Operands { node, reader };
    let (call, input, weight) = layer(&operands, name)?;
    let origin = match weight {
        Some(weight) => {
            let module = weight.rsplit_once('.').map_or("", |(module, _)| module);
            Origin {
                source: origin.source.clone(),
                operation: origin.operation.clone(),
                ..named(module)
            }
        }
        None => origin.clone(),
    };
    let value = operands.value(input)?;
    let operand = reader.layer(&origin, node, call, vec![value])?;
    // Pools have a second output, the indices, which nothing may use.
    let mut all = vec![operand];
    all.resize(outputs(node).len().max(1), Operand::Lost);
    Ok(all)
}

/// Operations that are no layers.
fn fold(reader: &Reader, node: &Node, name: &str) -> Result<Option<Operand>> {
    let operands = Operands { node, reader };
    let size = |size| Ok(Some(Operand::Size(size)));
    match name {
        "contiguous" | "clone" | "alias" | "detach" | "to" | "_to_copy" | "lift_fresh_copy" => {
            operands.operand(if operands.has("self") { "self" } else { "input" }).map(Some)
        }
        "sym_size" => {
            let axis = operands.int("dim", 0)?;
            let shape = match operands.operand("self")? {
                Operand::Value(value) => reader.builder.form.shape(value),
                Operand::Lost => return Err(String::new()),
                _ => return Err("the size of a tensor of the state_dict is asked".to_owned()),
            };
            let rank = shape.rank() as i64 + 1;
            match if axis < 0 { axis + rank } else { axis } {
                0 => size(Size::Batch(1)),
                axis if axis > 0 && axis < rank => {
                    size(Size::Known(shape.dims()[axis as usize - 1] as i64))
                }
                _ => Err(format!("there is no axis {axis}")),
            }
        }
        // Of Python, on sizes.
        "mul" | "add" | "sub" | "floordiv" if !node.target.starts_with("torch.ops.aten.") => {
            let (a, b) = (operands.symbolic("a"), operands.symbolic("b"));
            let (a, b) = match (a, b) {
                (Ok(a), Ok(b)) => (a, b),
                _ => return Ok(Some(Operand::Size(Size::Other))),
            };
            let result = match (name, a, b) {
                ("mul", Size::Known(a), Size::Known(b)) => a.checked_mul(b).map(Size::Known),
                ("mul", Size::Known(a), Size::Batch(b))
                | ("mul", Size::Batch(a), Size::Known(b)) => a.checked_mul(b).map(Size::Batch),
                ("add", Size::Known(a), Size::Known(b)) => a.checked_add(b).map(Size::Known),
                ("sub", Size::Known(a), Size::Known(b)) => a.checked_sub(b).map(Size::Known),
                ("floordiv", Size::Known(a), Size::Known(b)) => {
                    a.checked_div_euclid(b).map(Size::Known)
                }
                ("floordiv", Size::Batch(a), Size::Known(b)) if b != 0 && a % b == 0 => {
                    Some(Size::Batch(a / b))
                }
                _ => None,
            };
            size(result.unwrap_or(Size::Other))
        }
        // One value for each sample, of a tensor that is the same for all of them.
        "expand" => match operands.operand("self")? {
            Operand::Tensor { name, shape, buffer } => {
                let sizes = operands.sizes("size")?;
                let same = sizes.len() == shape.len()
                    && shape.first() == Some(&1)
                    && sizes.iter().zip(&shape).skip(1).all(|(size, own)| {
                        *size == Size::Known(-1) || *size == Size::Known(*own as i64)
                    });
                match same {
                    true => Ok(Some(Operand::Tensor { name, shape, buffer })),
                    false => Err(format!("`{name}` is repeated along more than the batch")),
                }
            }
            Operand::Lost => Err(String::new()),
            _ => Err("a value is repeated".to_owned()),
        },
        _ => Ok(None),
    }
}

/// The call, the name of its input, and the tensor whose module it is.
fn layer(operands: &Operands<'_>, name: &str) -> Result<(Call, &'static str, Option<String>)> {
    let input = if operands.has("self") { "self" } else { "input" };
    let plain = |call: Call| Ok((call, input, None));
    if let Some((_, kind)) = PLAIN.iter().find(|(plain, _)| *plain == name) {
        let mut call = Call::new(*kind);
        for param in kind.signature().params {
            let foreign = if operands.has(param.name) { param.name } else { "p" };
            call = match param.takes {
                cnn_core::signature::Takes::Size => {
                    call.with(param.name, operands.count(param.name, 1)?)
                }
                _ => call.with(param.name, operands.float(foreign, 0.5)?),
            };
        }
        return plain(call);
    }
    if let Some((_, kind, params)) = NUMBERS.iter().find(|(known, ..)| *known == name) {
        let mut call = Call::new(*kind);
        for (foreign, own, default) in *params {
            call = call.with(own, operands.float(foreign, *default)?);
        }
        if *kind == Kind::Hardtanh
            && [("min_val", -1.0, 0.0), ("max_val", 1.0, 6.0)]
                .iter()
                .all(|(name, default, relu6)| operands.float(name, *default) == Ok(*relu6))
        {
            return plain(Call::new(Kind::Relu6));
        }
        return plain(call);
    }
    match name {
        "conv1d" | "conv2d" | "conv3d" => convolution(operands, input),
        "conv_transpose1d" | "conv_transpose2d" | "conv_transpose3d" => transposed(operands, input),
        "linear" => {
            let (weight, shape) = operands.weight("weight", 2)?;
            let bias = operands.tensor("bias")?.is_some();
            let call = Call::new(Kind::Linear)
                .with("in_features", shape[1])
                .with("out_features", shape[0])
                .with("bias", bias);
            Ok((call, input, Some(weight)))
        }
        "batch_norm" => {
            if operands.flag("training", false)? {
                return Err(
                    "it computes its statistics from the batch: export `model.eval()`".to_owned()
                );
            }
            let mean = operands.weight("running_mean", 1)?;
            let weight = operands.tensor("weight")?;
            let call = Call::new(Kind::BatchNorm)
                .with("num_features", mean.1[0])
                .with("eps", operands.float("eps", 1e-5)?)
                .with("momentum", operands.float("momentum", 0.1)?)
                .with("affine", weight.is_some());
            Ok((call, input, Some(mean.0)))
        }
        "layer_norm" => {
            let sizes = sizes(operands.ints("normalized_shape")?)?;
            let (weight, bias) = (operands.tensor("weight")?, operands.tensor("bias")?);
            let call = Call::new(Kind::LayerNorm)
                .with(
                    "normalized_shape",
                    Argument::List(sizes.into_iter().map(Into::into).collect()),
                )
                .with("eps", operands.float("eps", 1e-5)?)
                .with("elementwise_affine", weight.is_some())
                .with("bias", bias.is_some());
            Ok((call, input, weight.map(|(name, _)| name)))
        }
        "group_norm" => {
            let weight = operands.tensor("weight")?;
            let call = Call::new(Kind::GroupNorm)
                .with("num_groups", operands.count("num_groups", 1)?)
                .with("eps", operands.float("eps", 1e-5)?)
                .with("affine", weight.is_some());
            Ok((call, input, weight.map(|(name, _)| name)))
        }
        "prelu" => {
            let (weight, shape) = operands.weight("weight", 1)?;
            Ok((Call::new(Kind::PRelu).with("num_parameters", shape[0]), input, Some(weight)))
        }
        "gelu" => plain(Call::new(Kind::Gelu).with(
            "approximate",
            match operands.text("approximate") {
                Some("tanh") => "tanh",
                _ => "none",
            },
        )),
        "max_pool1d" | "max_pool2d" | "max_pool3d" => {
            let axes = operands.rank(input)?.saturating_sub(1);
            let kernel = operands.axes("kernel_size", axes, 1)?;
            let mut call = pool(operands, Kind::MaxPool, &kernel)?;
            call = call.with("dilation", &operands.axes("dilation", axes, 1)?[..]);
            plain(call)
        }
        "avg_pool1d" | "avg_pool2d" | "avg_pool3d" => {
            if operands.has("divisor_override") {
                return Err("`divisor_override` is not supported".to_owned());
            }
            let axes = operands.rank(input)?.saturating_sub(1);
            let kernel = operands.axes("kernel_size", axes, 1)?;
            let call = pool(operands, Kind::AvgPool, &kernel)?;
            plain(call.with("count_include_pad", operands.flag("count_include_pad", true)?))
        }
        "adaptive_avg_pool1d"
        | "adaptive_avg_pool2d"
        | "adaptive_avg_pool3d"
        | "adaptive_max_pool1d"
        | "adaptive_max_pool2d"
        | "adaptive_max_pool3d" => {
            let kind =
                if name.contains("avg") { Kind::AdaptiveAvgPool } else { Kind::AdaptiveMaxPool };
            let size = sizes(operands.ints("output_size")?)?;
            plain(Call::new(kind).with("output_size", &size[..]))
        }
        "softmax" | "_softmax" => {
            plain(Call::new(Kind::Softmax).with("dim", signed(operands, "dim", -1)?))
        }
        "log_softmax" | "_log_softmax" => {
            plain(Call::new(Kind::LogSoftmax).with("dim", signed(operands, "dim", -1)?))
        }
        "glu" => plain(Call::new(Kind::Glu).with("dim", signed(operands, "dim", -1)?)),
        "flatten" => plain(
            Call::new(Kind::Flatten)
                .with("start_dim", signed(operands, "start_dim", 0)?)
                .with("end_dim", signed(operands, "end_dim", -1)?),
        ),
        "view" | "reshape" | "_unsafe_view" | "unflatten" => reshape(operands, input),
        "permute" => plain(Call::new(Kind::Permute).with("dims", list(operands, "dims")?)),
        "transpose" | "swapaxes" => {
            let [a, b] = match name {
                "transpose" => ["dim0", "dim1"],
                _ => ["axis0", "axis1"],
            };
            let mut dims = [signed(operands, a, 0)?, signed(operands, b, 0)?];
            dims.sort_unstable();
            plain(Call::new(Kind::Transpose).with("dim0", dims[0]).with("dim1", dims[1]))
        }
        "squeeze" => plain(Call::new(Kind::Squeeze).with("dim", list(operands, "dim")?)),
        "unsqueeze" => plain(Call::new(Kind::Unsqueeze).with("dim", signed(operands, "dim", 0)?)),
        "mean" | "sum" | "amax" | "amin" => {
            let kind = match name {
                "mean" => Kind::Mean,
                "sum" => Kind::Sum,
                "amax" => Kind::Amax,
                _ => Kind::Amin,
            };
            plain(
                Call::new(kind)
                    .with("dim", list(operands, "dim")?)
                    .with("keepdim", operands.flag("keepdim", false)?),
            )
        }
        "roll" => plain(
            Call::new(Kind::Roll)
                .with("shifts", list(operands, "shifts")?)
                .with("dims", list(operands, "dims")?),
        ),
        "flip" => plain(Call::new(Kind::Flip).with("dims", list(operands, "dims")?)),
        "slice" => slice(operands, input),
        "clamp" => {
            let mut call = Call::new(Kind::Clamp);
            for bound in ["min", "max"] {
                if operands.has(bound) {
                    call = call.with(bound, operands.float(bound, 0.0)?);
                }
            }
            plain(call)
        }
        "pow" => match operands.number("exponent") {
            Some(exponent) => plain(Call::new(Kind::Pow).with("exponent", exponent)),
            None => Err("the exponent is no number".to_owned()),
        },
        "pad" | "constant_pad_nd" => {
            let mode = match operands.text("mode").unwrap_or("constant") {
                "constant" if operands.float("value", 0.0)? == 0.0 => "zeros",
                "reflect" => "reflect",
                "replicate" => "replicate",
                "circular" => "circular",
                _ => return Err("the padding has values other than 0".to_owned()),
            };
            plain(Call::new(Kind::Pad).with("padding", list(operands, "pad")?).with("mode", mode))
        }
        _ => Err("there is no layer for it".to_owned()),
    }
}

fn convolution(
    operands: &Operands<'_>,
    input: &'static str,
) -> Result<(Call, &'static str, Option<String>)> {
    let axes = operands.rank(input)?.saturating_sub(1);
    let (weight, shape) = operands.weight("weight", axes + 2)?;
    let groups = operands.count("groups", 1)?;
    let channels = shape[1].checked_mul(groups).ok_or("it has too many channels")?;
    let call = Call::new(Kind::Conv)
        .with("in_channels", channels)
        .with("out_channels", shape[0])
        .with("kernel_size", &shape[2..])
        .with("stride", &operands.axes("stride", axes, 1)?[..])
        .with("dilation", &operands.axes("dilation", axes, 1)?[..])
        .with("groups", groups)
        .with("bias", operands.tensor("bias")?.is_some());
    let call = match operands.text("padding") {
        Some("same") => call.with("padding", "same"),
        Some("valid") => call,
        Some(_) => return Err("the padding is not known".to_owned()),
        None => call.with("padding", &operands.axes("padding", axes, 0)?[..]),
    };
    Ok((call, input, Some(weight)))
}

fn transposed(
    operands: &Operands<'_>,
    input: &'static str,
) -> Result<(Call, &'static str, Option<String>)> {
    let axes = operands.rank(input)?.saturating_sub(1);
    let (weight, shape) = operands.weight("weight", axes + 2)?;
    let groups = operands.count("groups", 1)?;
    let channels = shape[1].checked_mul(groups).ok_or("it has too many channels")?;
    let call = Call::new(Kind::ConvTranspose)
        .with("in_channels", shape[0])
        .with("out_channels", channels)
        .with("kernel_size", &shape[2..])
        .with("stride", &operands.axes("stride", axes, 1)?[..])
        .with("padding", &operands.axes("padding", axes, 0)?[..])
        .with("output_padding", &operands.axes("output_padding", axes, 0)?[..])
        .with("groups", groups)
        .with("bias", operands.tensor("bias")?.is_some())
        .with("dilation", &operands.axes("dilation", axes, 1)?[..]);
    Ok((call, input, Some(weight)))
}

fn pool(operands: &Operands<'_>, kind: Kind, kernel: &[usize]) -> Result<Call> {
    let axes = kernel.len();
    let stride = operands.axes("stride", axes, 0)?;
    let stride = if stride.iter().all(|stride| *stride == 0) { kernel.to_vec() } else { stride };
    Ok(Call::new(kind)
        .with("kernel_size", kernel)
        .with("stride", &stride[..])
        .with("padding", &operands.axes("padding", axes, 0)?[..])
        .with("ceil_mode", operands.flag("ceil_mode", false)?))
}

/// A new shape, whose first axis must stay the batch.
fn reshape(
    operands: &Operands<'_>,
    input: &'static str,
) -> Result<(Call, &'static str, Option<String>)> {
    let name = outputs(operands.node).into_iter().next().unwrap_or_default();
    let (from, to) = (
        operands.reader.builder.form.shape(operands.value(input)?),
        operands.reader.sample(&name)?,
    );
    if to.rank() == 1 && from.rank() > 1 {
        return Ok((Call::new(Kind::Flatten), input, None));
    }
    let dims = to.dims().iter().map(|size| Argument::Size(*size)).collect();
    Ok((Call::new(Kind::Reshape).with("shape", Argument::List(dims)), input, None))
}

fn slice(
    operands: &Operands<'_>,
    input: &'static str,
) -> Result<(Call, &'static str, Option<String>)> {
    let shape = operands.reader.builder.form.shape(operands.value(input)?);
    let dim = operands.int("dim", 0)?;
    let size = size_of(&shape, dim)?;
    let at = |index: i64| if index < 0 { (index + size).max(0) } else { index.min(size) };
    let (start, end) = (at(operands.int("start", 0)?), at(operands.int("end", i64::MAX)?));
    let call = Call::new(Kind::Slice)
        .with("dim", dim as isize)
        .with("range", Argument::Range(start as usize, end as usize))
        .with("step", operands.count("step", 1)?);
    Ok((call, input, None))
}

/// The size of an axis as PyTorch counts them; of the batch there is none.
fn size_of(shape: &Shape, dim: i64) -> Result<i64> {
    let rank = shape.rank() as i64 + 1;
    let axis = if dim < 0 { dim + rank } else { dim };
    match axis {
        axis if axis > 0 && axis < rank => Ok(shape.dims()[axis as usize - 1] as i64),
        0 => Err("it takes samples of the batch apart".to_owned()),
        _ => Err(format!("there is no axis {dim}")),
    }
}

/// Parts of a value, each of which is a layer.
fn pieces(reader: &mut Reader, node: &Node, origin: &Origin, name: &str) -> Result<Vec<Operand>> {
    let operands = Operands { node, reader };
    let value = operands.value("self")?;
    let shape = reader.builder.form.shape(value);
    let dim = operands.int("dim", 0)?;
    let size = usize::try_from(size_of(&shape, dim)?).unwrap_or(0);
    let sizes: Vec<usize> = match name {
        "split_with_sizes" => sizes(operands.ints("split_sizes")?)?,
        "split" if operands.ints("split_size").is_ok_and(|list| list.is_some()) => {
            sizes(operands.ints("split_size")?)?
        }
        "split" | "chunk" => {
            let each = match name {
                "split" => operands.count("split_size", 1)?,
                _ => size.div_ceil(operands.count("chunks", 1)?.max(1)),
            };
            if each == 0 {
                return Err("its parts are empty".to_owned());
            }
            let count = size.div_ceil(each);
            (0..count).map(|index| each.min(size - index * each)).collect()
        }
        _ => return Err("there is no layer for it".to_owned()),
    };
    let names = outputs(node);
    let channels = dim == 1 && shape.rank() == 3;
    let mut start = 0;
    let mut all = Vec::new();
    for (name, size) in names.iter().zip(sizes) {
        let range = Argument::Range(start, start + size);
        let call = match channels {
            true => Call::new(Kind::Channels).with("range", range),
            false => Call::new(Kind::Slice).with("dim", dim as isize).with("range", range),
        };
        let expected = reader.sample(name)?;
        let origin = Origin { source: name.clone(), label: None, ..origin.clone() };
        all.push(Operand::Value(reader.builder.push(
            &origin,
            call,
            vec![value],
            Some(expected),
        )?));
        start += size;
    }
    Ok(all)
}

/// Operations on several values, or on a value and a number.
fn join(reader: &mut Reader, node: &Node, origin: &Origin, name: &str) -> Result<Operand> {
    let operands = Operands { node, reader };
    let rank = match outputs(node).first() {
        Some(output) => reader.sample(output)?.rank(),
        None => 0,
    };
    let list = match name {
        "cat" => operands.list("tensors")?,
        "bmm" => vec![operands.operand("self")?, operands.operand("mat2")?],
        _ => {
            if let Some(number) = operands.number("other") {
                return with_number(reader, node, origin, name, number);
            }
            if ["add", "sub"].contains(&name) && operands.float("alpha", 1.0)? != 1.0 {
                return Err("`alpha` is not 1".to_owned());
            }
            vec![operands.operand("self")?, operands.operand("other")?]
        }
    };
    let kind = match name {
        "add" => Kind::Add,
        "sub" => Kind::Sub,
        "mul" => Kind::Mul,
        "div" => Kind::Div,
        "maximum" => Kind::Max,
        "minimum" => Kind::Min,
        "cat" => Kind::Concat,
        _ => Kind::MatMul,
    };
    let mut call = Call::new(kind);
    if name == "cat" {
        call = call.with("dim", signed(&operands, "dim", 0)?);
        if list.len() == 1 {
            return Ok(list[0].clone());
        }
    }
    if name == "mul"
        && let Some((tensor, scale, value)) = layer_scale(reader, &list)
    {
        let origin = Origin { source: origin.source.clone(), ..named(&tensor) };
        if let Ok(operand) = reader.layer(&origin, node, scale, vec![value]) {
            return Ok(operand);
        }
    }
    let values: Result<Vec<Value>> =
        list.iter().map(|operand| reader.as_value(operand, rank)).collect();
    reader.layer(origin, node, call, values?)
}

/// A factor of the `state_dict` for each channel.
fn layer_scale(reader: &Reader, list: &[Operand]) -> Option<(String, Call, Value)> {
    let (tensor, dims, value) = match list {
        [Operand::Tensor { name, shape, buffer: false }, Operand::Value(value)]
        | [Operand::Value(value), Operand::Tensor { name, shape, buffer: false }] => {
            (name, shape, *value)
        }
        _ => return None,
    };
    let shape = reader.builder.form.shape(value);
    let call = Call::new(Kind::LayerScale);
    match dims[..] {
        [channels] if shape.rank() > 1 && shape.dims().last() == Some(&channels) => {
            Some((tensor.clone(), call.with("dim", -1_isize), value))
        }
        [channels, ref ones @ ..]
            if dims.len() == shape.rank()
                && shape.dims()[0] == channels
                && ones.iter().all(|one| *one == 1) =>
        {
            Some((tensor.clone(), call, value))
        }
        _ => None,
    }
}

fn with_number(
    reader: &mut Reader,
    node: &Node,
    origin: &Origin,
    name: &str,
    number: f64,
) -> Result<Operand> {
    let value = Operands { node, reader }.value("self")?;
    let call = match name {
        "add" => Call::new(Kind::Shift).with("offset", number),
        "sub" => Call::new(Kind::Shift).with("offset", -number),
        "mul" => Call::new(Kind::Scale).with("factor", number),
        "div" if number != 0.0 => Call::new(Kind::Scale).with("factor", 1.0 / number),
        _ => return Err("there is no layer for it with a number".to_owned()),
    };
    reader.layer(origin, node, call, vec![value])
}

fn signed(operands: &Operands<'_>, name: &str, default: i64) -> Result<isize> {
    isize::try_from(operands.int(name, default)?).map_err(|_| format!("`{name}` is too large"))
}

/// A list of integers, or a single one.
fn list(operands: &Operands<'_>, name: &str) -> Result<Argument> {
    match operands.ints(name) {
        Ok(Some(list)) if list.len() == 1 => Ok(list[0].into()),
        Ok(Some(list)) => Ok(Argument::List(list.into_iter().map(Into::into).collect())),
        Ok(None) => Err(format!("`{name}` is missing, so it takes the whole batch")),
        Err(_) => Ok(signed(operands, name, 0)?.into()),
    }
}

fn sizes(list: Option<Vec<isize>>) -> Result<Vec<usize>> {
    let list = list.ok_or("a list of sizes is missing")?;
    list.into_iter()
        .map(|size| usize::try_from(size).map_err(|_| format!("a size is {size}")))
        .collect()
}
