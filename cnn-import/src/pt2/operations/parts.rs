//! Parts of values.

use cnn_core::{Kind, Shape};

use super::{Layer, Result, sizes};
use crate::form::{Argument, Call, Origin};
use crate::pt2::names::outputs;
use crate::pt2::operands::{Operand, Operands};
use crate::pt2::read::Reader;
use crate::pt2::schema::Node;

/// A slice along one axis.
pub fn slice(operands: &Operands<'_>, input: &'static str) -> Result<Layer> {
    let shape = operands.reader.builder.form.shape(operands.value(input)?);
    let dim = operands.int("dim", 0)?;
    let size = size_of(&shape, dim)?;
    let at = |index: i64| if index < 0 { (index + size).max(0) } else { index.min(size) };
    let (start, end) = (at(operands.int("start", 0)?), at(operands.int("end", i64::MAX)?));
    let call = Call::new(Kind::Slice)
        .with("dim", dim as isize)
        .with("range", Argument::Range(start as usize, end as usize))
        .with("step", operands.count("step", 1)?);
    Ok((call, input, None))
}

/// The size of an axis as PyTorch counts them; of the batch there is none.
fn size_of(shape: &Shape, dim: i64) -> Result<i64> {
    let rank = shape.rank() as i64 + 1;
    let axis = if dim < 0 { dim + rank } else { dim };
    match axis {
        axis if axis > 0 && axis < rank => Ok(shape.dims()[axis as usize - 1] as i64),
        0 => Err("it takes samples of the batch apart".to_owned()),
        _ => Err(format!("there is no axis {dim}")),
    }
}

/// Parts of a value, each of which is a layer.
pub fn pieces(
    reader: &mut Reader,
    node: &Node,
    origin: &Origin,
    name: &str,
) -> Result<Vec<Operand>> {
    let operands = Operands { node, reader };
    let value = operands.value("self")?;
    let shape = reader.builder.form.shape(value);
    let dim = operands.int("dim", 0)?;
    let size = usize::try_from(size_of(&shape, dim)?).unwrap_or(0);
    let sizes: Vec<usize> = match name {
        "split_with_sizes" => sizes(operands.ints("split_sizes")?)?,
        "split" if operands.ints("split_size").is_ok_and(|list| list.is_some()) => {
            sizes(operands.ints("split_size")?)?
        }
        "split" | "chunk" => {
            let each = match name {
                "split" => operands.count("split_size", 1)?,
                _ => size.div_ceil(operands.count("chunks", 1)?.max(1)),
            };
            if each == 0 {
                return Err("its parts are empty".to_owned());
            }
            // No more of them are used.
            let count = size.div_ceil(each).min(outputs(node).len());
            (0..count).map(|index| each.min(size - index * each)).collect()
        }
        _ => return Err("there is no layer for it".to_owned()),
    };
    let names = outputs(node);
    let channels = dim == 1 && shape.rank() == 3;
    let mut start = 0_usize;
    let mut all = Vec::new();
    for (name, size) in names.iter().zip(sizes) {
        let end = start.checked_add(size).ok_or("its parts are too large")?;
        let range = Argument::Range(start, end);
        let call = match channels {
            true => Call::new(Kind::Channels).with("range", range),
            false => Call::new(Kind::Slice).with("dim", dim as isize).with("range", range),
        };
        let expected = reader.sample(name)?;
        let origin = Origin { source: name.clone(), label: None, ..origin.clone() };
        all.push(Operand::Value(reader.builder.push(
            &origin,
            call,
            vec![value],
            Some(expected),
        )?));
        start = end;
    }
    Ok(all)
}
