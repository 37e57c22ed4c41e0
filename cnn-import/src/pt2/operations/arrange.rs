//! Operations that arrange values in a way that our language has no layer for, until a later one brings the batch back to
//! the front.

use super::Result;
use crate::form::Origin;
use crate::pt2::layout::{Layout, MOST_AXES};
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
    if !selects && !reshapes && !matches!(name, "permute" | "transpose" | "swapaxes") {
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
        "swapaxes" => layout.transpose(operands.int("axis0", 0)?, operands.int("axis1", 0)?)?,
        _ => match layout.clone().reshape(reader.sizes(&output)) {
            Ok(layout) => layout,
            // The values have to be in this order first.
            Err(_) if fits() => return Ok(None),
            Err(_) => {
                let value = before.arranged(&mut reader.builder)?;
                let layout =
                    Layout::new(value, &reader.builder.form.shape(value), reader.batch).at(origin);
                layout.reshape(reader.sizes(&output))?
            }
        },
    };
    Ok(Some(vec![Operand::Layout(layout)]))
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
