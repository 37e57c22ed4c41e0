//! What passes values on, or asks for their shape.

use cnn_core::Kind;
use cnn_onnx::proto::tensor_proto::DataType;

use crate::form::Call;
use crate::onnx::constant::{Constant, MOST_VALUES};
use crate::onnx::fold::part;
use crate::onnx::site::{Operand, Result, Site};
use crate::size::Size;

pub fn pass(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let operand = site.operand(0)?.clone();
    let node = site.node;
    match op {
        "Shape" => {
            let all = site.reader.sizes(site.value(0)?);
            let (start, end) = part(node, all.len())?;
            let part = all[start..end].to_vec();
            site.reader.constants.folding.operations += 1;
            Ok(vec![Operand::Constant(Constant::sizes_of(vec![part.len()], part))])
        }
        "Size" => {
            let sizes = site.reader.sizes(site.value(0)?);
            let count = sizes.into_iter().fold(Size::Known(1), Size::times);
            site.reader.constants.folding.operations += 1;
            Ok(vec![Operand::Constant(Constant::sizes_of(Vec::new(), vec![count]))])
        }
        "Cast" => {
            node.ignore(&["saturate", "round_mode"]);
            let to = node.int("to", 0)?;
            match site.reader.element.is_some_and(|element| i64::from(element) == to) {
                true => Ok(vec![operand]),
                false => {
                    let to = i32::try_from(to).ok().and_then(|to| DataType::try_from(to).ok());
                    let name = to.map_or("an unknown type", |to| to.as_str_name());
                    Err(format!("it makes {name} of the values, and all layers have one type"))
                }
            }
        }
        // All values of the network have one type.
        "CastLike" => {
            node.ignore(&["saturate", "round_mode"]);
            site.value(1)?;
            match operand {
                Operand::Constant(constant) => Ok(vec![Operand::Constant(constant.to_floats()?)]),
                operand => Ok(vec![operand]),
            }
        }
        "Dropout" => {
            node.ignore(&["seed", "is_test"]);
            let p = site.number(1)?.unwrap_or(0.5);
            site.unary(Call::new(Kind::Dropout).with("p", p))
        }
        "Expand" => expand(site, operand),
        _ => Ok(vec![operand]),
    }
}

/// Values that are repeated along no axis but the batch.
fn expand(site: &mut Site<'_>, operand: Operand) -> Result<Vec<Operand>> {
    let target = site.constant(1)?.ok_or("its shape is missing")?.sizes()?;
    let one = Size::Known(1);
    match &operand {
        Operand::Constant(constant) => {
            let own = match constant.dims.split_first() {
                Some((1, rest)) if constant.dims.len() == target.len() => rest,
                _ => &constant.dims[..],
            };
            let same = own.len() + 1 == target.len()
                && target[1..]
                    .iter()
                    .zip(own)
                    .all(|(size, own)| *size == one || *size == Size::Known(*own as i64));
            match same && target.first().is_some_and(|first| site.is_batch(*first)) {
                // For each sample, it is a value.
                true if constant.is_float() => {
                    Ok(vec![Operand::Value(site.as_value(0, target.len() - 1)?)])
                }
                true => Ok(vec![operand]),
                false => Err("it repeats a constant along more than the batch".to_owned()),
            }
        }
        _ => {
            let own = site.reader.sizes(site.value(0)?);
            let missing = own.len().checked_sub(target.len());
            let same = missing.is_some_and(|missing| {
                own[missing..].iter().zip(&target).all(|(own, size)| size == own || *size == one)
            });
            match same {
                true => Ok(vec![operand]),
                false => Err("it repeats values".to_owned()),
            }
        }
    }
}

/// Values that are taken one by one from those of all samples, if these are all values in their order.
pub fn strided(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let list = |index: usize| -> Result<Constant> {
        site.constant(index)?.ok_or_else(|| "its places are missing".to_owned())
    };
    let per_sample = list(3)?.ints()?;
    let flat = list(1)?.ints()? == [-1] && list(4)?.ints()? == [1, 2, 3];
    let batch = list(2)?.sizes()?;
    let mut places = vec![0];
    for index in 5..8 {
        let offsets = list(index)?.ints()?;
        if places.len().saturating_mul(offsets.len()) > MOST_VALUES {
            return Err("it takes too many places".to_owned());
        }
        let sums = places.iter().flat_map(|place| {
            offsets.iter().map(move |offset| i64::saturating_add(*place, *offset))
        });
        places = sums.collect();
    }
    let count = places.len() as i64;
    let all = places.into_iter().eq(0..count)
        && per_sample == [count]
        && shape.checked_elements() == Some(count as u64);
    let same = (5..8)
        .zip(shape.dims())
        .all(|(index, size)| list(index).is_ok_and(|offsets| offsets.count() == *size));
    let batch = matches!(batch[..], [size] if site.is_batch(size));
    match flat && all && same && batch && shape.rank() == 3 {
        true => Ok(vec![site.operand(0)?.clone()]),
        false => Err("it takes values in another order".to_owned()),
    }
}
