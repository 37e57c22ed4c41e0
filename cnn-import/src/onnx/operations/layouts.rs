//! Values that are arranged in a way that no value of our language is, with the batch elsewhere than in front, as between
//! the heads of an attention.

use super::join;
use crate::form::Origin;
use crate::form::layout::Layout;
use crate::onnx::constant::Constant;
use crate::onnx::fold::{self, axes, axis, permutation};
use crate::onnx::shapes::Axis;
use crate::onnx::site::{Operand, Result, Site};
use crate::size::Size;

/// Operations that arrange values.
const ARRANGING: [&str; 9] = [
    "Transpose",
    "Reshape",
    "Flatten",
    "Squeeze",
    "Unsqueeze",
    "Gather",
    "Slice",
    "Split",
    "Shape",
];

/// Operations on values by themselves, or along the last axis: all other axes may be in any order.
const ALONG_THE_LAST: [&str; 20] = [
    "MatMul",
    "Linear",
    "Gemm",
    "Softmax",
    "LayerNormalization",
    "LayerNorm",
    "RmsNorm",
    "Add",
    "Sub",
    "Mul",
    "Div",
    "Sqrt",
    "Relu",
    "Gelu",
    "GeluTanh",
    "Sigmoid",
    "Silu",
    "Tanh",
    "Identity",
    "Dropout",
];

/// Makes values of the arrangements that an operation takes, as far as they are such.
pub fn settle(site: &mut Site<'_>) {
    if ARRANGING.contains(&site.unit.op.as_str()) {
        return;
    }
    for index in 0..site.operands.len() {
        if let Some(Operand::Layout(layout)) = &site.operands[index]
            && let Ok(value) = layout.arranged(&mut site.reader.builder)
        {
            let operand = Operand::Value(value);
            site.reader.settled(&site.unit.inputs[index], operand.clone());
            site.operands[index] = Some(operand);
        }
    }
}

/// What an operation makes of arrangements, or of values that it arranges so.
pub fn read(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let op = site.unit.op.clone();
    let made = match op.as_str() {
        op if ARRANGING.contains(&op) => arrange(site, op)?,
        op if ALONG_THE_LAST.contains(&op) => compute(site)?,
        _ => return Err("the first axis of a value that it takes is not the batch".to_owned()),
    };
    for (operand, output) in made.iter().zip(&site.node.outputs) {
        if let Operand::Layout(layout) = operand
            && !site.reader.agrees(output, &layout.sizes())
        {
            return Err("its output has another shape in the file".to_owned());
        }
    }
    Ok(made)
}

/// An input as an arrangement.
pub fn layout(site: &Site<'_>, index: usize) -> Result<Layout> {
    match site.operand(index)? {
        Operand::Layout(layout) => Ok(layout.clone()),
        Operand::Value(value) => {
            let shape = site.reader.builder.form.shape(*value);
            Ok(Layout::new(*value, &shape, batch(site)).at(inner(site)))
        }
        _ => Err(format!("its input {index} is no value of the network")),
    }
}

/// The number of samples, if it is known.
pub fn batch(site: &Site<'_>) -> Option<i64> {
    match site.reader.batch.0 {
        Some(Axis::Known(samples)) => Some(samples),
        _ => None,
    }
}

fn inner(site: &Site<'_>) -> Origin {
    Origin { label: None, ..site.origin.clone() }
}

fn arrange(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let layout = layout(site, 0)?;
    let rank = layout.rank();
    let arranged = match op {
        "Shape" => {
            let sizes = layout.sizes();
            let (start, end) = fold::part(site.node, sizes.len())?;
            let part = sizes[start..end].to_vec();
            let constant = Constant::sizes_of(vec![part.len()], part);
            return Ok(vec![Operand::Constant(constant)]);
        }
        "Transpose" => {
            let order = match site.node.ints("perm")? {
                Some(order) => permutation(&order, rank).ok_or("its `perm` is no permutation")?,
                None => (0..rank).rev().collect(),
            };
            layout.permute(&order.iter().map(|axis| *axis as i64).collect::<Vec<_>>())?
        }
        "Reshape" => {
            let keeps = !site.node.flag("allowzero", false)?;
            let target = site.constant(1)?.ok_or("its shape is missing")?.sizes()?;
            let target = resolved(&layout.sizes(), &target, keeps)?;
            layout.reshaped(&mut site.reader.builder, &target)?
        }
        "Flatten" => {
            let first = axis(site.node.int("axis", 1)?, rank + 1)?;
            let sizes = layout.sizes();
            let product = |sizes: &[Size]| sizes.iter().fold(Size::Known(1), |a, b| a.times(*b));
            let (front, back) = sizes.split_at(first);
            layout.reshape(&[product(front), product(back)])?
        }
        "Unsqueeze" => {
            let list = site.ints(1)?.ok_or("its axes are missing")?;
            let mut axes = axes(&list, rank + list.len())?;
            axes.sort_unstable();
            axes.into_iter().try_fold(layout, Layout::unsqueeze)?
        }
        "Squeeze" => {
            let list = site.ints(1)?.ok_or("its axes are missing")?;
            let mut axes = axes(&list, rank)?;
            axes.sort_unstable();
            axes.into_iter().rev().try_fold(layout, Layout::squeeze)?
        }
        "Gather" => {
            let axis = axis(site.node.int("axis", 0)?, rank)?;
            let places = site.constant(1)?.ok_or("its places are missing")?;
            let ([place], true) = (&places.ints()?[..], places.dims.is_empty()) else {
                return Err("it takes several places of an axis".to_owned());
            };
            position(site, layout, axis, *place)?
        }
        "Slice" => slice(site, layout)?,
        _ => return split(site, &layout),
    };
    Ok(vec![Operand::Layout(arranged)])
}

/// Seen with other axes, which change places and are seen as others again.
pub fn reordered(
    site: &mut Site<'_>,
    split: &[Size],
    order: &[i64],
    whole: &[Size],
) -> Result<Vec<Operand>> {
    let layout = layout(site, 0)?;
    let split = resolved(&layout.sizes(), split, true)?;
    let builder = &mut site.reader.builder;
    let layout = layout.reshaped(builder, &split)?.permute(order)?;
    let whole = resolved(&layout.sizes(), whole, true)?;
    Ok(vec![Operand::Layout(layout.reshaped(builder, &whole)?)])
}

/// A single position of an axis, without the axis.
fn position(site: &mut Site<'_>, layout: Layout, axis: usize, place: i64) -> Result<Layout> {
    let length = layout.length(axis as i64)?;
    let place = fold::axis(place, length)?;
    layout.select(&mut site.reader.builder, axis as i64, place)
}

/// A single position of each axis of which not all are taken.
fn slice(site: &mut Site<'_>, mut layout: Layout) -> Result<Layout> {
    let starts = site.ints(1)?.ok_or("its starts are missing")?;
    let ends = site.ints(2)?.ok_or("its ends are missing")?;
    let list = site.ints(3)?.unwrap_or_else(|| (0..starts.len() as i64).collect());
    let steps = site.ints(4)?.unwrap_or_else(|| vec![1; starts.len()]);
    if [ends.len(), list.len()] != [starts.len(); 2] || steps.iter().any(|step| *step != 1) {
        return Err("it does not take values that follow each other".to_owned());
    }
    for (index, axis_) in list.into_iter().enumerate() {
        let axis = axis(axis_, layout.rank())?;
        let (start, end) = (starts[index], ends[index]);
        if start == 0 && end >= i64::from(i32::MAX) {
            continue;
        }
        let length = layout.length(axis as i64)? as i64;
        let at = |place: i64| if place < 0 { place.saturating_add(length) } else { place };
        match (at(start).clamp(0, length), at(end).clamp(0, length)) {
            (0, end) if end == length => {}
            (start, end) if start + 1 == end => {
                layout = position(site, layout, axis, start)?.unsqueeze(axis)?;
            }
            _ => return Err("it takes several places of an axis".to_owned()),
        }
    }
    Ok(layout)
}

/// The positions of an axis, one after the other.
fn split(site: &mut Site<'_>, layout: &Layout) -> Result<Vec<Operand>> {
    let axis = axis(site.node.int("axis", 0)?, layout.rank())?;
    let length = layout.length(axis as i64)?;
    let single = site.ints(1)?.is_none_or(|sizes| sizes.iter().all(|size| *size == 1));
    let count = site.node.outputs.len();
    if length != count || !single || site.node.int("num_outputs", count as i64)? != count as i64 {
        return Err("its parts have several places of an axis".to_owned());
    }
    let outputs = site.node.outputs.clone();
    let parts = outputs.into_iter().enumerate().map(|(place, source)| {
        let layout = layout.clone().at(Origin { source, ..inner(site) });
        let part = position(site, layout, axis, place as i64)?;
        part.unsqueeze(axis).map(Operand::Layout)
    });
    parts.collect()
}

/// The sizes of a new shape, of which one may be left out.
fn resolved(from: &[Size], target: &[Size], keeps: bool) -> Result<Vec<Size>> {
    let kept = target.iter().enumerate().map(|(index, size)| match size {
        Size::Known(0) if keeps => {
            from.get(index).copied().ok_or("its shape keeps an axis that is not there".to_owned())
        }
        size => Ok(*size),
    });
    let mut sizes: Vec<Size> = kept.collect::<Result<_>>()?;
    let open = sizes.iter().position(|size| *size == Size::Known(-1));
    let all = from.iter().fold(Size::Known(1), |a, b| a.times(*b));
    let others = sizes.iter().enumerate().filter(|(index, _)| Some(*index) != open);
    let others = others.fold(Size::Known(1), |a, (_, b)| a.times(*b));
    if let Some(open) = open {
        sizes[open] = all.over(others);
    }
    Ok(sizes)
}

/// Computes with values in which the batch is in front, and arranges the results as the operands were.
fn compute(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    if site.unit.op == "Softmax" && site.node.int("axis", -1)? != -1 {
        return Err("its softmax is not along the last axis".to_owned());
    }
    let mut arounds = Vec::new();
    for index in 0..site.operands.len() {
        if matches!(site.operands[index], Some(Operand::Layout(_) | Operand::Value(_))) {
            let (value, around) = layout(site, index)?.around(&mut site.reader.builder)?;
            site.operands[index] = Some(Operand::Value(value));
            arounds.push(around);
        }
    }
    let around = arounds.pop().ok_or("it has no value of the network")?;
    if arounds.iter().any(|other| *other != around) {
        return Err("its inputs are not arranged in the same way".to_owned());
    }
    site.checked = false;
    let made = super::read(site)?;
    let batch = batch(site);
    let arranged = made.into_iter().map(|operand| match operand {
        Operand::Value(value) => {
            let shape = site.reader.builder.form.shape(value);
            let layout = Layout::of(value, &shape, batch, &around)?;
            Ok(Operand::Layout(layout.at(inner(site))))
        }
        other => Ok(other),
    });
    arranged.collect()
}

/// An attention of queries to keys, of which `operands` are the queries, the keys with their last two axes exchanged, the
/// values, and the factors of scores.
pub fn attention(site: &mut Site<'_>, divides: bool) -> Result<Vec<Operand>> {
    let mut factor = 1.0;
    for index in 3..site.operands.len() {
        let number = site.number(index)?.ok_or("a factor of its scores is missing")?;
        factor *= if divides { 1.0 / number } else { number };
    }
    let keys = layout(site, 1)?.transpose(-1, -2)?;
    let parts = [layout(site, 0)?, keys, layout(site, 2)?];
    let (mut values, mut arounds) = (Vec::new(), Vec::new());
    for part in parts {
        let (value, around) = part.around(&mut site.reader.builder)?;
        values.push(value);
        arounds.push(around);
    }
    if arounds.iter().any(|around| *around != arounds[0]) {
        return Err("its queries, keys and values are not arranged in the same way".to_owned());
    }
    site.checked = false;
    let (operand, shape) = join::dot_product(site, values, factor)?;
    let Operand::Value(value) = operand else { return Ok(vec![operand]) };
    let layout = Layout::of(value, &shape, batch(site), &arounds[0])?;
    Ok(vec![Operand::Layout(layout.at(inner(site)))])
}
