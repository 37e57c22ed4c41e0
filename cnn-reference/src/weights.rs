//! What layers make of the weights that they store.

use cnn_core::layers::{Parametrization, WeightStandardization};

use crate::state::LayerState;
use crate::tensor::Tensor;

/// The stored weights, or what a parametrization makes of the tensors that are stored in their place. `rows` is the dim
/// that the rows of their matrix are made of.
pub(crate) fn weights(
    parametrization: Option<Parametrization>,
    rows: usize,
    state: LayerState<'_>,
) -> Tensor {
    match parametrization {
        None => state.get("weight").clone(),
        Some(Parametrization::WeightNorm(names)) => {
            let [lengths, directions] = names.of_weight_norm().map(|name| state.get(name));
            by_rows(directions, |row, values| {
                let length = values.iter().map(|value| value * value).sum::<f64>().sqrt();
                values.iter().map(|value| lengths.values()[row] * value / length).collect()
            })
        }
        Some(Parametrization::SpectralNorm(names)) => {
            let [weight, u, v] = names.of_spectral_norm().map(|name| state.get(name));
            let sizes = weight.sizes();
            let after: usize = sizes[rows + 1..].iter().product();
            // uᵀ W v: the column of a weight is its index without the dim of the rows.
            let norm: f64 = (weight.values().iter().enumerate())
                .map(|(index, weight)| {
                    let (before, row) = (index / after / sizes[rows], index / after % sizes[rows]);
                    u.values()[row] * weight * v.values()[before * after + index % after]
                })
                .sum();
            Tensor::new(sizes, weight.values().iter().map(|weight| weight / norm).collect())
        }
    }
}

/// timm's `StdConv2d`: `(v − mean) / √(variance + eps)` for each output channel, and in `ScaledStdConv2d` times
/// `gain × gamma / √n`, n the number of its weights.
pub(crate) fn standardized(
    how: &WeightStandardization,
    weight: &Tensor,
    state: LayerState<'_>,
) -> Tensor {
    let gain = state.get_if(how.gain, "gain");
    by_rows(weight, |row, values| {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count;
        let factor = gain.map_or(1.0, |gain| gain.values()[row] * how.gamma / count.sqrt());
        let deviation = (variance + how.eps).sqrt();
        values.iter().map(|value| factor * (value - mean) / deviation).collect()
    })
}

/// A function of all weights of each position of the first dim.
fn by_rows(weight: &Tensor, function: impl Fn(usize, &[f64]) -> Vec<f64>) -> Tensor {
    let length = weight.sizes()[1..].iter().product();
    let rows = weight.values().chunks_exact(length).enumerate();
    Tensor::new(weight.sizes(), rows.flat_map(|(row, values)| function(row, values)).collect())
}
