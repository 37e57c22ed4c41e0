//! Attention.

use cnn_core::layers::Attention;

use crate::linear::rows;
use crate::state::LayerState;
use crate::tensor::Tensor;

/// `torch.nn.MultiheadAttention` of a value with itself:
///
/// ```text
/// q, k, v = x Wᵀ + b, the thirds of one linear layer
/// y = concatenation over heads of softmax(q kᵀ / √d) v, d the features of a head
/// ```
///
/// and then the linear layer `out_proj`.
pub(crate) fn attention(layer: &Attention, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let (features, each) = (layer.embed_dim, layer.embed_dim / layer.num_heads);
    let projected =
        rows(x, 2, state.get("in_proj_weight"), state.get_if(layer.bias, "in_proj_bias"));
    let tokens = x.size(1);
    let mixed = Tensor::from_fn(x.sizes(), |index| {
        let [sample, token, feature] = [index[0], index[1], index[2]];
        let head = feature / each * each;
        let score = |other: usize| {
            let products = (head..head + each).map(|f| {
                projected.at(&[sample, token, f]) * projected.at(&[sample, other, features + f])
            });
            products.sum::<f64>() / (each as f64).sqrt()
        };
        let scores: Vec<f64> = (0..tokens).map(score).collect();
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let powers: Vec<f64> = scores.iter().map(|score| (score - most).exp()).collect();
        let values = powers
            .iter()
            .enumerate()
            .map(|(other, power)| power * projected.at(&[sample, other, 2 * features + feature]));
        values.sum::<f64>() / powers.iter().sum::<f64>()
    });
    rows(&mixed, 2, state.get("out_proj.weight"), state.get_if(layer.bias, "out_proj.bias"))
}
