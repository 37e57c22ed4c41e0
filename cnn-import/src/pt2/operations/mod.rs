//! The operations of ATen, each as a call of our language.

mod arrange;
mod fold;
mod join;
mod norm;
mod parts;
mod resize;

use cnn_core::Kind;
use cnn_core::signature::Takes;

use self::arrange::{arrange, moved, settle};
use self::fold::fold;
use self::join::join;
use self::norm::norm;
use self::parts::{pieces, slice};
use super::names::outputs;
use super::operands::{Operand, Operands};
use super::read::{Reader, named};
use super::schema::Node;
use crate::form::{Argument, Call, Origin};

pub use self::arrange::settled;
pub use self::fold::is_folded;

type Result<T> = std::result::Result<T, String>;

/// The call, the name of its input, and the tensor whose module it is.
type Layer = (Call, &'static str, Option<String>);

/// The name of an operation without its library and overload: `conv2d` for `torch.ops.aten.conv2d.default`.
pub fn short(target: &str) -> &str {
    let name = target.strip_prefix("torch.ops.aten.").unwrap_or(target);
    match target.starts_with("torch.ops.aten.") {
        true => name.split('.').next().unwrap_or(name),
        false => name.rsplit('.').next().unwrap_or(name),
    }
}

/// Functions of one value, whose arguments have the same names here. In ATen, a `_` behind the name means "in place".
const FUNCTIONS: [(&str, Kind); 30] = [
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
    ("softsign", Kind::Softsign),
    ("elu", Kind::Elu),
    ("celu", Kind::Celu),
    ("leaky_relu", Kind::LeakyRelu),
    ("softplus", Kind::Softplus),
    ("softshrink", Kind::Softshrink),
    ("hardshrink", Kind::Hardshrink),
    ("threshold", Kind::Threshold),
    ("hardtanh", Kind::Hardtanh),
    ("sqrt", Kind::Sqrt),
    ("exp", Kind::Exp),
    ("log", Kind::Log),
    ("abs", Kind::Abs),
    ("dropout", Kind::Dropout),
    ("feature_dropout", Kind::FeatureDropout),
    ("alpha_dropout", Kind::AlphaDropout),
    ("feature_alpha_dropout", Kind::FeatureAlphaDropout),
    ("channel_shuffle", Kind::ChannelShuffle),
    ("pixel_shuffle", Kind::PixelShuffle),
    ("pixel_unshuffle", Kind::PixelUnshuffle),
];

/// The name of an operation that need not be in place.
pub fn in_any_place(name: &str) -> &str {
    match name.strip_suffix('_') {
        Some(plain) if !plain.is_empty() => plain,
        _ => name,
    }
}

/// What a node computes.
pub fn read(reader: &mut Reader, node: &Node, origin: &Origin) -> Result<Vec<Operand>> {
    let name = in_any_place(short(&node.target));
    if let Some(folded) = fold(reader, node, name)? {
        reader.builder.form.folded += 1;
        return Ok(vec![folded]);
    }
    if let Some(arranged) = arrange(reader, node, origin, name)? {
        return Ok(arranged);
    }
    settle(reader, node)?;
    if matches!(name, "chunk" | "split" | "split_with_sizes" | "tensor_split") {
        return pieces(reader, node, origin, name);
    }
    if matches!(
        name,
        "add"
            | "sub"
            | "rsub"
            | "mul"
            | "div"
            | "cat"
            | "matmul"
            | "bmm"
            | "maximum"
            | "minimum"
            | "scaled_dot_product_attention"
    ) {
        return join(reader, node, origin, name).map(|operand| vec![operand]);
    }
    repeated(reader, node)?;
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

/// Makes a value of the tensor that a node takes, if that is repeated for each sample.
fn repeated(reader: &mut Reader, node: &Node) -> Result<()> {
    let operands = Operands { node, reader };
    let name = operands.tensor_name("self").or_else(|| operands.tensor_name("input"));
    if let Some(name) = name.map(str::to_owned)
        && let operand @ Operand::Tensor { .. } = reader.operand(&name)
        && let Ok(shape) = reader.sample(&name)
    {
        let value = reader.as_value(&operand, shape.rank())?;
        reader.set(&name, Operand::Value(value));
    }
    Ok(())
}

/// What an operation of one value is.
fn layer(operands: &Operands<'_>, name: &str) -> Result<Layer> {
    let input = if operands.has("self") { "self" } else { "input" };
    let plain = |call: Call| Ok((call, input, None));
    if let Some((_, kind)) = FUNCTIONS.iter().find(|(known, _)| *known == name) {
        let mut call = Call::new(*kind);
        // What is not there has its default, which is also ours.
        let params = kind.signature().params.iter().filter(|param| operands.has(param.name));
        for param in params {
            call = match param.takes {
                Takes::Size => call.with(param.name, operands.count(param.name, 0)?),
                _ => call.with(param.name, operands.float(param.name, 0.0)?),
            };
        }
        let relu6 =
            Call::new(Kind::Hardtanh).with("min_val", 0.0_f64).with("max_val", 6.0_f64) == call;
        return plain(if relu6 { Call::new(Kind::Relu6) } else { call });
    }
    match name {
        "conv1d" | "conv2d" | "conv3d" => convolution(operands, input, Kind::Conv),
        "conv_transpose1d" | "conv_transpose2d" | "conv_transpose3d" => {
            convolution(operands, input, Kind::ConvTranspose)
        }
        "linear" => {
            let (weight, shape) = operands.weight("weight", 2)?;
            let bias = operands.tensor("bias")?.is_some();
            let call = Call::new(Kind::Linear)
                .with("in_features", shape[1])
                .with("out_features", shape[0])
                .with("bias", bias);
            Ok((call, input, Some(weight)))
        }
        "batch_norm" | "instance_norm" | "group_norm" | "layer_norm" | "rms_norm" => {
            norm(operands, name, input)
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
        "movedim" => {
            let order = moved(operands)?.into_iter().map(|axis| Argument::Signed(axis as isize));
            plain(Call::new(Kind::Permute).with("dims", Argument::List(order.collect())))
        }
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
        "clamp" | "clamp_min" | "clamp_max" => {
            let mut call = Call::new(Kind::Clamp);
            for bound in ["min", "max"] {
                if operands.has(bound) {
                    call = call.with(bound, operands.float(bound, 0.0)?);
                }
            }
            plain(call)
        }
        "neg" => plain(Call::new(Kind::Scale).with("factor", -1.0)),
        "square" => plain(Call::new(Kind::Pow).with("exponent", 2.0)),
        "rsqrt" => plain(Call::new(Kind::Pow).with("exponent", -0.5)),
        "reciprocal" => plain(Call::new(Kind::Pow).with("exponent", -1.0)),
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
        "index" => Err("it takes values by their indices, which no layer does".to_owned()),
        "embedding" => {
            Err("it looks up rows by their numbers, and the values of a network are real numbers"
                .to_owned())
        }
        name => match resize::mode(name) {
            Some(mode) => resize::upsample(operands, mode, input),
            None => Err("there is no layer for it".to_owned()),
        },
    }
}

/// A convolution of this kind.
fn convolution(operands: &Operands<'_>, input: &'static str, kind: Kind) -> Result<Layer> {
    let axes = operands.rank(input)?.saturating_sub(1);
    let (weight, shape) = operands.weight("weight", axes + 2)?;
    Ok((windowed(operands, kind, &shape)?, input, Some(weight)))
}

/// A convolution whose weight has this shape.
pub fn windowed(operands: &Operands<'_>, kind: Kind, shape: &[usize]) -> Result<Call> {
    let axes = shape.len().saturating_sub(2);
    if axes == 0 {
        return Err("its weight has too few axes".to_owned());
    }
    let groups = operands.count("groups", 1)?;
    let of_groups = shape[1].checked_mul(groups).ok_or("it has too many channels")?;
    let (in_channels, out_channels) = match kind {
        Kind::ConvTranspose => (shape[0], of_groups),
        _ => (of_groups, shape[0]),
    };
    let call = Call::new(kind)
        .with("in_channels", in_channels)
        .with("out_channels", out_channels)
        .with("kernel_size", &shape[2..])
        .with("stride", &operands.axes("stride", axes, 1)?[..])
        .with("dilation", &operands.axes("dilation", axes, 1)?[..])
        .with("groups", groups)
        .with("bias", operands.has("bias"));
    let padding = || operands.axes("padding", axes, 0);
    let call = match (kind, operands.text("padding")) {
        (Kind::ConvTranspose, _) => call
            .with("padding", &padding()?[..])
            .with("output_padding", &operands.axes("output_padding", axes, 0)?[..]),
        (_, Some("same")) => call.with("padding", "same"),
        (_, Some("valid")) => call,
        (_, Some(_)) => return Err("the padding is not known".to_owned()),
        (_, None) => call.with("padding", &padding()?[..]),
    };
    Ok(call)
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
fn reshape(operands: &Operands<'_>, input: &'static str) -> Result<Layer> {
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
