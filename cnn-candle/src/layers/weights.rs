//! What layers make of the weights that they store.

use candle_core::{Result, Tensor};
use cnn_core::layers::{Parametrization, WeightStandardization};

use crate::state::LayerState;

/// The weights of a layer: those that it stores, or what a parametrization makes of the tensors in their place. `dim` is
/// the one that the rows of their matrix are made of.
pub(super) fn weights(
    parametrization: Option<Parametrization>,
    dim: usize,
    state: &LayerState,
) -> Result<Tensor> {
    match parametrization {
        None => Ok(state.tensor("weight").clone()),
        Some(Parametrization::WeightNorm(names)) => {
            let [lengths, directions] = names.of_weight_norm().map(|name| state.tensor(name));
            let rows = rows(directions)?;
            let norms = rows.sqr()?.sum_keepdim(1)?.sqrt()?;
            let factors = lengths.reshape(norms.dims())?.div(&norms)?;
            rows.broadcast_mul(&factors)?.reshape(directions.dims())
        }
        Some(Parametrization::SpectralNorm(names)) => {
            let [weight, u, v] = names.of_spectral_norm().map(|name| state.tensor(name));
            let matrix = rows(&weight.transpose(0, dim)?.contiguous()?)?;
            let norm = matrix.matmul(&v.unsqueeze(1)?)?.squeeze(1)?.mul(u)?.sum_all()?;
            weight.broadcast_div(&norm)
        }
    }
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
