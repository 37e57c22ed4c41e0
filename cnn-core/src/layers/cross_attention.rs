//! Attention of tokens to those of another value.

use core::fmt;

use super::attention::{behind_matrices, checked_heads, write_heads};
use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensor, Tensors};

params! {
    num_heads: Size,
    embed_dim: Size = _,
    dropout: Float = 0.0,
    bias: Flag = true,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("cross_attention", PARAMS).structural(),
    family: Family::Join,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> CrossAttention {
    let branches = call.arrivals.count();
    let (mut key, mut value) = (Shape::LOST, Shape::LOST);
    if branches == 2 || branches == 3 {
        key = call.arrivals.get(1);
        value = call.arrivals.get(branches - 1);
    } else if branches > 0 {
        call.fail(At::Layer, Problem::BranchCount { branches, least: 2, most: 3 });
    }
    if call.input.is_lost() || key.is_lost() || value.is_lost() {
        call.input = Shape::LOST;
    } else if call.input.rank() != 2 {
        call.fail(At::Layer, Problem::Tokens);
        call.input = Shape::LOST;
    } else if key.rank() != 2 {
        call.fail(At::Layer, Problem::Attend { branch: 1 });
        call.input = Shape::LOST;
    } else if value.rank() != 2 || !value.with(1, 0).agrees(&key.with(1, 0)) {
        call.fail(At::Layer, Problem::Attend { branch: branches - 1 });
    }
    let (num_heads, embed_dim) = checked_heads(call, PARAM.num_heads, PARAM.embed_dim);
    let (dropout, bias) = (call.probability(PARAM.dropout), call.flag(PARAM.bias));
    let (keys, kdim, vdim) = (key.size(0), key.size(1), value.size(1));
    CrossAttention { embed_dim, num_heads, kdim, vdim, keys, dropout, bias }
}

/// Attention of tokens to those of another value, with several heads.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CrossAttention {
    /// The features of a query.
    pub embed_dim: usize,
    /// The heads, each of which sees `embed_dim / num_heads` features of queries, keys and values.
    pub num_heads: usize,
    /// The features of a token that keys are made of.
    pub kdim: usize,
    /// The features of a token that values are made of.
    pub vdim: usize,
    /// The number of keys.
    pub keys: usize,
    /// The probability with which a weight is dropped in training.
    pub dropout: f64,
    /// Whether biases are added.
    pub bias: bool,
}

impl CrossAttention {
    /// Whether queries, keys and values have the same number of features, so that their matrices are stored as one
    /// tensor.
    pub const fn is_packed(&self) -> bool {
        self.kdim == self.embed_dim && self.vdim == self.embed_dim
    }

    /// The shape of the queries.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// Those of [`Attention`](super::Attention), but where keys or values have other features than queries, the
    /// matrices are three tensors: `q_proj_weight`, `k_proj_weight` and `v_proj_weight`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let one = self.embed_dim;
        let mut tensors = Tensors::NONE;
        if self.is_packed() {
            let packed = Shape::new(&[one.saturating_mul(3), one]);
            tensors = tensors.and(Tensor::parameter("in_proj_weight", packed));
        } else {
            let [keys, values] = [Shape::new(&[one, self.kdim]), Shape::new(&[one, self.vdim])];
            tensors = tensors
                .and(Tensor::parameter("q_proj_weight", Shape::splat(one, 2)))
                .and(Tensor::parameter("k_proj_weight", keys))
                .and(Tensor::parameter("v_proj_weight", values));
        }
        behind_matrices(tensors, one, self.bias)
    }

    /// For L queries and S keys, with E features of a query, and K and V features that keys and values are made of:
    ///
    /// ```text
    /// queries               L × E × E
    /// keys and values       S × (K + V) × E
    /// scores                L × S × E
    /// their sums of values  L × S × E
    /// the last linear layer L × E × E
    /// ```
    ///
    /// Element-wise operations are those of [`Attention`](super::Attention).
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let (queries, keys) = (ends.input.size(0), self.keys);
        let of_queries = self.embed_dim.saturating_add(keys).saturating_mul(2);
        let of_keys = keys.saturating_mul(self.kdim.saturating_add(self.vdim));
        let each = of_queries.saturating_mul(queries).saturating_add(of_keys);
        let values = Count::elements(ends.output);
        let of_keys = Count::of(keys).times(self.embed_dim).times(2);
        let biases = if self.bias { values.times(2).plus(of_keys) } else { Count::ZERO };
        let scores = Count::of(queries).times(keys).times(self.num_heads).times(3);
        Work {
            mac_factors: Some([Shape::one(self.embed_dim), Shape::one(each)]),
            ops: values.plus(biases).plus(scores),
        }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["MultiheadAttention"; 3]
    }

    /// Queries, keys and values, and what the heads make of them: PyTorch computes the scores again.
    pub(crate) const fn keeps(&self) -> Keeps {
        let Count(own) = Count::of(self.keys).times(self.embed_dim).times(2);
        Keeps { values: 2, own, ..Keeps::INPUTS }
    }

    /// Of each branch by itself.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    /// Whether each position along a dim of the output takes all those of a branch: all features, and all tokens
    /// but those of the queries.
    #[cfg(feature = "alloc")]
    pub(crate) const fn mixes(&self, branch: usize, dim: usize) -> bool {
        branch > 0 || dim > 0
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        write_heads(text, self.num_heads)
    }
}
