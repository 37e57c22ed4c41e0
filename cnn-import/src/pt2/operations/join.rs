//! Operations on several values, or on a value and a number.

use cnn_core::Kind;

use super::{Result, signed};
use crate::form::{Call, Origin, Value};
use crate::pt2::names::outputs;
use crate::pt2::operands::{Operand, Operands};
use crate::pt2::read::{Reader, named};
use crate::pt2::schema::Node;

/// Joins values; a factor for each channel is a layer scale.
pub fn join(reader: &mut Reader, node: &Node, origin: &Origin, name: &str) -> Result<Operand> {
    let operands = Operands { node, reader };
    let rank = match outputs(node).first() {
        Some(output) => reader.sample(output)?.rank(),
        None => 0,
    };
    let list = match name {
        "cat" => operands.list("tensors")?,
        "bmm" => vec![operands.operand("self")?, operands.operand("mat2")?],
        "scaled_dot_product_attention" => ["query", "key", "value"]
            .into_iter()
            .map(|name| operands.operand(name))
            .collect::<Result<_>>()?,
        _ => {
            if ["add", "sub", "rsub"].contains(&name) && operands.float("alpha", 1.0)? != 1.0 {
                return Err("`alpha` is not 1".to_owned());
            }
            if let Some(number) = operands.number("other") {
                return with_number(reader, node, origin, name, number);
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
        "scaled_dot_product_attention" => Kind::ScaledDotProductAttention,
        _ => Kind::MatMul,
    };
    let mut call = Call::new(kind);
    if kind == Kind::ScaledDotProductAttention {
        if operands.has("attn_mask") {
            return Err("it has a mask".to_owned());
        }
        call = call
            .with("dropout_p", operands.float("dropout_p", 0.0)?)
            .with("is_causal", operands.flag("is_causal", false)?);
        if operands.has("scale") {
            call = call.with("scale", operands.float("scale", 1.0)?);
        }
    }
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
    // With an axis for the batch, it is another tensor.
    if reader.stored(tensor).len() > shape.rank() {
        return None;
    }
    let call = Call::new(Kind::LayerScale);
    // In front may be an axis for the batch.
    let dims = match dims[..] {
        [1, ref dims @ ..] if dims.len() == shape.rank() => dims,
        ref dims => dims,
    };
    match dims[..] {
        [channels] if shape.rank() > 1 && shape.dims().last() == Some(&channels) => {
            Some((tensor.clone(), call.with("dim", -1_isize), value))
        }
        [channels, ref ones @ ..]
            if dims.len() == shape.rank()
                && shape.dims()[0] == channels
                && ones.iter().all(|one| *one == 1) =>
        {
            let flat = !ones.is_empty() && reader.stored(tensor).len() == 1;
            let call = if flat { call.with("flat", true) } else { call };
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
    if name == "rsub" {
        let negative = Call::new(Kind::Scale).with("factor", -1.0);
        let value = reader.builder.push(origin, negative, vec![value], None)?;
        let call = Call::new(Kind::Shift).with("offset", number);
        return reader.layer(origin, node, call, vec![value]);
    }
    // As `sum` of Python begins, and a factor that is left out.
    if matches!((name, number), ("add" | "sub", 0.0) | ("mul" | "div", 1.0)) {
        return Ok(Operand::Value(value));
    }
    let call = match name {
        "add" => Call::new(Kind::Shift).with("offset", number),
        "sub" => Call::new(Kind::Shift).with("offset", -number),
        "mul" => Call::new(Kind::Scale).with("factor", number),
        "div" if number != 0.0 => Call::new(Kind::Scale).with("factor", 1.0 / number),
        _ => return Err("there is no layer for it with a number".to_owned()),
    };
    reader.layer(origin, node, call, vec![value])
}
