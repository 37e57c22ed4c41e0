//! What layers make of the weights that they store.

use candle_core::{Result, Tensor};
use cnn_core::layers::{WeightNorm, WeightStandardization};

use crate::state::LayerState;

/// The weights of a layer: those that it stores, or what a weight norm makes of them.
pub(super) fn weights(norm: Option<WeightNorm>, state: &LayerState) -> Result<Tensor> {
    let Some(norm) = norm else { return Ok(state.tensor("weight").clone()) };
    let [lengths, directions] = norm.suffixes().map(|suffix| state.tensor(suffix));
    let rows = rows(directions)?;
    let norms = rows.sqr()?.sum_keepdim(1)?.sqrt()?;
    let factors = lengths.reshape(norms.dims())?.div(&norms)?;
    rows.broadcast_mul(&factors)?.reshape(directions.dims())
}

/// The weights with a mean of 0 and a variance of 1 for each kernel, and with its gain.
pub(super) fn standardized(
    how: &WeightStandardization,
    weight: &Tensor,
    state: &LayerState,
) -> Result<Tensor> {
    let rows = rows(weight)?;
    let centred = rows.broadcast_sub(&rows.mean_keepdim(1)?)?;
    let variance = centred.sqr()?.mean_keepdim(1)?;
    let mut factors = (variance + how.eps)?.sqrt()?.recip()?;
    if let Some(gain) = state.get("gain") {
        let scale = how.gamma / (rows.dim(1)? as f64).sqrt();
        factors = ((gain.reshape(factors.dims())? * scale)? * factors)?;
    }
    centred.broadcast_mul(&factors)?.reshape(weight.dims())
}

/// A row for each position of the first dim.
fn rows(weight: &Tensor) -> Result<Tensor> {
    weight.reshape((weight.dim(0)?, ()))
}
