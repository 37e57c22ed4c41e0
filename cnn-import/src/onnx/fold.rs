//! Operations on constants: the arithmetic of shapes, for the most part.

use super::arithmetic::{self, broadcast, choose, elementwise, function};
use super::attributes::Node;
use super::constant::{Constant, Data, MOST_VALUES, bounded};
use super::ranges::of_slice;
use super::tensor::Tensor;
use crate::order::{along, count, joined, joined_dims};
use crate::size::Size;

type Result<T> = std::result::Result<T, String>;

/// Operations that no layer does, but which are common in the arithmetic of shapes.
pub const ARITHMETIC: [&str; 14] = [
    "ConstantOfShape",
    "Range",
    "Where",
    "Equal",
    "Mod",
    "Floor",
    "Ceil",
    "Round",
    "ReduceProd",
    "Not",
    "And",
    "Or",
    "GatherND",
    "ScatterND",
];

/// The most values of a constant that is computed before anything needs it, and of all of these.
const MOST_KEPT: usize = 1 << 16;
const MOST_COMPUTED: usize = 1 << 24;

/// What has been computed.
#[derive(Debug, Default)]
pub struct Folding {
    /// How many operations.
    pub operations: usize,
    /// How many values.
    values: usize,
}

impl Folding {
    /// What an operation on constants results in; `None` if it cannot be computed here, or is large.
    pub fn fold(&mut self, node: &Node, inputs: &[Option<Constant>]) -> Result<Option<Constant>> {
        if self.values > MOST_COMPUTED {
            return Err("too many constants are computed in the file".to_owned());
        }
        let Some(constant) = fold(node, inputs)? else { return Ok(None) };
        let own = matches!(constant.data, Data::Sizes(_) | Data::Floats(_));
        if own && constant.count() > MOST_KEPT {
            return Ok(None);
        }
        self.operations += 1;
        // Others have the values of their input.
        if own && !RESHAPING.contains(&node.op.as_str()) {
            self.values += constant.count();
        }
        Ok(Some(constant))
    }
}

/// Operations that only give values other axes.
const RESHAPING: [&str; 5] = ["Identity", "Reshape", "Unsqueeze", "Squeeze", "Flatten"];

/// What an operation on constants results in; `None` if it cannot be computed here. Inputs that are left out are `None`.
pub fn fold(node: &Node, inputs: &[Option<Constant>]) -> Result<Option<Constant>> {
    let get = |index: usize| inputs.get(index).and_then(Option::as_ref);
    let Some(x) = get(0) else { return Ok(None) };
    let second = || get(1).ok_or_else(|| "its second input is missing".to_owned());
    let folded = match node.op.as_str() {
        "Identity" => x.clone(),
        "Cast" => cast(node, x)?,
        "Transpose" => {
            let rank = x.dims.len();
            let order = match node.ints("perm")? {
                None => (0..rank).rev().collect(),
                Some(order) => permutation(&order, rank).ok_or("its `perm` is no permutation")?,
            };
            if !matches!(x.data, Data::Stored(_) | Data::Filled(_)) && x.count() > MOST_VALUES {
                return Ok(None);
            }
            x.transposed(&order)?
        }
        "Reshape" => reshape(node, x, &second()?.ints()?)?,
        "Unsqueeze" => {
            let axes = axes(&second()?.ints()?, x.dims.len() + second()?.count())?;
            let mut dims = x.dims.clone();
            for axis in axes {
                if axis > dims.len() {
                    return Err(format!("there is no axis {axis}"));
                }
                dims.insert(axis, 1);
            }
            x.reshaped(dims)?
        }
        "Squeeze" => {
            let axes = match get(1) {
                Some(list) => axes(&list.ints()?, x.dims.len())?,
                None => (0..x.dims.len()).filter(|axis| x.dims[*axis] == 1).collect(),
            };
            let kept = |(axis, size): (usize, &usize)| (!axes.contains(&axis)).then_some(*size);
            if axes.iter().any(|axis| x.dims[*axis] != 1) {
                return Err("it takes an axis away whose size is not 1".to_owned());
            }
            x.reshaped(x.dims.iter().enumerate().filter_map(kept).collect())?
        }
        "Flatten" => {
            let axis = axis(node.int("axis", 1)?, x.dims.len() + 1)?;
            let (before, after) = x.dims.split_at(axis);
            x.reshaped(vec![count(before), count(after)])?
        }
        "Gather" => {
            let axis = axis(node.int("axis", 0)?, x.dims.len())?;
            let indices = second()?;
            gather(x, axis, &indices.ints()?, &indices.dims)?
        }
        "Concat" => {
            let list: Option<Vec<&Constant>> = inputs.iter().map(Option::as_ref).collect();
            concat(node, &list.ok_or("one of its inputs is missing")?)?
        }
        "GatherND" => gather_nd(node, x, second()?)?,
        "ScatterND" => {
            let updates = get(2).ok_or("its updates are missing")?;
            scatter_nd(node, x, second()?, updates)?
        }
        "MatMul" => return product(x, second()?),
        "Max" | "Min" | "Sum" if inputs.len() == 1 => x.clone(),
        "Slice" => slice(x, inputs)?,
        "Shape" => {
            let (start, end) = part(node, x.dims.len())?;
            let sizes = x.dims[start..end].iter().map(|size| Size::of(*size));
            Constant::sizes_of(vec![end - start], sizes.collect())
        }
        "Size" => Constant::sizes_of(Vec::new(), vec![Size::of(x.count())]),
        "ConstantOfShape" => filled(node, sizes(&x.ints()?)?)?,
        "Expand" => {
            // One for each sample is no constant any more, whether their number is known or not.
            if matches!(x.data, Data::Stored(_)) && x.is_float() && x.count() > 1 {
                return Ok(None);
            }
            let Ok(dims) = second()?.ints() else { return Ok(None) };
            let dims = broadcast(&x.dims, &sizes(&dims)?)?;
            bounded(&dims)?;
            match x.is_float() {
                true => Constant::floats_of(dims.clone(), arithmetic::floats(x, &dims)?),
                false => Constant::sizes_of(dims.clone(), arithmetic::sizes(x, &dims)?),
            }
        }
        "Clip" => {
            let mut clipped = x.clone();
            for (op, bound) in [("Max", get(1)), ("Min", get(2))] {
                if let Some(bound) = bound {
                    let Some(next) = elementwise(op, &clipped, bound)? else { return Ok(None) };
                    clipped = next;
                }
            }
            clipped
        }
        "Range" => {
            let number = |index: usize| -> Result<i64> {
                let value = get(index).ok_or("one of its inputs is missing")?.ints()?;
                value.first().copied().ok_or_else(|| "one of its inputs is empty".to_owned())
            };
            let (start, end, step) = (number(0)?, number(1)?, number(2)?);
            if step == 0 || end.saturating_sub(start).unsigned_abs() > MOST_VALUES as u64 {
                return Err("it makes too many values".to_owned());
            }
            let values = std::iter::successors(Some(start), |value| value.checked_add(step));
            let inside = |value: &i64| if step > 0 { *value < end } else { *value > end };
            Constant::list(&values.take_while(inside).collect::<Vec<_>>())
        }
        "Where" => {
            let (Some(yes), Some(no)) = (get(1), get(2)) else { return Ok(None) };
            choose(x, yes, no)?
        }
        "ReduceProd" if x.dims.len() == 1 => {
            let product = x.sizes()?.into_iter().fold(Size::Known(1), Size::times);
            let dims = if node.flag("keepdims", true)? { vec![1] } else { Vec::new() };
            node.ignore(&["axes"]);
            Constant::sizes_of(dims, vec![product])
        }
        op => match get(1) {
            Some(other) => return elementwise(op, x, other),
            None => return function(op, x),
        },
    };
    Ok(Some(folded))
}

/// The part of a shape that is asked for.
pub fn part(node: &Node, rank: usize) -> Result<(usize, usize)> {
    let clamp = |value: i64| {
        let value = if value < 0 { value.saturating_add(rank as i64) } else { value };
        value.clamp(0, rank as i64) as usize
    };
    let (start, end) = (clamp(node.int("start", 0)?), clamp(node.int("end", i64::MAX)?));
    Ok((start, end.max(start)))
}

/// The index of an axis, which may be counted from behind.
pub fn axis(axis: i64, rank: usize) -> Result<usize> {
    let index = if axis < 0 { axis.saturating_add(rank as i64) } else { axis };
    usize::try_from(index)
        .ok()
        .filter(|index| *index < rank)
        .ok_or_else(|| format!("there is no axis {axis}"))
}

/// The indices of axes, in their order.
pub fn axes(list: &[i64], rank: usize) -> Result<Vec<usize>> {
    let mut axes = list.iter().map(|one| axis(*one, rank)).collect::<Result<Vec<_>>>()?;
    axes.sort_unstable();
    match axes.windows(2).any(|pair| pair[0] == pair[1]) {
        true => Err("an axis occurs twice".to_owned()),
        false => Ok(axes),
    }
}

/// An order of all axes.
pub fn permutation(order: &[i64], rank: usize) -> Option<Vec<usize>> {
    let order: Option<Vec<usize>> = order.iter().map(|axis| usize::try_from(*axis).ok()).collect();
    let order = order?;
    let mut sorted = order.clone();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..rank).then_some(order)
}

fn sizes(list: &[i64]) -> Result<Vec<usize>> {
    list.iter()
        .map(|size| usize::try_from(*size).map_err(|_| format!("a size is {size}")))
        .collect()
}

/// One value everywhere, which may be in the place of weights.
fn filled(node: &Node, dims: Vec<usize>) -> Result<Constant> {
    let value = match node.tensor("value")? {
        None => return Ok(Constant { dims, data: Data::Filled(0.0) }),
        Some(value) => Tensor::new(value, "`value`".to_owned(), None),
    };
    let value = value.map(Constant::stored).map_err(|error| error.to_string())?;
    match value.is_float() {
        true => {
            let value = value.floats()?.first().copied().unwrap_or(0.0);
            Ok(Constant { dims, data: Data::Filled(value) })
        }
        false => {
            let count = bounded(&dims)?;
            let value = value.sizes()?.first().copied().unwrap_or(Size::Known(0));
            Ok(Constant::sizes_of(dims, vec![value; count]))
        }
    }
}

fn cast(node: &Node, x: &Constant) -> Result<Constant> {
    use cnn_onnx::proto::tensor_proto::DataType;
    node.ignore(&["saturate", "round_mode"]);
    let to = i32::try_from(node.int("to", 0)?).unwrap_or(0);
    let float = [DataType::Float, DataType::Double, DataType::Float16, DataType::Bfloat16]
        .map(|known| known as i32)
        .contains(&to);
    if float == x.is_float() {
        return match (&x.data, x.floats()) {
            // Values are written in 32 bits then.
            (Data::Stored(_), Ok(values)) if to == DataType::Float as i32 => {
                Ok(Constant::floats_of(x.dims.clone(), values))
            }
            _ => Ok(x.clone()),
        };
    }
    match float {
        // What depends on the batch stays as it is: it will be an integer again.
        true => match x.floats() {
            Ok(floats) => Ok(Constant::floats_of(x.dims.clone(), floats)),
            Err(_) => Ok(x.clone()),
        },
        false => {
            let values = x.floats()?.into_iter().map(|value| Size::Known(value as i64));
            Ok(Constant::sizes_of(x.dims.clone(), values.collect()))
        }
    }
}

fn reshape(node: &Node, x: &Constant, shape: &[i64]) -> Result<Constant> {
    let keeps = !node.flag("allowzero", false)?;
    let mut dims = Vec::new();
    let mut open = None;
    for (index, size) in shape.iter().enumerate() {
        dims.push(match *size {
            -1 if open.is_none() => {
                open = Some(index);
                1
            }
            0 if keeps => *x.dims.get(index).ok_or("its shape keeps an axis that is not there")?,
            size => usize::try_from(size).map_err(|_| format!("a size is {size}"))?,
        });
    }
    let known = dims.iter().try_fold(1_usize, |count, size| count.checked_mul(*size));
    let known = known.ok_or("its shape is too large")?;
    if let Some(open) = open {
        dims[open] = x.count().checked_div(known).unwrap_or(0);
    }
    match dims.iter().try_fold(1_usize, |count, size| count.checked_mul(*size)) {
        Some(count) if count == x.count() => x.reshaped(dims),
        _ => Err("its shape does not have as many values".to_owned()),
    }
}

fn gather(x: &Constant, axis: usize, indices: &[i64], shape: &[usize]) -> Result<Constant> {
    let mut dims = x.dims[..axis].to_vec();
    dims.extend(shape);
    dims.extend(&x.dims[axis + 1..]);
    bounded(&dims)?;
    let indices: Vec<usize> =
        indices.iter().map(|index| self::axis(*index, x.dims[axis])).collect::<Result<_>>()?;
    x.at(along(&x.dims, axis, &indices), dims)
}

/// The first of the values that each list of indices is the place of, and how many values there are.
fn places(x: &Constant, indices: &Constant) -> Result<(Vec<usize>, usize)> {
    let depth = indices.dims.last().copied().unwrap_or(0);
    if depth == 0 || depth > x.dims.len() {
        return Err("its indices do not fit the axes".to_owned());
    }
    let inner = count(&x.dims[depth..]);
    let place = |list: &[i64]| {
        let axes = list.iter().zip(&x.dims);
        let row = axes.map(|(index, size)| Ok((axis(*index, *size)?, size)));
        let row = row.collect::<Result<Vec<_>>>()?;
        let place = row.into_iter().fold(0_usize, |place, (index, size)| {
            place.saturating_mul(*size).saturating_add(index)
        });
        Ok(place.saturating_mul(inner))
    };
    let first = indices.ints()?.chunks(depth).map(place).collect::<Result<_>>()?;
    Ok((first, inner))
}

fn gather_nd(node: &Node, x: &Constant, indices: &Constant) -> Result<Constant> {
    if node.int("batch_dims", 0)? != 0 {
        return Err("its indices are those of a batch".to_owned());
    }
    let (first, inner) = places(x, indices)?;
    let mut dims = indices.dims.clone();
    let depth = dims.pop().unwrap_or(0);
    dims.extend(&x.dims[depth..]);
    bounded(&dims)?;
    x.at(first.into_iter().flat_map(|first| first..first + inner), dims)
}

/// A tensor with other values at some places.
fn scatter_nd(
    node: &Node,
    x: &Constant,
    indices: &Constant,
    updates: &Constant,
) -> Result<Constant> {
    if node.text("reduction", "none")? != "none" || x.is_float() != updates.is_float() {
        return Err("it computes with its updates".to_owned());
    }
    let (first, inner) = places(x, indices)?;
    if first.len().saturating_mul(inner) != updates.count() {
        return Err("it does not have an update for each place".to_owned());
    }
    fn scattered<T: Copy>(mut all: Vec<T>, first: &[usize], inner: usize, updates: &[T]) -> Vec<T> {
        for (first, updates) in first.iter().zip(updates.chunks(inner.max(1))) {
            all[*first..first + inner].copy_from_slice(updates);
        }
        all
    }
    let dims = x.dims.clone();
    Ok(match x.is_float() {
        true => {
            let values = scattered(x.floats()?, &first, inner, &updates.floats()?);
            Constant::floats_of(dims, values)
        }
        false => Constant::sizes_of(dims, scattered(x.sizes()?, &first, inner, &updates.sizes()?)),
    })
}

/// The most products of numbers that are computed for one of matrices.
const MOST_PRODUCTS: usize = 1 << 27;

/// A product with one matrix; `None` for others.
fn product(x: &Constant, matrix: &Constant) -> Result<Option<Constant>> {
    let ([.., inner], [rows, columns]) = (&x.dims[..], &matrix.dims[..]) else { return Ok(None) };
    if inner != rows {
        return Err(format!("a product of {inner} and {rows} values"));
    }
    let dims = [&x.dims[..x.dims.len() - 1], &[*columns]].concat();
    let work = count(&x.dims).saturating_mul(*columns);
    if count(&dims) > MOST_VALUES || work > MOST_PRODUCTS || *inner == 0 {
        return Ok(None);
    }
    let (x, matrix) = (x.floats()?, matrix.floats()?);
    let mut values = vec![0.0; count(&dims)];
    for (row, made) in x.chunks(*inner).zip(values.chunks_mut((*columns).max(1))) {
        for (factor, line) in row.iter().zip(matrix.chunks((*columns).max(1))) {
            made.iter_mut().zip(line).for_each(|(sum, value)| *sum += factor * value);
        }
    }
    Ok(Some(Constant::floats_of(dims, values)))
}

/// Tensors one after the other.
fn concat(node: &Node, list: &[&Constant]) -> Result<Constant> {
    let rank = list.first().map_or(0, |first| first.dims.len());
    // In the oldest files, lists have no axis.
    let axis = axis(node.int("axis", 0)?, rank)?;
    let dims = joined_dims(list.iter().map(|part| &part.dims[..]), axis)
        .ok_or("it joins constants that do not fit")?;
    bounded(&dims)?;
    fn values<T: Copy>(
        list: &[&Constant],
        axis: usize,
        of: impl Fn(&Constant) -> Result<Vec<T>>,
    ) -> Result<Vec<T>> {
        let all = list.iter().map(|part| of(part)).collect::<Result<Vec<_>>>()?;
        let parts = list.iter().zip(&all).map(|(part, values)| (&part.dims[..], &values[..]));
        Ok(joined(&parts.collect::<Vec<_>>(), axis))
    }
    Ok(match list.iter().all(|part| part.is_float()) {
        true => Constant::floats_of(dims, values(list, axis, Constant::floats)?),
        false => Constant::sizes_of(dims, values(list, axis, Constant::sizes)?),
    })
}

fn slice(x: &Constant, inputs: &[Option<Constant>]) -> Result<Constant> {
    let mut part = x.clone();
    for (axis, positions) in of_slice(&x.dims, inputs)? {
        let mut dims = part.dims.clone();
        dims[axis] = positions.len();
        part = part.at(along(&part.dims, axis, &positions), dims)?;
    }
    Ok(part)
}
