//! Fully connected layers, and factors for channels.

use cnn_core::layers::Linear;

use crate::Tensor;
use crate::state::Weights;

/// `torch.nn.Linear`, `y = x Wᵀ + b` along the last axis; the language's `fc` is `torch.nn.Flatten`
/// and then this.
pub(crate) fn linear(layer: &Linear, x: &Tensor, weights: Weights<'_>) -> Tensor {
    let weight = weights.get("weight");
    let bias = weights.get_if(layer.bias, "bias");
    let leading = if layer.flatten { 1 } else { x.sizes().len() - 1 };
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

/// ConvNeXt's `layer_scale`, a `torch.nn.Parameter` of sizes `[channels, 1, 1]` times what arrives.
pub(crate) fn layer_scale(x: &Tensor, weights: Weights<'_>) -> Tensor {
    let scale = weights.get("").values();
    Tensor::from_fn(x.sizes(), |index| scale[index[1]] * x.at(index))
}
