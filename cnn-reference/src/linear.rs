//! Fully connected layers, and factors for channels.

use cnn_core::layers::Linear;

use crate::Tensor;
use crate::state::Weights;

/// `torch.nn.Linear`, `y = x Wᵀ + b` along the last axis; the language's `fc` is `torch.nn.Flatten`
/// and then this.
pub(crate) fn linear(layer: &Linear, x: &Tensor, weights: Weights<'_>) -> Tensor {
    let weight = weights.get("weight");
    let bias = weights.get_if(layer.bias, "bias");
    let flat = x.reshape(&[x.size(0), x.sizes()[1..].iter().product()]);
    let x = if layer.flatten { &flat } else { x };
    let (features, leading) = x.sizes().split_last().expect("a last axis");
    Tensor::from_fn(&[leading, &[weight.size(0)]].concat(), |index| {
        let (output, leading) = index.split_last().expect("a last axis");
        let product =
            |feature| weight.at(&[*output, feature]) * x.at(&[leading, &[feature]].concat());
        let sum: f64 = (0..*features).map(product).sum();
        sum + bias.map_or(0.0, |bias| bias.at(&[*output]))
    })
}

/// ConvNeXt's `layer_scale`, a `torch.nn.Parameter` of sizes `[channels, 1, 1]` times what arrives.
pub(crate) fn layer_scale(x: &Tensor, weights: Weights<'_>) -> Tensor {
    let scale = weights.get("").values();
    Tensor::from_fn(x.sizes(), |index| scale[index[1]] * x.at(index))
}
