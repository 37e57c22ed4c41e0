//! Reductions.

use cnn_core::Kind;

use crate::form::{Argument, Call};
use crate::onnx::fold::axes;
use crate::onnx::site::{Operand, Result, Site, signed};

pub fn reduce(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let mut value = site.value(0)?;
    let rank = site.shape(0)?.rank();
    let keepdim = site.node.flag("keepdims", true)?;
    let empty = site.node.flag("noop_with_empty_axes", false)?;
    let list = match site.ints(1)?.filter(|list| !list.is_empty()) {
        Some(list) => axes(&list, rank + 1)?,
        None if empty => return Ok(vec![Operand::Value(value)]),
        None => return Err("it takes the whole batch".to_owned()),
    };
    if list.contains(&0) {
        return Err("it works along the batch".to_owned());
    }
    let spatial = rank > 1 && keepdim && list.iter().copied().eq(2..=rank);
    let kind = match op {
        "ReduceMean" if spatial => Kind::AdaptiveAvgPool,
        "ReduceMax" if spatial => Kind::AdaptiveMaxPool,
        "ReduceMean" => Kind::Mean,
        "ReduceMax" => Kind::Amax,
        "ReduceMin" => Kind::Amin,
        "ReduceSum" | "ReduceSumSquare" => Kind::Sum,
        "ReduceL1" | "ReduceL2" => Kind::Norm,
        _ => return Err("there is no layer for it".to_owned()),
    };
    if op == "ReduceSumSquare" {
        value = site.inner(Call::new(Kind::Pow).with("exponent", 2.0_f64), vec![value])?;
    }
    let call = match kind {
        Kind::AdaptiveAvgPool | Kind::AdaptiveMaxPool => {
            Call::new(kind).with("output_size", 1_usize)
        }
        _ => {
            let dim = match list[..] {
                [one] => Argument::Signed(one as isize),
                _ => signed(list.iter().map(|axis| *axis as i64)),
            };
            let call = Call::new(kind).with("dim", dim).with("keepdim", keepdim);
            match op {
                "ReduceL1" => call.with("p", 1.0_f64),
                _ => call,
            }
        }
    };
    Ok(vec![site.layer(call, vec![value])?])
}
