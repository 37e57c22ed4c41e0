//! Convolutions.

use cnn_core::layers::PadMode;
use cnn_core::{Kind, Op, Shape};

use super::resize::pads_as_layer;
use crate::form::{Argument, Call, Value};
use crate::onnx::constant::Constant;
use crate::onnx::site::{Operand, Result, Site};

/// Where a window begins and ends.
pub enum Padding {
    /// The same at both ends of each axis, or a word for what ONNX calls so.
    Argument(Argument),
    /// Different at the ends of an axis: before, and after.
    Uneven(Vec<usize>, Vec<usize>),
}

/// The padding of a node.
pub fn padding(site: &Site<'_>, axes: usize) -> Result<Padding> {
    let auto = site.node.text("auto_pad", "NOTSET")?;
    let pads = site.axes("pads", 2 * axes, 0)?;
    let word = match auto.as_str() {
        "NOTSET" | "" => {
            let (before, after) = pads.split_at(axes);
            return Ok(match before == after {
                true => Padding::Argument(before.into()),
                false => Padding::Uneven(before.to_vec(), after.to_vec()),
            });
        }
        "VALID" => return Ok(Padding::Argument(Argument::Size(0))),
        "SAME_UPPER" => "same_upper",
        "SAME_LOWER" => "same_lower",
        other => return Err(format!("`auto_pad` is `{other}`, which is not known")),
    };
    Ok(Padding::Argument(word.into()))
}

/// The call with a word for its padding, if there is one.
pub fn same(call: &Call, shape: &Shape, before: &[usize], after: &[usize]) -> Option<Call> {
    let words = ["same_upper", "same_lower"].into_iter();
    words.map(|word| call.clone().with("padding", word)).find(|call| {
        let window = match call.resolve(&[*shape]).op {
            Op::Conv(conv) => conv.window,
            Op::MaxPool(pool) => pool.window,
            Op::AvgPool(pool) => pool.window,
            _ => return false,
        };
        window.padding.before.dims() == before && window.padding.after.dims() == after
    })
}

pub fn conv(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let weight = site.weight(1, site.shape(0)?.rank() + 1)?;
    kernel_shape(site, &weight.dims[2..])?;
    if let Some((value, call)) = blur(site, value, &weight, group(site)?)? {
        return Ok(vec![site.layer(call, vec![value])?]);
    }
    let (call, value) = window(site, &weight.dims)?;
    finish(site, call, value, weight)
}

/// A convolution whose weight has this shape, and what it takes.
pub fn window(site: &mut Site<'_>, weight: &[usize]) -> Result<(Call, Value)> {
    let mut value = site.value(0)?;
    let shape = site.shape(0)?;
    let axes = shape.rank().saturating_sub(1);
    let [outputs, inputs, kernel @ ..] = weight else {
        return Err("its weight has too few axes".to_owned());
    };
    if kernel.len() != axes || weight.contains(&0) {
        return Err("the shape of its weight is not that of its input".to_owned());
    }
    let groups = group(site)?;
    let channels = inputs.checked_mul(groups).ok_or("it has too many channels")?;
    let mut call = Call::new(Kind::Conv)
        .with("in_channels", channels)
        .with("out_channels", *outputs)
        .with("kernel_size", kernel)
        .with("stride", &site.axes("strides", axes, 1)?[..])
        .with("dilation", &site.axes("dilations", axes, 1)?[..])
        .with("groups", groups);
    match padding(site, axes)? {
        Padding::Argument(argument) => call = call.with("padding", argument),
        Padding::Uneven(before, after) => match same(&call, &shape, &before, &after) {
            Some(same) => call = same,
            None => value = site.inner(pads_as_layer(&before, &after), vec![value])?,
        },
    }
    Ok((call, value))
}

pub fn transposed(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let axes = site.shape(0)?.rank().saturating_sub(1);
    let weight = site.weight(1, axes + 2)?;
    let groups = group(site)?;
    let channels = weight.dims[1].checked_mul(groups).ok_or("it has too many channels")?;
    kernel_shape(site, &weight.dims[2..])?;
    if site.node.has("output_shape") {
        return Err("`output_shape` decides on its padding, which cannot be imported".to_owned());
    }
    let Padding::Argument(padding @ (Argument::Size(_) | Argument::List(_))) = padding(site, axes)?
    else {
        return Err("its padding is not the same at both ends of an axis".to_owned());
    };
    let call = Call::new(Kind::ConvTranspose)
        .with("in_channels", weight.dims[0])
        .with("out_channels", channels)
        .with("kernel_size", &weight.dims[2..])
        .with("stride", &site.axes("strides", axes, 1)?[..])
        .with("padding", padding)
        .with("output_padding", &site.axes("output_padding", axes, 0)?[..])
        .with("dilation", &site.axes("dilations", axes, 1)?[..])
        .with("groups", groups);
    finish(site, call, value, weight)
}

fn group(site: &Site<'_>) -> Result<usize> {
    let groups = site.node.int("group", 1)?;
    usize::try_from(groups).map_err(|_| format!("`group` is {groups}"))
}

/// A padded convolution that blurs each channel by itself, whose weight is fixed: what it takes without the padding, and the
/// layer.
fn blur(
    site: &mut Site<'_>,
    value: Value,
    weight: &Constant,
    groups: usize,
) -> Result<Option<(Value, Call)>> {
    let [channels, 1, sizes @ ..] = &weight.dims[..] else { return Ok(None) };
    let (axes, size) = (sizes.len(), sizes[0]);
    let Value::Node(before) = value else { return Ok(None) };
    let node = &site.reader.builder.form.nodes[before];
    let Op::Pad(pad) = node.op else { return Ok(None) };
    let plain = groups == *channels
        && !site.has(2)
        && (2..=MOST_BLUR).contains(&size)
        && sizes.iter().all(|own| *own == size)
        && site.axes("dilations", axes, 1)? == vec![1; axes]
        && matches!(padding(site, axes)?, Padding::Argument(Argument::Size(0)));
    if !plain || !is_binomial(&weight.floats()?, size, axes) {
        return Ok(None);
    }
    let mode = match pad.mode {
        PadMode::Zeros => "zeros",
        PadMode::Reflect => "reflect",
        PadMode::Replicate => "replicate",
        PadMode::Circular => "circular",
    };
    let call = Call::new(Kind::BlurPool)
        .with("filt_size", size)
        .with("stride", &site.axes("strides", axes, 1)?[..])
        .with("pad_mode", mode);
    let input = node.inputs[0];
    let form = &site.reader.builder.form;
    let Op::BlurPool(blur) = call.resolve(&[form.shape(input)]).op else { return Ok(None) };
    let same = (0..axes).all(|axis| {
        let (first, last) = blur.window.padding.axis(axis);
        pad.before[axis] == first as isize && pad.after[axis] == last as isize
    });
    if same {
        site.reader.builder.parts.insert(before);
    }
    Ok(same.then_some((input, call)))
}

/// The largest filter with which images are blurred.
const MOST_BLUR: usize = 9;

/// Whether all filters have products of binomial coefficients, whose sum is 1.
fn is_binomial(values: &[f64], size: usize, axes: usize) -> bool {
    let row = std::iter::successors(Some((0, 1.0)), |(place, value)| {
        (place + 1 < size)
            .then(|| (place + 1, value * (size - 1 - place) as f64 / (place + 1) as f64))
    });
    let row: Vec<f64> = row.map(|(_, value)| value / 2_f64.powi(size as i32 - 1)).collect();
    values.iter().enumerate().all(|(place, value)| {
        let mut rest = place;
        let expected = (0..axes).fold(1.0, |product, _| {
            let own = row[rest % size];
            rest /= size;
            product * own
        });
        (value - expected).abs() < 1e-6
    })
}

fn kernel_shape(site: &Site<'_>, kernel: &[usize]) -> Result<()> {
    match site.node.has("kernel_shape") && site.axes("kernel_shape", kernel.len(), 1)? != kernel {
        true => Err("`kernel_shape` is not that of its weight".to_owned()),
        false => Ok(()),
    }
}

fn finish(site: &mut Site<'_>, call: Call, value: Value, weight: Constant) -> Result<Vec<Operand>> {
    let mut tensors = vec![("weight", 1, weight)];
    if site.has(2) {
        tensors.push(("bias", 2, site.weight(2, 1)?));
    }
    // An exporter may write a bias where the layer has none.
    tensors.retain(|(_, _, tensor)| !tensor.is_made_of_zeros());
    let call = call.with("bias", tensors.len() > 1);
    Ok(vec![site.weighted(call, value, tensors)?])
}
