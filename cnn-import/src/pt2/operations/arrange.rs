//! Operations that arrange values in a way that our language has no layer for, until a later one brings the batch back to
//! the front.

use super::Result;
use crate::form::Origin;
use crate::form::layout::{Layout, MOST_AXES};
use crate::pt2::names::{inputs, outputs};
use crate::pt2::operands::{Operand, Operands};
use crate::pt2::read::Reader;
use crate::pt2::schema::Node;

/// What an operation results in; `None` if it is an ordinary layer.
pub fn arrange(
    reader: &mut Reader,
    node: &Node,
    origin: &Origin,
    name: &str,
) -> Result<Option<Vec<Operand>>> {
    let selects = matches!(name, "select" | "unbind");
    let reshapes = matches!(
        name,
        "view" | "reshape" | "_unsafe_view" | "flatten" | "unflatten" | "squeeze" | "unsqueeze"
    );
    if !selects && !reshapes && !matches!(name, "permute" | "transpose" | "swapaxes" | "movedim") {
        return Ok(None);
    }
    let origin = Origin { label: None, ..origin.clone() };
    let operands = Operands { node, reader };
    let output = outputs(node).into_iter().next().unwrap_or_default();
    let fits = || reader.sample(&output).is_ok_and(|shape| shape.rank() <= MOST_AXES);
    let layout = match operands.operand(if operands.has("self") { "self" } else { "input" })? {
        Operand::Layout(layout) => layout,
        Operand::Value(value) if selects || !fits() => {
            Layout::new(value, &reader.builder.form.shape(value), reader.batch)
        }
        Operand::Lost => return Err(String::new()),
        _ => return Ok(None),
    };
    let before = layout.clone();
    let layout = layout.at(origin.clone());
    let layout = match name {
        "select" => {
            let (dim, position) = (operands.int("dim", 0)?, operands.int("index", 0)?);
            let length = layout.length(dim)? as i64;
            let position = if position < 0 { position + length } else { position };
            let position = usize::try_from(position).map_err(|_| "its position is negative")?;
            layout.select(&mut reader.builder, dim, position)?
        }
        "unbind" => {
            let dim = operands.int("dim", 0)?;
            let parts = outputs(node).into_iter().enumerate().map(|(position, name)| {
                let layout = layout.clone().at(Origin { source: name, ..origin.clone() });
                layout.select(&mut reader.builder, dim, position).map(Operand::Layout)
            });
            return parts.collect::<Result<_>>().map(Some);
        }
        "permute" => {
            let dims = operands.ints("dims")?.unwrap_or_default();
            layout.permute(&dims.into_iter().map(|dim| dim as i64).collect::<Vec<_>>())?
        }
        "transpose" => layout.transpose(operands.int("dim0", 0)?, operands.int("dim1", 0)?)?,
        "movedim" => layout.permute(&moved(&operands)?)?,
        "swapaxes" => layout.transpose(operands.int("axis0", 0)?, operands.int("axis1", 0)?)?,
        _ => match layout.clone().reshape(reader.sizes(&output)) {
            Ok(layout) => layout,
            // The values have to be in this order first.
            Err(_) if fits() => return Ok(None),
            Err(_) => {
                let sizes = reader.sizes(&output).to_vec();
                before.reshaped(&mut reader.builder, &sizes)?.at(origin)
            }
        },
    };
    Ok(Some(vec![Operand::Layout(layout)]))
}

/// The order of axes of which some are moved, as `torch.movedim` has it, with the batch.
pub fn moved(operands: &Operands<'_>) -> Result<Vec<i64>> {
    let input = operands.tensor_name("self").unwrap_or_default();
    let count = operands.reader.sizes(input).len() as i64;
    let axes = |name: &str| -> Result<Vec<i64>> {
        let list = match operands.ints(name) {
            Ok(list) => list.unwrap_or_default().into_iter().map(|axis| axis as i64).collect(),
            Err(_) => vec![operands.int(name, 0)?],
        };
        let list: Vec<i64> =
            list.into_iter().map(|axis| if axis < 0 { axis + count } else { axis }).collect();
        let inside = list.iter().all(|axis| (0..count).contains(axis));
        inside.then_some(list).ok_or_else(|| format!("`{name}` has an axis that is not there"))
    };
    let (from, to) = (axes("source")?, axes("destination")?);
    let mut rest = (0..count).filter(|axis| !from.contains(axis));
    let place = |axis| match to.iter().position(|own| *own == axis) {
        Some(place) => from.get(place).copied(),
        None => rest.next(),
    };
    let order: Option<Vec<i64>> = (0..count).map(place).collect();
    order.ok_or_else(|| "an axis is moved to several places".to_owned())
}

/// Makes values of the arrangements that a node takes.
pub fn settle(reader: &mut Reader, node: &Node) -> Result<()> {
    inputs(node).iter().try_for_each(|name| settled(reader, name))
}

/// Makes a value of a tensor, if it is an arrangement of one.
pub fn settled(reader: &mut Reader, name: &str) -> Result<()> {
    if let Operand::Layout(layout) = reader.operand(name) {
        let value = layout.arranged(&mut reader.builder)?;
        reader.set(name, Operand::Value(value));
    }
    Ok(())
}
