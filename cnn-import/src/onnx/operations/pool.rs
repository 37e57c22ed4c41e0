//! Pools.

use cnn_core::Kind;

use super::conv::{Padding, padding, same};
use super::resize::pads_as_layer;
use crate::form::{Argument, Call};
use crate::onnx::site::{Operand, Result, Site, signed};

pub fn pool(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let mut value = site.value(0)?;
    let shape = site.shape(0)?;
    let axes = shape.rank().saturating_sub(1);
    let node = site.node;
    if !node.has("kernel_shape") {
        return Err("`kernel_shape` is missing".to_owned());
    }
    let kind = match op {
        "MaxPool" => Kind::MaxPool,
        "LpPool" => Kind::LpPool,
        _ => Kind::AvgPool,
    };
    // The order of the indices, which no layer has.
    node.ignore(&["storage_order"]);
    let mut call = Call::new(kind)
        .with("kernel_size", &site.axes("kernel_shape", axes, 1)?[..])
        .with("stride", &site.axes("strides", axes, 1)?[..])
        .with("ceil_mode", node.flag("ceil_mode", false)?);
    let dilation = site.axes("dilations", axes, 1)?;
    match kind {
        Kind::MaxPool => call = call.with("dilation", &dilation[..]),
        _ if dilation.iter().any(|dilation| *dilation != 1) => {
            return Err("it skips values, which only a maximum pool does".to_owned());
        }
        // PyTorch does not take magnitudes before the power.
        Kind::LpPool => match node.int("p", 2)? {
            p if p % 2 == 0 => call = call.with("norm_type", p as f64),
            p => {
                return Err(format!(
                    "its power is {p}, and a layer has no odd power of magnitudes"
                ));
            }
        },
        _ => {}
    }
    let own = padding(site, axes)?;
    let none = matches!(own, Padding::Argument(Argument::Size(0)))
        || matches!(&own, Padding::Argument(Argument::List(list)) if list.is_empty());
    // Without a padding, there is nothing to count.
    let mut counts = node.flag("count_include_pad", false)? || none;
    let (before, after) = match (op, own) {
        // A pool of PyTorch that counts the values around the image.
        ("PaddedAveragePool", _) => {
            let (before, after) = around(site, axes)?;
            counts = true;
            if !none || node.flag("ceil_mode", false)? || before != after {
                value = site.inner(pads_as_layer(&before, &after), vec![value])?;
                if !none {
                    return Err("it pads its input twice".to_owned());
                }
                (vec![0; axes], vec![0; axes])
            } else {
                (before, after)
            }
        }
        (_, Padding::Argument(argument)) => {
            if kind != Kind::LpPool {
                call = call.with("padding", argument);
            } else if !none {
                return Err("it has a padding".to_owned());
            }
            return finish(site, call, counts, value);
        }
        (_, Padding::Uneven(before, after)) => (before, after),
    };
    if before == after {
        call = call.with("padding", &before[..]);
        return finish(site, call, counts, value);
    }
    let word = match kind {
        Kind::LpPool => None,
        _ => same(&call, &shape, &before, &after),
    };
    match word {
        Some(call) => finish(site, call, counts, value),
        None if kind == Kind::LpPool || (kind == Kind::AvgPool && counts) => {
            let value = site.inner(pads_as_layer(&before, &after), vec![value])?;
            finish(site, call, counts, value)
        }
        None => Err("its padding is not the same at both ends of an axis".to_owned()),
    }
}

fn finish(
    site: &mut Site<'_>,
    mut call: Call,
    counts: bool,
    value: crate::form::Value,
) -> Result<Vec<Operand>> {
    if call.kind == Kind::AvgPool {
        call = call.with("count_include_pad", counts);
    }
    Ok(vec![site.layer(call, vec![value])?])
}

/// The padding of an operation before the pool, for each spatial axis.
fn around(site: &Site<'_>, axes: usize) -> Result<(Vec<usize>, Vec<usize>)> {
    let pads = site.ints(1)?.ok_or("its padding is missing")?;
    let pads: Option<Vec<usize>> = pads.into_iter().map(|pad| usize::try_from(pad).ok()).collect();
    let rank = axes + 2;
    match pads {
        Some(pads)
            if pads.len() == 2 * rank && pads[..2] == [0, 0] && pads[rank..rank + 2] == [0, 0] =>
        {
            Ok((pads[2..rank].to_vec(), pads[rank + 2..].to_vec()))
        }
        _ => Err("its padding is not one of the spatial axes".to_owned()),
    }
}

/// Pools whose kernel is the image.
pub fn global(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let rank = site.shape(0)?.rank();
    let call = match op {
        "GlobalLpPool" => Call::new(Kind::Norm)
            .with("p", site.node.int("p", 2)? as f64)
            .with("dim", signed(2..=rank as i64))
            .with("keepdim", true),
        "GlobalMaxPool" => Call::new(Kind::AdaptiveMaxPool).with("output_size", 1_usize),
        _ => Call::new(Kind::AdaptiveAvgPool).with("output_size", 1_usize),
    };
    site.unary(call)
}

/// An adaptive pool that is written as products with matrices, of the rows, of the columns, or of both.
pub fn by_matrices(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let places = |index: usize| site.weight(index, 2).map(|matrix| matrix.dims[1]);
    let [height, width] = match (shape.dims(), op) {
        ([_, height, _], "AdaptiveAveragePoolOfColumns") => [*height, places(1)?],
        ([_, _, width], "AdaptiveAveragePoolOfRows") => [places(1)?, *width],
        ([_, _, _], _) => [places(1)?, places(2)?],
        _ => return Err("its input is no image".to_owned()),
    };
    let size = &[height, width][..];
    site.unary(Call::new(Kind::AdaptiveAvgPool).with("output_size", size))
}
