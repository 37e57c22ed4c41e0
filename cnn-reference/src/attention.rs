//! Attention.

use cnn_core::layers::{Attention, CrossAttention, ScaledDotProductAttention};

use crate::join::broadcast_at;
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
    let cross = CrossAttention {
        embed_dim: layer.embed_dim,
        num_heads: layer.num_heads,
        kdim: layer.embed_dim,
        vdim: layer.embed_dim,
        keys: x.size(1),
        dropout: layer.dropout,
        bias: layer.bias,
    };
    cross_attention(&cross, &[x, x], state)
}

/// `torch.nn.MultiheadAttention` of queries with the tokens that keys and values are made of. Where these have other
/// features, the linear layers have a tensor each.
pub(crate) fn cross_attention(
    layer: &CrossAttention,
    branches: &[&Tensor],
    state: LayerState<'_>,
) -> Tensor {
    let features = layer.embed_dim;
    let part = |tensor: &Tensor, part: usize| {
        let values = tensor.values().len() / 3;
        let sizes = [&[features], &tensor.sizes()[1..]].concat();
        Tensor::new(&sizes, tensor.values()[part * values..(part + 1) * values].to_vec())
    };
    let project = |index: usize, x: &Tensor| {
        let weight = match layer.is_packed() {
            true => part(state.get("in_proj_weight"), index),
            false => state.get(["q_proj_weight", "k_proj_weight", "v_proj_weight"][index]).clone(),
        };
        let bias = state.get_if(layer.bias, "in_proj_bias").map(|bias| part(bias, index));
        heads(&rows(x, 2, &weight, bias.as_ref()), layer.num_heads)
    };
    let [query, key, value] = [branches[0], branches[1], branches[branches.len() - 1]];
    let [query, key, value] = [project(0, query), project(1, key), project(2, value)];
    let scale = 1.0 / (query.size(3) as f64).sqrt();
    let mixed = attend([&query, &key, &value], scale, |_, _| true);
    let mixed = merged(&mixed);
    rows(&mixed, 2, state.get("out_proj.weight"), state.get_if(layer.bias, "out_proj.bias"))
}

/// `torch.nn.functional.scaled_dot_product_attention`. A causal one has no scores of keys behind a query.
pub(crate) fn scaled_dot_product(
    layer: &ScaledDotProductAttention,
    branches: &[&Tensor],
) -> Tensor {
    let [query, key, value] = [branches[0], branches[1], branches[2]];
    let features = query.size(query.sizes().len() - 1);
    let scale = layer.scale.unwrap_or(1.0 / (features as f64).sqrt());
    attend([query, key, value], scale, |query, key| !layer.is_causal || key <= query)
}

/// Tokens `[batch, number, features]` with the features of each head by themselves: `[batch, heads, number, each]`.
fn heads(x: &Tensor, heads: usize) -> Tensor {
    let each = x.size(2) / heads;
    Tensor::from_fn(&[x.size(0), heads, x.size(1), each], |index| {
        x.at(&[index[0], index[2], index[1] * each + index[3]])
    })
}

/// The other way round.
fn merged(x: &Tensor) -> Tensor {
    let each = x.size(3);
    Tensor::from_fn(&[x.size(0), x.size(2), x.size(1) * each], |index| {
        x.at(&[index[0], index[2] / each, index[1], index[2] % each])
    })
}

/// `softmax(scale × q kᵀ) v` along all other axes, over those keys that a query sees.
fn attend(
    [queries, keys, values]: [&Tensor; 3],
    scale: f64,
    sees: impl Fn(usize, usize) -> bool,
) -> Tensor {
    let others = queries.sizes().len() - 2;
    let (tokens, features) = (others, others + 1);
    let mut sizes: Vec<usize> = (0..others)
        .map(|axis| queries.size(axis).max(keys.size(axis)).max(values.size(axis)))
        .collect();
    sizes.push(queries.size(tokens));
    let mut made = Vec::new();
    for index in crate::tensor::indices(&sizes) {
        let at = |x: &Tensor, token: usize, feature: usize| {
            let mut index = index.clone();
            index[tokens] = token;
            index.push(feature);
            broadcast_at(x, &index)
        };
        let score = |key: usize| {
            let products = (0..queries.size(features))
                .map(|feature| at(queries, index[tokens], feature) * at(keys, key, feature));
            scale * products.sum::<f64>()
        };
        let seen: Vec<usize> =
            (0..keys.size(tokens)).filter(|key| sees(index[tokens], *key)).collect();
        let scores: Vec<f64> = seen.iter().map(|key| score(*key)).collect();
        let powers = powers(&scores);
        let sum: f64 = powers.iter().sum();
        made.extend((0..values.size(features)).map(|feature| {
            let weighed =
                seen.iter().zip(&powers).map(|(key, power)| power * at(values, *key, feature));
            weighed.sum::<f64>() / sum
        }));
    }
    Tensor::new(&[&sizes[..], &[values.size(features)]].concat(), made)
}

/// What softmax divides by its sum: the largest is 1, so that none is too large.
pub(crate) fn powers(scores: &[f64]) -> Vec<f64> {
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    scores.iter().map(|score| (score - most).exp()).collect()
}
