//! Fully connected layers, and factors for channels.

use cnn_core::layers::{LayerScale, Linear};

use crate::state::LayerState;
use crate::tensor::Tensor;
use crate::weights::weights;

/// `torch.nn.Linear`, `y = x Wᵀ + b` along the last axis. In the language, `fc` is `torch.nn.Flatten`
/// followed by it.
pub(crate) fn linear(layer: &Linear, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let leading = if layer.flatten { 1 } else { x.sizes().len() - 1 };
    rows(x, leading, &weights(layer.parametrization, 0, state), state.get_if(layer.bias, "bias"))
}

/// `x Wᵀ + b`, where all axes but the first `leading` ones are a row.
pub(crate) fn rows(x: &Tensor, leading: usize, weight: &Tensor, bias: Option<&Tensor>) -> Tensor {
    let features: usize = x.sizes()[leading..].iter().product();
    let mut values = Vec::new();
    for row in x.values().chunks(features) {
        for (output, weights) in weight.values().chunks(features).enumerate() {
            let sum: f64 = row.iter().zip(weights).map(|(value, weight)| value * weight).sum();
            values.push(sum + bias.map_or(0.0, |bias| bias.at(&[output])));
        }
    }
    Tensor::new(&[&x.sizes()[..leading], &[weight.size(0)]].concat(), values)
}

/// ConvNeXt's `layer_scale`: the input times a `torch.nn.Parameter` of sizes `[channels, 1, 1]`, or of other sizes
/// that are reshaped to these.
pub(crate) fn layer_scale(layer: &LayerScale, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let scale = state.get("").values();
    Tensor::from_fn(x.sizes(), |index| scale[index[layer.dim + 1]] * x.at(index))
}
