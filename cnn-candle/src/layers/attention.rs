//! Attention.

use candle_core::{Result, Tensor};
use candle_nn::ops;
use cnn_core::layers::{Attention, CrossAttention, ScaledDotProductAttention};

use super::conv::rows;
use super::join::matmul;
use crate::layer::{Joined, Site, Unary};
use crate::state::LayerState;

impl Unary for Attention {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let features = self.embed_dim;
        let projected = project(x, site.state, "in_proj_weight", "in_proj_bias")?;
        let part =
            |first: usize| heads(&projected.narrow(2, first * features, features)?, self.num_heads);
        behind_projections([part(0)?, part(1)?, part(2)?], site.state)
    }
}

impl Joined for CrossAttention {
    fn forward(&self, branches: &[Tensor], site: Site<'_>) -> Result<Tensor> {
        let (features, state) = (self.embed_dim, site.state);
        let project = |index: usize, x: &Tensor| {
            let part = |tensor: &Tensor| tensor.narrow(0, index * features, features)?.contiguous();
            let weight = match self.is_packed() {
                true => part(state.tensor("in_proj_weight"))?,
                false => {
                    let names = ["q_proj_weight", "k_proj_weight", "v_proj_weight"];
                    state.tensor(names[index]).clone()
                }
            };
            let bias = state.get("in_proj_bias").map(part).transpose()?;
            heads(&rows(x, 2, &weight, bias.as_ref())?, self.num_heads)
        };
        let [query, key, value] = [&branches[0], &branches[1], &branches[branches.len() - 1]];
        behind_projections([project(0, query)?, project(1, key)?, project(2, value)?], state)
    }
}

impl Joined for ScaledDotProductAttention {
    fn forward(&self, branches: &[Tensor], _: Site<'_>) -> Result<Tensor> {
        let [query, key, value] = [&branches[0], &branches[1], &branches[2]];
        let last = query.rank() - 1;
        let scale = self.scale.unwrap_or(1.0 / (query.dim(last)? as f64).sqrt());
        let mut scores = matmul(&(query * scale)?, &key.transpose(last - 1, last)?)?;
        if self.is_causal {
            let (queries, keys) = (scores.dim(last - 1)?, scores.dim(last)?);
            let behind = |index: usize| index % keys > index / keys;
            let mask = (0..queries * keys).map(|index| u8::from(behind(index))).collect();
            let mask = Tensor::from_vec(mask, (queries, keys), scores.device())?;
            let never = Tensor::full(f64::NEG_INFINITY, scores.shape(), scores.device())?;
            let never = never.to_dtype(scores.dtype())?;
            scores = mask.broadcast_as(scores.shape())?.where_cond(&never, &scores)?;
        }
        matmul(&ops::softmax(&scores, last)?, value)
    }
}

/// Tokens `[batch, number, features]` with the features of each head by themselves: `[batch, heads, number, each]`.
pub(super) fn heads(x: &Tensor, heads: usize) -> Result<Tensor> {
    let (batch, tokens, features) = x.dims3()?;
    let split = x.contiguous()?.reshape((batch, tokens, heads, features / heads))?;
    split.transpose(1, 2)?.contiguous()
}

/// What the heads make of queries, keys and values, and the linear layer behind them.
fn behind_projections([query, key, value]: [Tensor; 3], state: &LayerState) -> Result<Tensor> {
    let each = query.dim(3)?;
    let scores = products(&(query / (each as f64).sqrt())?, &key)?;
    project(&weighed(&scores, &value)?, state, "out_proj.weight", "out_proj.bias")
}

/// The scores of queries and keys, for each head.
pub(super) fn products(query: &Tensor, key: &Tensor) -> Result<Tensor> {
    query.matmul(&key.transpose(2, 3)?.contiguous()?)
}

/// The sums of values that these scores make, with the features of all heads in a row again.
pub(super) fn weighed(scores: &Tensor, value: &Tensor) -> Result<Tensor> {
    let (batch, heads, _, each) = value.dims4()?;
    let mixed = ops::softmax(scores, 3)?.matmul(value)?.transpose(1, 2)?.contiguous()?;
    mixed.reshape((batch, scores.dim(2)?, heads * each))
}

/// A linear layer along the last axis.
fn project(x: &Tensor, state: &LayerState, weight: &str, bias: &str) -> Result<Tensor> {
    rows(x, 2, state.tensor(weight), state.get(bias))
}
