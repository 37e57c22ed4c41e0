//! Operations that are no layers: they pass their input on, or compute with sizes.

use super::{Result, in_any_place};
use crate::pt2::names::outputs;
use crate::pt2::operands::{Operand, Operands};
use crate::pt2::read::Reader;
use crate::pt2::schema::{Node, Size};

/// What passes its input on.
const PASSING: [&str; 7] =
    ["contiguous", "clone", "alias", "detach", "to", "_to_copy", "lift_fresh_copy"];

/// Whether an operation is always one of these.
pub fn is_folded(name: &str) -> bool {
    PASSING.contains(&in_any_place(name))
        || matches!(
            name,
            "sym_size"
                | "sym_numel"
                | "floordiv"
                | "_assert_scalar"
                | "sym_constrain_range_for_size"
                | "_assert_tensor_metadata"
                | "expand"
        )
}

/// What such an operation results in; `None` if it is a layer.
pub fn fold(reader: &Reader, node: &Node, name: &str) -> Result<Option<Operand>> {
    let operands = Operands { node, reader };
    let size = |size| Ok(Some(Operand::Size(size)));
    match name {
        name if PASSING.contains(&name) => {
            operands.operand(if operands.has("self") { "self" } else { "input" }).map(Some)
        }
        "sym_size" => {
            let axis = operands.int("dim", 0)?;
            let sizes = reader.sizes(operands.tensor_name("self").unwrap_or_default());
            let index = if axis < 0 { axis + sizes.len() as i64 } else { axis };
            let own = usize::try_from(index).ok().and_then(|index| sizes.get(index));
            own.map_or(Err(format!("there is no axis {axis}")), |own| size(*own))
        }
        // A tensor with more or fewer axes of size 1.
        "view" | "reshape" | "unsqueeze" | "squeeze" => {
            let argument = if operands.has("self") { "self" } else { "input" };
            let Operand::Tensor { name, shape, buffer } = operands.operand(argument)? else {
                return Ok(None);
            };
            let output = outputs(node).into_iter().next().unwrap_or_default();
            let sizes: Option<Vec<usize>> =
                reader.sizes(&output).iter().map(|size| size.axis()).collect();
            let sizes = sizes.ok_or("its sizes depend on the batch")?;
            let large = |sizes: &[usize]| {
                sizes.iter().copied().filter(|size| *size != 1).collect::<Vec<_>>()
            };
            match large(&sizes) == large(&shape) {
                true => Ok(Some(Operand::Tensor { name, shape: sizes, buffer })),
                false => Err(format!("`{name}` gets another shape")),
            }
        }
        // Nothing is padded, or cut off.
        "pad" if operands.ints("pad")?.is_some_and(|pad| pad.iter().all(|size| *size == 0)) => {
            operands.operand("self").map(Some)
        }
        "slice" | "expand" if reader.passes(node) => operands.operand("self").map(Some),
        // Of Python, on sizes.
        "mul" | "add" | "sub" | "floordiv" if !node.target.starts_with("torch.ops.aten.") => {
            let (a, b) = (operands.symbolic("a"), operands.symbolic("b"));
            let (a, b) = match (a, b) {
                (Ok(a), Ok(b)) => (a, b),
                _ => return Ok(Some(Operand::Size(Size::Other))),
            };
            let result = match (name, a, b) {
                ("mul", Size::Known(a), Size::Known(b)) => a.checked_mul(b).map(Size::Known),
                ("mul", Size::Known(a), Size::Batch(b))
                | ("mul", Size::Batch(a), Size::Known(b)) => a.checked_mul(b).map(Size::Batch),
                ("add", Size::Known(a), Size::Known(b)) => a.checked_add(b).map(Size::Known),
                ("sub", Size::Known(a), Size::Known(b)) => a.checked_sub(b).map(Size::Known),
                ("floordiv", Size::Known(a), Size::Known(b)) => {
                    a.checked_div_euclid(b).map(Size::Known)
                }
                ("floordiv", Size::Batch(a), Size::Known(b)) if a.checked_rem(b) == Some(0) => {
                    a.checked_div(b).map(Size::Batch)
                }
                _ => None,
            };
            size(result.unwrap_or(Size::Other))
        }
        // One value for each sample, of a tensor that is the same for all of them.
        "expand" => match operands.operand("self")? {
            Operand::Tensor { name, shape, buffer } => {
                let sizes = operands.sizes("size")?;
                // The axis of the batch may be new.
                let own = match shape.split_first() {
                    Some((1, rest)) if sizes.len() == shape.len() => rest,
                    _ => &shape[..],
                };
                let same = sizes.len() == own.len() + 1
                    && sizes.iter().skip(1).zip(own).all(|(size, own)| {
                        *size == Size::Known(-1) || *size == Size::Known(*own as i64)
                    });
                match same {
                    true => Ok(Some(Operand::Tensor { name, shape, buffer })),
                    false => Err(format!("`{name}` is repeated along more than the batch")),
                }
            }
            Operand::Lost => Err(String::new()),
            _ => Err("a value is repeated".to_owned()),
        },
        _ => Ok(None),
    }
}
