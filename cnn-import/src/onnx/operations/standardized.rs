//! Convolutions whose weights are standardized while they run, as those of NFNet and of BiT.

use super::conv;
use crate::onnx::constant::Constant;
use crate::onnx::site::{Operand, Result, Site};

/// A convolution with a weight that a norm computes of the stored one. The inputs are the value, the weight, the factors
/// and summands of the norm, whether it trains or the axes of its statistics, its epsilon, the shape of the weight, and
/// perhaps a bias.
pub fn conv(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let numbers = |index: usize| -> Result<Constant> {
        site.constant(index)?.ok_or_else(|| "a part of its norm is missing".to_owned())
    };
    let (weight, factors, summands) = (numbers(1)?, numbers(2)?, numbers(3)?);
    // It trains, or is given the mean and the variance over all axes but that of the channels.
    let statistics = numbers(4)?;
    let own =
        statistics.scalar() == Some(1.0) || statistics.ints().is_ok_and(|axes| axes == [0, 2]);
    let eps = numbers(5)?.scalar().ok_or("its epsilon is no number")?;
    let sizes = numbers(6)?.ints()?;
    let dims: Option<Vec<usize>> = sizes.iter().map(|size| usize::try_from(*size).ok()).collect();
    let dims = dims.ok_or("a size of its weight is negative")?;
    if !own || weight.dims.get(1) != dims.first() || summands.uniform() != Some(0.0) {
        return Err("its weight is not only standardized".to_owned());
    }
    let weight = weight.reshaped(dims)?;
    let factors = Some((2, factors)).filter(|(_, factors)| factors.uniform() != Some(1.0));
    finish(site, weight, eps, factors, Some(7).filter(|bias| site.has(*bias)))
}

/// That of cnn-onnx, with the inputs that are the factors and the bias.
pub fn own(
    site: &mut Site<'_>,
    factors: Option<usize>,
    bias: Option<usize>,
) -> Result<Vec<Operand>> {
    let weight = site.weight(1, site.shape(0)?.rank() + 1)?;
    for index in [2, 3] {
        let axes = site.ints(index)?.unwrap_or_default();
        if !axes.into_iter().eq(1..weight.dims.len() as i64) {
            return Err("its weight is not standardized for each channel".to_owned());
        }
    }
    let eps = site.number(4)?.ok_or("its epsilon is missing")?;
    let factors = match factors {
        Some(index) => Some((index, site.weight(index, weight.dims.len())?)),
        None => None,
    };
    finish(site, weight, eps, factors, bias)
}

/// The layer, whose weights are multiplied by factors after they are standardized.
fn finish(
    site: &mut Site<'_>,
    weight: Constant,
    eps: f64,
    factors: Option<(usize, Constant)>,
    bias: Option<usize>,
) -> Result<Vec<Operand>> {
    let (call, value) = conv::window(site, &weight.dims)?;
    let mut call = call.with("weight_standardization", true).with("eps", eps);
    let dims = weight.dims.clone();
    let mut tensors = vec![("weight", 1, weight)];
    if let Some(bias) = bias {
        tensors.push(("bias", bias, site.weight(bias, 1)?));
    }
    call = call.with("bias", bias.is_some());
    if let Some((index, factors)) = factors {
        // What PyTorch stores is multiplied by this.
        let count: f64 = dims[1..].iter().map(|size| *size as f64).product();
        let root = count.sqrt();
        let gain: Vec<f64> = factors.floats()?.into_iter().map(|factor| factor * root).collect();
        if gain.len() != dims[0] {
            return Err("its gain is not a number for each channel".to_owned());
        }
        let mut ones = vec![1; dims.len()];
        ones[0] = dims[0];
        tensors.push(("gain", index, Constant::floats_of(ones, gain)));
        call = call.with("gain", true);
    }
    Ok(vec![site.weighted(call, value, tensors)?])
}
