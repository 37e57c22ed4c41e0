//! Products with matrices.

use cnn_core::Kind;

use super::join;
use crate::form::Call;
use crate::onnx::constant::Constant;
use crate::onnx::site::{Operand, Result, Site};

/// A linear layer, whose weight is stored as `[outputs, inputs]`.
fn linear(site: &mut Site<'_>, weight: Constant, bias: Option<Constant>) -> Result<Vec<Operand>> {
    // An exporter may write a bias where the layer has none.
    let bias = bias.filter(|bias| !bias.is_made_of_zeros());
    let call = Call::new(Kind::Linear)
        .with("in_features", weight.dims[1])
        .with("out_features", weight.dims[0])
        .with("bias", bias.is_some());
    let value = site.value(0)?;
    let mut tensors = vec![("weight", 1, weight)];
    tensors.extend(bias.map(|bias| ("bias", 2, bias)));
    Ok(vec![site.weighted(call, value, tensors)?])
}

pub fn gemm(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let node = site.node;
    // Of opset 6; since then, biases always fit all samples.
    node.ignore(&["broadcast"]);
    let [alpha, beta] = [node.float("alpha", 1.0)?, node.float("beta", 1.0)?];
    if node.flag("transA", false)? {
        return Err("it takes the samples as columns".to_owned());
    }
    let by_rows = node.flag("transB", false)?;
    if alpha != 1.0 || (site.has(2) && beta != 1.0 && beta != 0.0) {
        return Err("its factors `alpha` and `beta` are not 1".to_owned());
    }
    if site.checked && site.shape(0)?.rank() != 1 {
        return Err("its input has more than one axis beside the batch".to_owned());
    }
    let weight = site.weight(1, 2)?;
    let weight = if by_rows { weight } else { weight.transposed(&[1, 0])? };
    let bias = match site.constant(2)? {
        None => None,
        // It is left out of the sum.
        Some(_) if beta == 0.0 => None,
        Some(bias) => {
            let outputs = weight.dims[0];
            let flat = bias.dims.iter().all(|size| *size == 1 || *size == outputs)
                && bias.dims.last() == Some(&outputs)
                && bias.count() == outputs;
            match flat {
                true => Some(bias.reshaped(vec![outputs])?),
                false => return Err("its bias is not a number for each output".to_owned()),
            }
        }
    };
    linear(site, weight, bias)
}

/// A product, perhaps with a bias.
pub fn product(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    match site.operand(1)? {
        Operand::Constant(weight) if weight.dims.len() == 2 => {
            let weight = site.weight(1, 2)?.transposed(&[1, 0])?;
            let bias = site.constant(2)?;
            linear(site, weight, bias)
        }
        _ => {
            let rank = match (site.operand(0)?, site.operand(1)?) {
                (Operand::Value(value), _) | (_, Operand::Value(value)) => {
                    site.reader.builder.form.shape(*value).rank()
                }
                _ => return Err("both of its inputs are constants".to_owned()),
            };
            if rank < 2 {
                return Err("the rows of its matrices are the samples".to_owned());
            }
            join::values(site, Call::new(Kind::MatMul), rank)
        }
    }
}
