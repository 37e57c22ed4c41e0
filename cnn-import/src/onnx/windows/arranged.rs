//! Values in an attention that are those of another one, in another order.

use crate::form::positions::Positions;
use crate::onnx::attributes::Node;
use crate::onnx::constant::{Constant, Data};
use crate::onnx::fold;
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
            let ranges = fold::ranges(&at.dims, constants)?.into_iter();
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
    let rank = at.dims.len();
    let axes: Vec<usize> = match get(3) {
        None => (0..rank).collect(),
        Some(list) => {
            list.ints()?.into_iter().map(|one| fold::axis(one, rank)).collect::<Result<_>>()?
        }
    };
    if pads.len() != 2 * axes.len() {
        return Err("its padding does not have a size for both ends of each axis".to_owned());
    }
    let ends = axes.iter().enumerate().map(|(index, axis)| {
        let size = |pad: i64| usize::try_from(pad).map_err(|_| format!("its padding is {pad}"));
        Ok((*axis, size(pads[index])?, size(pads[index + axes.len()])?))
    });
    let ends = ends.collect::<Result<Vec<_>>>()?;
    ends.into_iter().try_fold(at.clone(), |at, (axis, before, after)| {
        at.padded(axis, before, after).ok_or_else(too_many)
    })
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
    Ok(Arranged { at, ..first.clone() })
}

/// The parts of an axis with these sizes.
fn parts(arranged: &Arranged, axis: usize, sizes: &[i64]) -> Result<Vec<Arranged>> {
    let mut start = 0_usize;
    let mut made = Vec::new();
    for size in sizes {
        let size = usize::try_from(*size).map_err(|_| format!("a part has the size {size}"))?;
        let end = start.saturating_add(size);
        if end > arranged.at.dims[axis] {
            return Err("its parts are more than there is".to_owned());
        }
        let range: Vec<usize> = (start..end).collect();
        let at = arranged.at.along(axis, &range).ok_or_else(too_many)?;
        made.push(Arranged { at, ..arranged.clone() });
        start = end;
    }
    Ok(made)
}

/// The parts of a `Split`.
pub fn split(
    node: &Node,
    arranged: &Arranged,
    sizes: Option<&Option<Constant>>,
) -> Result<Vec<Arranged>> {
    let axis = fold::axis(node.int("axis", 0)?, arranged.at.dims.len())?;
    let sizes = match sizes.and_then(Option::as_ref) {
        Some(sizes) => sizes.ints()?,
        None => {
            let size = arranged.at.dims[axis];
            let count = node.outputs.len();
            node.ignore(&["num_outputs"]);
            if count == 0 || !size.is_multiple_of(count) {
                return Err("its parts are not as large as each other".to_owned());
            }
            vec![(size / count) as i64; count]
        }
    };
    parts(arranged, axis, &sizes)
}

/// The parts of a list: so many positions each, or as many as a list says.
pub fn sequence(arranged: &Arranged, constants: &[Option<Constant>]) -> Result<Vec<Arranged>> {
    let get = |index: usize| constants.get(index).and_then(Option::as_ref);
    let axis = get(2).map_or(Ok(vec![0]), Constant::ints)?.first().copied().unwrap_or(0);
    let axis = fold::axis(axis, arranged.at.dims.len())?;
    let split = get(1).ok_or("its parts are not known")?;
    let sizes = split.ints()?;
    match (split.dims.len(), &sizes[..]) {
        (0, [each]) if *each > 0 => {
            let size = arranged.at.dims[axis] as i64;
            let count = size / each;
            if size % each != 0 {
                return Err("its parts are not as large as each other".to_owned());
            }
            parts(arranged, axis, &vec![*each; count as usize])
        }
        _ => parts(arranged, axis, &sizes),
    }
}
