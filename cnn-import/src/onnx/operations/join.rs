//! Operations on several values, or on a value and constants.

use cnn_core::{Kind, Shape};

use crate::form::{Call, Value};
use crate::onnx::constant::{Constant, Data, Stored};
use crate::onnx::names::parameter;
use crate::onnx::site::{Operand, Result, Site};

/// Joins values at the same place.
pub fn join(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    // Before opset 7, it says that sizes of 1 fit others, which they always do now; an `axis` beside it is refused.
    site.node.ignore(&["broadcast"]);
    if site.operands.iter().any(Option::is_none) {
        return Err("one of its inputs is missing".to_owned());
    }
    for index in 0..site.operands.len() {
        site.operand(index)?;
    }
    if site.operands.len() == 1 {
        return Ok(vec![site.operand(0)?.clone()]);
    }
    if let [Some(first), Some(second)] = &site.operands[..] {
        // A tensor with the name of a module's is a parameter, even if it has one value.
        let is_named = |index: usize| {
            let name = site.unit.inputs.get(index).map(|name| site.reader.called(name));
            name.and_then(parameter).is_some_and(|path| path.len() > 1)
        };
        let number = |operand: &Operand, index: usize| match operand {
            Operand::Constant(Constant { data: Data::Stored(_), .. }) if is_named(index) => None,
            Operand::Constant(constant) => constant.scalar(),
            _ => None,
        };
        let found = match (number(first, 0), number(second, 1)) {
            (Some(number), None) => Some((number, true)),
            (None, Some(number)) => Some((number, false)),
            _ => None,
        };
        if let Some((number, first)) = found {
            return with_number(site, op, number, first).map(|operand| vec![operand]);
        }
    }
    let kind = match op {
        "Add" | "Sum" | "Mean" => Kind::Add,
        "Sub" => Kind::Sub,
        "Mul" => Kind::Mul,
        "Div" => Kind::Div,
        "Max" => Kind::Max,
        "Min" => Kind::Min,
        _ => return Err("its exponent is no number".to_owned()),
    };
    if kind == Kind::Mul
        && let Some(operand) = layer_scale(site)?
    {
        return Ok(vec![operand]);
    }
    let mut rank = 0;
    for operand in site.operands.iter().flatten() {
        if let Operand::Value(value) = operand {
            rank = rank.max(site.reader.builder.form.shape(*value).rank());
        }
    }
    if op == "Mean" {
        let count = site.operands.len();
        let values = all(site, rank)?;
        let sum = site.inner(Call::new(Kind::Add), values)?;
        let call = Call::new(Kind::Scale).with("factor", 1.0 / count as f64);
        return Ok(vec![site.layer(call, vec![sum])?]);
    }
    values(site, Call::new(kind), rank)
}

/// A layer of all inputs, of which constants become layers with so many axes.
pub fn values(site: &mut Site<'_>, call: Call, rank: usize) -> Result<Vec<Operand>> {
    let values = all(site, rank)?;
    Ok(vec![site.layer(call, values)?])
}

fn all(site: &mut Site<'_>, rank: usize) -> Result<Vec<Value>> {
    let mut values = Vec::new();
    for index in 0..site.operands.len() {
        let value = site.as_value(index, rank)?;
        if site.reader.builder.form.shape(value).rank() != rank {
            return Err("the batch is not the same axis of all its inputs".to_owned());
        }
        values.push(value);
    }
    Ok(values)
}

/// A factor for each channel.
fn layer_scale(site: &mut Site<'_>) -> Result<Option<Operand>> {
    let (index, constant, value) = match &site.operands[..] {
        [Some(Operand::Constant(constant)), Some(Operand::Value(value))] => (0, constant, *value),
        [Some(Operand::Value(value)), Some(Operand::Constant(constant))] => (1, constant, *value),
        _ => return Ok(None),
    };
    let shape = site.reader.builder.form.shape(value);
    let Some((call, dims)) = scaled(&shape, constant) else { return Ok(None) };
    // A file has it without the axes behind the channels, if the layer has.
    let flat = dims.len() > 1
        && matches!(&constant.data, Data::Stored(Stored { tensor, order: None }) if tensor.dims == dims[..1]);
    let (call, dims) = match flat {
        true => (call.with("flat", true), dims[..1].to_vec()),
        false => (call, dims),
    };
    let constant = constant.reshaped(dims)?;
    site.weighted(call, value, vec![("", index, constant)]).map(Some)
}

/// The layer, and the shape in which it stores its factors.
fn scaled(shape: &Shape, constant: &Constant) -> Option<(Call, Vec<usize>)> {
    let own = match constant.dims.split_first() {
        Some((1, rest)) if constant.dims.len() == shape.rank() + 1 => rest,
        _ => &constant.dims[..],
    };
    let call = Call::new(Kind::LayerScale);
    let [channels, ones @ ..] = own else { return None };
    let first = own.len() == shape.rank()
        && shape.dims()[0] == *channels
        && ones.iter().all(|one| *one == 1);
    if first {
        return Some((call, own.to_vec()));
    }
    // Along the last axis, as in a transformer.
    let last = ones.is_empty() && shape.rank() > 1 && shape.dims().last() == Some(channels);
    last.then(|| (call.with("dim", -1_isize), own.to_vec()))
}

/// A value and a number, which may be the first of the two.
fn with_number(site: &mut Site<'_>, op: &str, number: f64, first: bool) -> Result<Operand> {
    let mut value = site.value(usize::from(first))?;
    let scale = |factor: f64| Call::new(Kind::Scale).with("factor", factor);
    let shift = |offset: f64| Call::new(Kind::Shift).with("offset", offset);
    let power = |exponent: f64| Call::new(Kind::Pow).with("exponent", exponent);
    let call = match (op, first) {
        // As exporters write a factor that is left out.
        ("Add" | "Sum", _) | ("Sub", false) if number == 0.0 => return Ok(Operand::Value(value)),
        ("Mul", _) | ("Div" | "Pow", false) if number == 1.0 => return Ok(Operand::Value(value)),
        ("Add" | "Sum", _) => shift(number),
        ("Mul", _) => scale(number),
        ("Sub", false) => shift(-number),
        ("Sub", true) => {
            value = site.inner(scale(-1.0), vec![value])?;
            shift(number)
        }
        ("Div", false) if number != 0.0 => scale(1.0 / number),
        ("Div", true) if number == 1.0 => power(-1.0),
        ("Div", true) => {
            value = site.inner(power(-1.0), vec![value])?;
            scale(number)
        }
        ("Pow", false) => power(number),
        ("Max", _) if number == 0.0 => Call::new(Kind::Relu),
        ("Max", _) => Call::new(Kind::Clamp).with("min", number),
        ("Min", _) => Call::new(Kind::Clamp).with("max", number),
        _ => return Err("there is no layer for it with a number".to_owned()),
    };
    site.layer(call, vec![value])
}

/// Attention of queries to keys, whose scores have this factor.
pub fn dot_product(
    site: &mut Site<'_>,
    values: Vec<Value>,
    factor: f64,
) -> Result<(Operand, Shape)> {
    let query = site.reader.builder.form.shape(values[0]);
    let features = query.dims().last().copied().unwrap_or(1) as f64;
    let call = Call::new(Kind::ScaledDotProductAttention);
    let usual = (factor * features.sqrt() - 1.0).abs() < 1e-5;
    let call = if usual { call } else { call.with("scale", factor) };
    let operand = site.layer(call, values)?;
    let shape = match operand {
        Operand::Value(value) => site.reader.builder.form.shape(value),
        _ => query,
    };
    Ok((operand, shape))
}

pub fn concat(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    if site.operands.len() == 1 {
        site.node.ignore(&["axis"]);
        return Ok(vec![site.operand(0)?.clone()]);
    }
    for index in 0..site.operands.len() {
        site.operand(index)?;
    }
    let value = site.operands.iter().flatten().find_map(|operand| match operand {
        Operand::Value(value) => Some(*value),
        _ => None,
    });
    let value = value.ok_or("it joins constants with several axes")?;
    let shape = site.reader.builder.form.shape(value);
    let axis = site.axis(site.node.int("axis", 1)?, &shape)?;
    let call = Call::new(Kind::Concat).with("dim", axis as isize + 1);
    values(site, call, shape.rank())
}
