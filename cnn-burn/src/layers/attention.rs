//! Attention.

use burn::tensor::activation::softmax;
use burn::tensor::module::linear;
use burn::tensor::{Bool, Tensor};
use cnn_core::layers::{Attention, CrossAttention, ScaledDotProductAttention};

use super::regular::dropped;
use crate::layer::{Initial, Joined, Site, Stateful};
use crate::state::LayerState;
use crate::value::Value;

impl Stateful for Attention {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        let projected =
            project(tokens(x), state.tensor("in_proj_weight"), state.row("in_proj_bias"));
        let features = self.embed_dim;
        let part = |first: usize| {
            heads(projected.clone().narrow(2, first * features, features), self.num_heads)
        };
        let dropout = if site.training { self.dropout } else { 0.0 };
        Value::Rank3(behind_projections([part(0), part(1), part(2)], dropout, state))
    }

    /// As in PyTorch: those of queries, keys and values are one matrix for Xavier's bound.
    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }

    fn has_training_mode(&self) -> bool {
        self.dropout > 0.0
    }
}

impl Joined for CrossAttention {
    fn forward(&self, branches: Vec<Value>, state: &LayerState, site: Site<'_>) -> Value {
        let features = self.embed_dim;
        let part = |index: usize, x: Value| {
            let first = index * features;
            let weight = match self.is_packed() {
                true => state.tensor("in_proj_weight").narrow(0, first, features),
                false => state.tensor(["q_proj_weight", "k_proj_weight", "v_proj_weight"][index]),
            };
            let bias = state.row("in_proj_bias").map(|bias| bias.narrow(0, first, features));
            heads(project(tokens(x), weight, bias), self.num_heads)
        };
        let last = branches[branches.len() - 1].clone();
        let parts = [part(0, branches[0].clone()), part(1, branches[1].clone()), part(2, last)];
        let dropout = if site.training { self.dropout } else { 0.0 };
        Value::Rank3(behind_projections(parts, dropout, state))
    }

    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }

    fn has_training_mode(&self) -> bool {
        self.dropout > 0.0
    }
}

impl Joined for ScaledDotProductAttention {
    fn forward(&self, branches: Vec<Value>, _: &LayerState, site: Site<'_>) -> Value {
        match branches.first() {
            Some(Value::Rank3(_)) => Value::Rank3(scaled_dot_product(self, branches, site)),
            Some(Value::Rank4(_)) => Value::Rank4(scaled_dot_product(self, branches, site)),
            Some(Value::Rank5(_)) => Value::Rank5(scaled_dot_product(self, branches, site)),
            _ => unreachable!("tokens have two axes at least"),
        }
    }

    fn has_training_mode(&self) -> bool {
        self.dropout_p > 0.0
    }
}

fn scaled_dot_product<const D: usize>(
    layer: &ScaledDotProductAttention,
    branches: Vec<Value>,
    site: Site<'_>,
) -> Tensor<D> {
    let mut tensors = branches
        .into_iter()
        .map(|branch| branch.into_tensor::<D>().expect("the branches have one rank"));
    let [query, key, value] = core::array::from_fn(|_| tensors.next().expect("three branches"));
    let features = query.dims()[D - 1];
    let scale = layer.scale.unwrap_or(1.0 / (features as f64).sqrt());
    let mut scores = query.mul_scalar(scale).matmul(key.swap_dims(D - 2, D - 1));
    if layer.is_causal {
        let dims = scores.dims();
        let mask = Tensor::<2, Bool>::tril_mask([dims[D - 2], dims[D - 1]], 0, &scores.device());
        scores = scores.mask_fill(mask.unsqueeze::<D>().expand(dims), f64::NEG_INFINITY);
    }
    weights(scores, if site.training { layer.dropout_p } else { 0.0 }).matmul(value)
}

fn initial(suffix: &str) -> Initial {
    match suffix {
        "in_proj_weight" | "q_proj_weight" | "k_proj_weight" | "v_proj_weight" => {
            Initial::XavierUniform
        }
        "out_proj.weight" => Initial::KaimingUniform,
        _ => Initial::Constant(0.0),
    }
}

fn tokens(x: Value) -> Tensor<3> {
    x.into_tensor().expect("tokens arrive")
}

/// Tokens `[batch, number, features]` with the features of each head by themselves: `[batch, heads, number, each]`.
pub(super) fn heads(x: Tensor<3>, heads: usize) -> Tensor<4> {
    let [batch, tokens, features] = x.dims();
    x.reshape([batch, tokens, heads, features / heads]).swap_dims(1, 2)
}

/// What the heads make of queries, keys and values, and the linear layer behind them.
fn behind_projections(
    [query, key, value]: [Tensor<4>; 3],
    dropout: f64,
    state: &LayerState,
) -> Tensor<3> {
    let each = query.dims()[3];
    let query = query.mul_scalar(1.0 / (each as f64).sqrt());
    let mixed = weighed(query.matmul(key.swap_dims(2, 3)), value, dropout);
    project(mixed, state.tensor("out_proj.weight"), state.row("out_proj.bias"))
}

/// The sums of values that these scores make, with the features of all heads in a row again.
pub(super) fn weighed(scores: Tensor<4>, value: Tensor<4>, dropout: f64) -> Tensor<3> {
    let [batch, heads, tokens, _] = scores.dims();
    let features = heads * value.dims()[3];
    weights(scores, dropout).matmul(value).swap_dims(1, 2).reshape([batch, tokens, features])
}

/// The weights that scores make, of which some may be dropped.
fn weights<const D: usize>(scores: Tensor<D>, dropout: f64) -> Tensor<D> {
    let weights = softmax(scores, D - 1);
    if dropout == 0.0 {
        return weights;
    }
    let dims = weights.dims();
    dropped(weights, dropout, dims)
}

/// A linear layer along the last axis.
pub(super) fn project<const D: usize>(
    x: Tensor<D>,
    weight: Tensor<2>,
    bias: Option<Tensor<1>>,
) -> Tensor<D> {
    linear(x, weight.transpose(), bias)
}
