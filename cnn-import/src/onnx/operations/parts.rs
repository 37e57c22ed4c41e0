//! Parts of values.

use cnn_core::{Kind, Shape};

use super::super::fold;
use super::super::ranges::{of_sequence, of_split};
use crate::form::{Argument, Call, Origin, Value};
use crate::onnx::site::{Operand, Result, Site};

/// A layer that takes a part along an axis of a sample.
fn part(shape: &Shape, axis: usize, start: usize, end: usize) -> Call {
    let range = Argument::Range(start, end);
    match axis == 0 && shape.rank() == 3 {
        true => Call::new(Kind::Channels).with("range", range),
        false => Call::new(Kind::Slice).with("dim", axis as isize + 1).with("range", range),
    }
}

pub fn split(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let shape = site.shape(0)?;
    let axis = site.axis(site.node.int("axis", 0)?, &shape)?;
    let size = shape.dims()[axis];
    let count = site.node.outputs.len();
    let parts = site.node.int("num_outputs", count as i64)?;
    if parts != count as i64 || count == 0 {
        return Err("it does not have an output for each part".to_owned());
    }
    let parts = of_split(size, site.ints(1)?.as_deref(), count)?;
    let mut made = Vec::new();
    for (output, range) in site.node.outputs.clone().iter().zip(parts) {
        let call = part(&shape, axis, range.start, range.end);
        let source = if output.is_empty() { site.origin.source.clone() } else { output.clone() };
        let origin = Origin { source, label: None, ..site.origin.clone() };
        let expected = site.reader.expected(output)?;
        let part = site.reader.builder.push(&origin, call, vec![value], expected)?;
        made.push(Operand::Value(part));
    }
    Ok(made)
}

/// One of the parts that an axis is split into, all of which have one size, or each its own.
pub fn part_of_sequence(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let missing = || "its parts are not known".to_owned();
    let one = |index: usize| -> Result<i64> {
        site.ints(index)?.and_then(|list| list.first().copied()).ok_or_else(missing)
    };
    let axis = site.axis(one(2)?, &shape)?;
    let size = shape.dims()[axis];
    let split = site.constant(1)?.ok_or_else(missing)?;
    let parts = of_sequence(size, &split)?;
    let range = parts[fold::axis(one(3)?, parts.len())?].clone();
    site.unary(part(&shape, axis, range.start, range.end))
}

pub fn slice(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let mut value = site.value(0)?;
    let shape = site.shape(0)?;
    let starts = site.ints(1)?.ok_or("its starts are missing")?;
    let ends = site.ints(2)?.ok_or("its ends are missing")?;
    let axes = site.ints(3)?.unwrap_or_else(|| (0..starts.len() as i64).collect());
    let steps = site.ints(4)?.unwrap_or_else(|| vec![1; starts.len()]);
    if [ends.len(), axes.len(), steps.len()] != [starts.len(); 3] {
        return Err("its lists do not have the same length".to_owned());
    }
    let mut calls = Vec::new();
    for (index, axis) in axes.iter().enumerate() {
        let (start, end, step) = (starts[index], ends[index], steps[index]);
        if fold::axis(*axis, shape.rank() + 1)? == 0 && start == 0 && end >= i64::from(i32::MAX) {
            continue;
        }
        let axis = site.axis(*axis, &shape)?;
        let size = shape.dims()[axis] as i64;
        let at = |value: i64| if value < 0 { value.saturating_add(size) } else { value };
        let dim = axis as isize + 1;
        let call = match step {
            1.. => {
                let (start, end) = (at(start).clamp(0, size), at(end).clamp(0, size));
                match (start as usize, end as usize, step as usize) {
                    (start, end, _) if start >= end => return Err("nothing is left".to_owned()),
                    (0, end, 1) if end as i64 == size => continue,
                    (start, end, 1) => part(&shape, axis, start, end),
                    (start, end, step) => Call::new(Kind::Slice)
                        .with("dim", dim)
                        .with("range", Argument::Range(start, end))
                        .with("step", step),
                }
            }
            -1 if at(start) >= size - 1 && at(end) < 0 => Call::new(Kind::Flip).with("dims", dim),
            _ => return Err("it takes values in the other order, but not all of them".to_owned()),
        };
        calls.push(call);
    }
    let Some(last) = calls.pop() else { return Ok(vec![Operand::Value(value)]) };
    for call in calls {
        value = site.inner(call, vec![value])?;
    }
    Ok(vec![site.layer(last, vec![value])?])
}

/// Places along an axis: a single one, or some that follow each other.
pub fn gather(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let shape = site.shape(0)?;
    let axis = site.axis(site.node.int("axis", 0)?, &shape)?;
    let places = site.constant(1)?.ok_or("its places are missing")?;
    let size = shape.dims()[axis];
    let list =
        places.ints()?.into_iter().map(|place| fold::axis(place, size)).collect::<Result<Vec<_>>>();
    let list = list.map_err(|_| format!("it takes places that the axis of {size} has not"))?;
    let (Some(first), true) = (list.first(), list.windows(2).all(|pair| pair[0] + 1 == pair[1]))
    else {
        return Err("it takes places that do not follow each other".to_owned());
    };
    let call = part(&shape, axis, *first, first + list.len());
    let taken = |site: &mut Site<'_>, value: Value| match list.len() == size {
        true => Ok(value),
        false => site.inner(call.clone(), vec![value]),
    };
    match places.dims.len() {
        0 => {
            let value = taken(site, value)?;
            let call = Call::new(Kind::Squeeze).with("dim", axis as isize + 1);
            Ok(vec![site.layer(call, vec![value])?])
        }
        1 if list.len() == size => Ok(vec![Operand::Value(value)]),
        1 => Ok(vec![site.layer(call.clone(), vec![value])?]),
        _ => Err("it makes several axes of one".to_owned()),
    }
}
