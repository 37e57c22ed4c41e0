//! What layers make of the weights that they store.

use cnn_core::layers::{WeightNorm, WeightStandardization};

use crate::state::LayerState;
use crate::tensor::Tensor;

/// The stored weights, or with `torch.nn.utils.weight_norm` `g × v / ‖v‖` for each position of the first dim.
pub(crate) fn weights(norm: Option<WeightNorm>, state: LayerState<'_>) -> Tensor {
    let Some(norm) = norm else { return state.get("weight").clone() };
    let [lengths, directions] = norm.suffixes().map(|suffix| state.get(suffix));
    by_rows(directions, |row, values| {
        let length = values.iter().map(|value| value * value).sum::<f64>().sqrt();
        values.iter().map(|value| lengths.values()[row] * value / length).collect()
    })
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
