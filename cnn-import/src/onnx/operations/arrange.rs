//! Other shapes, and other orders of axes.

use cnn_core::{Kind, Shape};

use crate::form::{Argument, Call, Value};
use crate::onnx::fold::{axes, permutation};
use crate::onnx::site::{Operand, Result, Site, signed, sizes};
use crate::size::Size;

pub fn reshape(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let dims = match op {
        "Flatten" => match site.node.int("axis", 1)? {
            axis if axis == 1 || axis == -(shape.rank() as i64) => {
                vec![product(shape.dims()).ok_or("it has too many values")?]
            }
            _ => return Err("the first axis of its output is not the batch".to_owned()),
        },
        _ => {
            let keeps = !site.node.flag("allowzero", false)?;
            let target = site.constant(1)?.ok_or("its shape is missing")?.sizes()?;
            sample(site, &shape, &target, keeps)?
        }
    };
    let value = site.value(0)?;
    to_shape(site, value, &shape, &dims).map(|operand| vec![operand])
}

/// The layer that gives samples another shape.
fn to_shape(site: &mut Site<'_>, value: Value, from: &Shape, to: &[usize]) -> Result<Operand> {
    if from.dims() == to {
        return Ok(Operand::Value(value));
    }
    let call = match to.len() {
        0 => return Err("it leaves no axis beside the batch".to_owned()),
        1 => Call::new(Kind::Flatten),
        _ => Call::new(Kind::Reshape).with("shape", sizes(to)),
    };
    site.layer(call, vec![value])
}

/// The shape that samples get, if the first axis stays the batch.
pub fn sample(site: &Site<'_>, from: &Shape, target: &[Size], keeps: bool) -> Result<Vec<usize>> {
    let not_the_batch = || "the first axis of its output is not the batch".to_owned();
    let Some((batch, rest)) = target.split_first() else { return Err(not_the_batch()) };
    let mut dims = Vec::new();
    let mut open = None;
    for (index, size) in rest.iter().enumerate() {
        dims.push(match size {
            Size::Known(-1) if open.is_none() => {
                open = Some(index);
                1
            }
            Size::Known(0) if keeps => {
                *from.dims().get(index).ok_or("its shape keeps an axis that is not there")?
            }
            Size::Known(size) if *size > 0 => {
                usize::try_from(*size).map_err(|_| format!("a size is {size}"))?
            }
            Size::Known(size) => return Err(format!("a size is {size}")),
            Size::Batch(_) | Size::Other => return Err(not_the_batch()),
        });
    }
    let all = product(from.dims()).ok_or("it has too many values")?;
    let known = product(&dims).ok_or("it has too many values")?;
    let is_batch = match batch {
        Size::Known(-1) if open.is_none() => known == all,
        Size::Known(0) if keeps => true,
        batch => site.is_batch(*batch),
    };
    if !is_batch {
        return Err(not_the_batch());
    }
    if let Some(open) = open {
        dims[open] = all / known;
    }
    match product(&dims) == Some(all) {
        true => Ok(dims),
        false => Err(format!("a sample of the shape `{from}` does not have as many values")),
    }
}

fn product(dims: &[usize]) -> Option<usize> {
    dims.iter().try_fold(1_usize, |product, size| product.checked_mul(*size))
}

/// Takes axes of size 1 away, or adds some.
pub fn ones(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let value = site.value(0)?;
    let list = site.ints(1)?;
    let rank = shape.rank() + 1;
    if op == "Unsqueeze" {
        let list = list.ok_or("its axes are missing")?;
        let axes = axes(&list, rank.saturating_add(list.len()))?;
        let mut dims = shape.dims().to_vec();
        for axis in &axes {
            match axis.checked_sub(1) {
                None => return Err("it adds an axis in front of the batch".to_owned()),
                Some(axis) if axis > dims.len() => return Err(format!("there is no axis {axis}")),
                Some(axis) => dims.insert(axis, 1),
            }
        }
        let call = match axes[..] {
            [one] => Call::new(Kind::Unsqueeze).with("dim", one as isize),
            _ => Call::new(Kind::Reshape).with("shape", sizes(&dims)),
        };
        return Ok(vec![site.layer(call, vec![value])?]);
    }
    let axes = match list {
        Some(list) => axes(&list, rank)?,
        None if site.is_batch(Size::Known(1)) => {
            return Err("it takes all axes of size 1 away, and the batch is one".to_owned());
        }
        None => (1..rank).filter(|axis| shape.dims()[axis - 1] == 1).collect(),
    };
    let dims = match axes[..] {
        [] => return Ok(vec![Operand::Value(value)]),
        [one] => Argument::Signed(one as isize),
        _ => signed(axes.iter().map(|axis| *axis as i64)),
    };
    if axes.contains(&0) {
        return Err("it takes the batch away".to_owned());
    }
    Ok(vec![site.layer(Call::new(Kind::Squeeze).with("dim", dims), vec![value])?])
}

pub fn transpose(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let rank = site.shape(0)?.rank() + 1;
    let order = match site.node.ints("perm")? {
        Some(order) => permutation(&order, rank).ok_or("its `perm` is no permutation")?,
        None => (0..rank).rev().collect(),
    };
    if order.first() != Some(&0) {
        return Err("the first axis of its output is not the batch".to_owned());
    }
    let moved: Vec<usize> = (0..rank).filter(|axis| order[*axis] != *axis).collect();
    let call = match moved[..] {
        [] => return Ok(vec![site.operand(0)?.clone()]),
        [a, b] => Call::new(Kind::Transpose).with("dim0", a as isize).with("dim1", b as isize),
        _ => permute(&order),
    };
    site.unary(call)
}

fn permute(order: &[usize]) -> Call {
    Call::new(Kind::Permute).with("dims", signed(order.iter().map(|axis| *axis as i64)))
}
