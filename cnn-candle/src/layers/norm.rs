//! Normalisation layers.

use candle_core::{Result, Tensor};
use cnn::ops::{BatchNorm, GroupNorm, InstanceNorm, LayerNorm, LocalResponseNorm};

use super::{per_channel, reduce};
use crate::state::State;

/// By the running statistics, or by those of the batch if none are kept.
pub(crate) fn batchnorm(norm: &BatchNorm, state: &State, x: &Tensor) -> Result<Tensor> {
    if let Some(line) = Line::of(state, norm.eps)? {
        return line.apply(x);
    }
    let channels = x.transpose(0, 1)?.contiguous()?;
    let rows = channels.reshape((x.dim(1)?, x.elem_count() / x.dim(1)?))?;
    let y = standard(&rows, norm.eps)?.reshape(channels.dims())?.transpose(0, 1)?.contiguous()?;
    affine(state, y)
}

pub(crate) fn instancenorm(norm: &InstanceNorm, state: &State, x: &Tensor) -> Result<Tensor> {
    match Line::of(state, norm.eps)? {
        Some(line) => line.apply(x),
        None => affine(state, rows(x, x.dim(0)? * x.dim(1)?, norm.eps)?),
    }
}

pub(crate) fn groupnorm(norm: &GroupNorm, state: &State, x: &Tensor) -> Result<Tensor> {
    affine(state, rows(x, x.dim(0)? * norm.num_groups, norm.eps)?)
}

pub(crate) fn layernorm(norm: &LayerNorm, state: &State, x: &Tensor) -> Result<Tensor> {
    let values: usize = norm.normalized_shape.dims().iter().product();
    let y = rows(x, x.elem_count() / values, norm.eps)?;
    match (state.get("weight"), state.get("bias")) {
        (Some(factors), Some(offsets)) => y.broadcast_mul(factors)?.broadcast_add(offsets),
        _ => Ok(y),
    }
}

/// `x / (k + alpha × m)^beta`, m the mean of the squares of `size` neighbouring channels, the first
/// of which is `size / 2` channels before; channels that do not exist count as 0.
pub(crate) fn lrn(norm: &LocalResponseNorm, x: &Tensor) -> Result<Tensor> {
    let squares = x.sqr()?.pad_with_zeros(1, norm.size / 2, (norm.size - 1) / 2)?;
    let channels = x.dim(1)?;
    let neighbours = (0..norm.size).map(|first| squares.narrow(1, first, channels));
    let sums = reduce(neighbours, Tensor::add)?;
    x.div(&sums.affine(norm.alpha / norm.size as f64, norm.k)?.powf(norm.beta)?)
}

/// `factor × x + offset` of each channel, which is all that a norm by running statistics does.
pub(crate) struct Line {
    pub(crate) factor: Tensor,
    pub(crate) offset: Tensor,
}

impl Line {
    /// `(x − mean) / √(var + eps) × weight + bias`, in layers that keep mean and variance. Weight and bias
    /// are 1 and 0 in those that learn none.
    pub(crate) fn of(state: &State, eps: f64) -> Result<Option<Line>> {
        let (Some(mean), Some(var)) = (state.get("running_mean"), state.get("running_var")) else {
            return Ok(None);
        };
        let factor = (var + eps)?.sqrt()?.recip()?;
        Ok(Some(match (state.get("weight"), state.get("bias")) {
            (Some(weight), Some(bias)) => {
                let factor = (weight * factor)?;
                Line { offset: (bias - (mean * &factor)?)?, factor }
            }
            _ => Line { offset: (mean * &factor)?.neg()?, factor },
        }))
    }

    fn apply(&self, x: &Tensor) -> Result<Tensor> {
        let [factor, offset] = [per_channel(&self.factor, x)?, per_channel(&self.offset, x)?];
        x.broadcast_mul(&factor)?.broadcast_add(&offset)
    }
}

/// The values in this number of rows, each with a mean of 0 and a variance of 1.
fn rows(x: &Tensor, rows: usize, eps: f64) -> Result<Tensor> {
    standard(&x.reshape((rows, x.elem_count() / rows))?, eps)?.reshape(x.dims())
}

fn standard(rows: &Tensor, eps: f64) -> Result<Tensor> {
    let centred = rows.broadcast_sub(&rows.mean_keepdim(1)?)?;
    let variance = centred.sqr()?.mean_keepdim(1)?;
    centred.broadcast_div(&(variance + eps)?.sqrt()?)
}

/// The factors and offsets of the channels, in layers that learn them.
fn affine(state: &State, y: Tensor) -> Result<Tensor> {
    match (state.get("weight"), state.get("bias")) {
        (Some(factors), Some(offsets)) => {
            let [factors, offsets] = [per_channel(factors, &y)?, per_channel(offsets, &y)?];
            y.broadcast_mul(&factors)?.broadcast_add(&offsets)
        }
        _ => Ok(y),
    }
}
