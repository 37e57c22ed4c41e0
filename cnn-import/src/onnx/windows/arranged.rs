//! Values in an attention that are those of another one, in another order.

use std::ops::Range;

use crate::form::positions::Positions;
use crate::onnx::attributes::Node;
use crate::onnx::constant::{Constant, Data};
use crate::onnx::fold;
use crate::onnx::ranges::{of_pads, of_sequence, of_slice, of_split};
use crate::onnx::site::Result;

/// Values that are those of another value, in another order.
#[derive(Clone, Debug)]
pub struct Arranged {
    pub of: Stage,
    pub at: Positions,
    /// By what they have been multiplied.
    pub factor: f64,
    /// Whether vectors have been brought to a length of 1.
    pub unit: bool,
}

/// Of what a value is an arrangement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    Input,
    /// The output of the first linear layer.
    Projected,
    /// The sums of values.
    Mixed,
    /// The output of the last linear layer.
    Result,
}

/// All values of a shape, where they are.
pub fn all(of: Stage, dims: &[usize]) -> Result<Arranged> {
    let at = Positions::new(dims).ok_or_else(too_many)?;
    Ok(Arranged { of, at, factor: 1.0, unit: false })
}

pub fn too_many() -> String {
    "it has too many values to be followed".to_owned()
}

/// What an operation that only arranges values makes of them.
pub fn arrange(node: &Node, at: &Positions, constants: &[Option<Constant>]) -> Result<Positions> {
    let rank = at.dims.len();
    match node.op.as_str() {
        "Transpose" => {
            let order = match node.ints("perm")? {
                Some(order) => {
                    fold::permutation(&order, rank).ok_or("its `perm` is no permutation")?
                }
                None => (0..rank).rev().collect(),
            };
            Ok(at.permuted(&order))
        }
        "Reshape" | "Flatten" | "Squeeze" | "Unsqueeze" => {
            // The shape is that of a constant.
            let mut inputs = constants.to_vec();
            inputs[0] = Some(Constant { dims: at.dims.clone(), data: Data::Filled(0.0) });
            let folded = fold::fold(node, &inputs)?;
            let dims = folded.ok_or("its shape is not known")?.dims;
            at.clone().reshaped(dims).ok_or_else(|| "it loses values".to_owned())
        }
        "Slice" => {
            let ranges = of_slice(&at.dims, constants)?;
            let part = |at: Positions, (axis, positions): (usize, Vec<usize>)| {
                at.along(axis, &positions).ok_or_else(too_many)
            };
            ranges.into_iter().try_fold(at.clone(), part)
        }
        "Gather" => {
            let axis = fold::axis(node.int("axis", 0)?, rank)?;
            let list = constants.get(1).and_then(Option::as_ref).ok_or("its places are missing")?;
            let places = list.ints()?.into_iter().map(|place| fold::axis(place, at.dims[axis]));
            let part = at.along(axis, &places.collect::<Result<Vec<_>>>()?).ok_or_else(too_many)?;
            let dims = [&at.dims[..axis], &list.dims, &at.dims[axis + 1..]].concat();
            part.reshaped(dims).ok_or_else(too_many)
        }
        "Pad" => pad(node, at, constants),
        _ => Err("no attention does this".to_owned()),
    }
}

fn pad(node: &Node, at: &Positions, constants: &[Option<Constant>]) -> Result<Positions> {
    let get = |index: usize| constants.get(index).and_then(Option::as_ref);
    let value = get(2).map_or(Some(0.0), Constant::scalar);
    if node.text("mode", "constant")? != "constant" || value != Some(0.0) {
        return Err("its padding is not of zeros".to_owned());
    }
    let pads = get(1).ok_or("its padding is missing")?.ints()?;
    let along = get(3).map(Constant::ints).transpose()?;
    let pads = of_pads(at.dims.len(), &pads, along.as_deref())?;
    let pad = |at: Positions, (axis, ends): (usize, [i64; 2])| {
        let size = |pad: i64| usize::try_from(pad).map_err(|_| format!("its padding is {pad}"));
        at.padded(axis, size(ends[0])?, size(ends[1])?).ok_or_else(too_many)
    };
    pads.into_iter().enumerate().filter(|(_, ends)| *ends != [0, 0]).try_fold(at.clone(), pad)
}

/// Values one after the other.
pub fn joined(node: &Node, parts: &[&Arranged]) -> Result<Arranged> {
    let [first, ..] = parts[..] else { return Err("it joins nothing".to_owned()) };
    let same = |part: &&Arranged| {
        (part.of, part.factor, part.unit) == (first.of, first.factor, first.unit)
    };
    if !parts.iter().all(same) {
        return Err("it joins values of different kinds".to_owned());
    }
    let axis = fold::axis(node.int("axis", 0)?, first.at.dims.len())?;
    let all: Vec<&Positions> = parts.iter().map(|part| &part.at).collect();
    let at = Positions::joined(&all, axis).ok_or("the values that it joins do not fit")?;
    Ok(Arranged { at, ..*first })
}

/// The parts of a `Split`.
pub fn split(
    node: &Node,
    arranged: &Arranged,
    sizes: Option<&Option<Constant>>,
) -> Result<Vec<Arranged>> {
    let axis = fold::axis(node.int("axis", 0)?, arranged.at.dims.len())?;
    let sizes = sizes.and_then(Option::as_ref).map(Constant::ints).transpose()?;
    let parts = of_split(arranged.at.dims[axis], sizes.as_deref(), node.outputs.len())?;
    taken(arranged, axis, parts)
}

/// The parts of a `SplitToSequence`.
pub fn sequence(arranged: &Arranged, constants: &[Option<Constant>]) -> Result<Vec<Arranged>> {
    let get = |index: usize| constants.get(index).and_then(Option::as_ref);
    let axis = get(2).map_or(Ok(vec![0]), Constant::ints)?.first().copied().unwrap_or(0);
    let axis = fold::axis(axis, arranged.at.dims.len())?;
    let split = get(1).ok_or("its parts are not known")?;
    taken(arranged, axis, of_sequence(arranged.at.dims[axis], split)?)
}

/// Some parts of an axis.
fn taken(arranged: &Arranged, axis: usize, parts: Vec<Range<usize>>) -> Result<Vec<Arranged>> {
    let part = |range: Range<usize>| {
        let at = arranged.at.along(axis, &range.collect::<Vec<_>>()).ok_or_else(too_many)?;
        Ok(Arranged { at, ..*arranged })
    };
    parts.into_iter().map(part).collect()
}

/// Keys as `[…, tokens, features]`, which a product takes the other way round.
pub fn keys(node: &Node, keys: &Arranged) -> Result<Arranged> {
    if node.op == "Einsum" {
        check_equation(node, true)?;
        return Ok(keys.clone());
    }
    let at = keys.at.transposed().ok_or("its keys are a vector")?;
    Ok(Arranged { at, ..*keys })
}

/// Whether an equation is that of scores, `…id, …jd -> …ij`, or that of sums, `…ij, …jd -> …id`.
pub fn check_equation(node: &Node, of_scores: bool) -> Result<()> {
    let equation = node.text("equation", "")?.replace(' ', "");
    let other = || Err(format!("it has another equation, `{equation}`"));
    let Some((inputs, output)) = equation.split_once("->") else { return other() };
    let Some((one, two)) = inputs.split_once(',') else { return other() };
    let ends = [one, two, output].map(|axes| axes.split_at_checked(axes.len().saturating_sub(2)));
    let [Some((a, one)), Some((b, two)), Some((c, output))] = ends else { return other() };
    let letters = |axes: &str| axes.chars().collect::<Vec<_>>();
    let (one, two, output) = (letters(one), letters(two), letters(output));
    let ([i, x], [j, d], [k, l]) = (&one[..], &two[..], &output[..]) else { return other() };
    let is = match of_scores {
        true => x == d && (k, l) == (i, j) && i != j,
        false => x == j && (k, l) == (i, d) && i != d,
    };
    if a == b && b == c && is { Ok(()) } else { other() }
}

/// Values that are multiplied or divided by a number.
pub fn scaled(
    arranged: &Arranged,
    factor: Option<&Option<Constant>>,
    apply: fn(f64, f64) -> f64,
) -> Result<Arranged> {
    let factor = factor
        .and_then(Option::as_ref)
        .and_then(Constant::scalar)
        .ok_or("its factor is no number")?;
    let factor = apply(arranged.factor, factor);
    Ok(Arranged { factor, ..arranged.clone() })
}

/// The lengths of vectors, which are along the last axis.
pub fn lengths(
    node: &Node,
    vectors: &Arranged,
    axes: Option<&Option<Constant>>,
) -> Result<Positions> {
    let rank = vectors.at.dims.len();
    let axes = axes.and_then(Option::as_ref).map(Constant::ints).transpose()?.unwrap_or_default();
    let last = fold::axes(&axes, rank)? == [rank.saturating_sub(1)];
    if !last || !node.flag("keepdims", true)? || vectors.factor != 1.0 {
        return Err("it is no length of vectors".to_owned());
    }
    first_of_each(&vectors.at).ok_or_else(|| "its vectors are numbers".to_owned())
}

/// Whether a limit only keeps lengths from being 0.
pub fn is_tiny(limit: &Option<Constant>) -> bool {
    limit.as_ref().and_then(Constant::scalar).is_some_and(|limit| (0.0..1e-6).contains(&limit))
}

/// The first values along the last axis.
pub fn first_of_each(at: &Positions) -> Option<Positions> {
    at.along(at.dims.len().checked_sub(1)?, &[0])
}
