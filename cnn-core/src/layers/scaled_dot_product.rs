//! Attention of queries to keys, without weights.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::layers::join::common_size;
use crate::shape::{Count, Shape, Tensors};

params! {
    dropout_p: Float = 0.0,
    is_causal: Flag = false,
    // One by the root of the features of a query.
    scale: Float = features,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("scaled_dot_product_attention", PARAMS)
        .stem("attention")
        .structural()
        .aliases(&["sdpa", "dot_product_attention"]),
    family: Family::Join,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> ScaledDotProductAttention {
    let keys = if call.arrivals.count() > 1 { call.arrivals.get(1) } else { Shape::LOST };
    let (query, mut pairs, mut dim) = (call.arrivals.first(), 1_usize, 0);
    while dim + 2 < query.rank() && query.rank() == keys.rank() {
        let (one, other) = (query.size(dim), keys.size(dim));
        pairs = pairs.saturating_mul(if one > other { one } else { other });
        dim += 1;
    }
    ScaledDotProductAttention {
        dropout_p: call.probability(PARAM.dropout_p),
        is_causal: call.flag(PARAM.is_causal),
        scale: call.float_if_written(PARAM.scale),
        keys: if keys.rank() > 1 { keys.size(keys.rank() - 2) } else { 0 },
        pairs,
    }
}

/// Attention of queries to keys, returning weighted sums of values: PyTorch's function of this name.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ScaledDotProductAttention {
    /// The probability with which a weight is dropped in training.
    pub dropout_p: f64,
    /// Whether a query only sees keys that do not come after it.
    pub is_causal: bool,
    /// The factor of the scores; `None` is 1 / √(features of a query).
    pub scale: Option<f64>,
    /// The number of keys.
    pub keys: usize,
    /// How many matrices of scores there are: one for each position along the other axes of queries and keys. It may
    /// be fewer than there are of values.
    pub pairs: usize,
}

impl ScaledDotProductAttention {
    /// Queries `[…, L, E]`, keys `[…, S, E]` and values `[…, S, F]` make `[…, L, F]`. Other axes of size 1 are
    /// broadcast.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let branches = call.arrivals.count();
        if branches != 3 {
            call.fail(At::Layer, Problem::BranchCount { branches, least: 3, most: 3 });
            return Shape::LOST;
        }
        let query = call.arrivals.first();
        let [key, value] = [call.arrivals.get(1), call.arrivals.get(2)];
        if query.is_lost() || key.is_lost() || value.is_lost() {
            return Shape::LOST;
        }
        let rank = query.rank();
        if rank < 2 || key.rank() != rank || value.rank() != rank {
            let branch = if key.rank() == rank && rank > 1 { 2 } else { 1 };
            call.fail(At::Layer, Problem::Attend { branch });
            return Shape::LOST;
        }
        let mut wrong = None;
        if common_size(key.size(rank - 2), value.size(rank - 2), false).is_none() {
            wrong = Some(2);
        }
        if common_size(query.size(rank - 1), key.size(rank - 1), false).is_none() {
            wrong = Some(1);
        }
        let mut output = query.with(rank - 1, value.size(rank - 1));
        let mut dim = 0;
        while dim + 2 < rank {
            let with_key = common_size(query.size(dim), key.size(dim), true);
            let size = match with_key {
                Some(size) => common_size(size, value.size(dim), true),
                None => None,
            };
            if size.is_none() && wrong.is_none() {
                wrong = Some(if with_key.is_none() { 1 } else { 2 });
            }
            output = output.with(dim, if let Some(size) = size { size } else { 0 });
            dim += 1;
        }
        if let Some(branch) = wrong {
            call.fail(At::Layer, Problem::Attend { branch });
        }
        output
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// Each score takes as many multiply-accumulates as a query has features, and is weighed for each feature of a
    /// value. Element-wise operations are a factor for each query, and three for each score, for the softmax.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let last = ends.output.spatial_rank();
        let (mut sums, mut dim) = (1_usize, 0);
        while dim + 1 < last {
            sums = sums.saturating_mul(ends.output.size(dim));
            dim += 1;
        }
        // Without an output, there are no queries, and no scores.
        let queries = ends.output.size(last.saturating_sub(1));
        let scores = Shape::new(&[self.pairs, queries, self.keys]);
        let factors = if sums == self.pairs {
            let each = ends.input.size(last).saturating_add(ends.output.size(last));
            [ends.output.with(last, self.keys), Shape::one(each)]
        } else {
            let of_scores = self.pairs.saturating_mul(ends.input.size(last));
            let of_sums = sums.saturating_mul(ends.output.size(last));
            [scores.with(0, 1), Shape::one(of_scores.saturating_add(of_sums))]
        };
        Work {
            mac_factors: Some(factors),
            ops: Count::elements(ends.input).plus(Count::elements(&scores).times(3)),
        }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["ScaledDotProductAttention"; 3]
    }

    /// The input and the output: PyTorch computes the scores again.
    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS_AND_OUTPUT
    }

    /// Of each branch by itself.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    /// Whether each position along a dim of the output takes all those of a branch: all features of a query, all
    /// keys, and all tokens of the values.
    #[cfg(feature = "alloc")]
    pub(crate) const fn mixes(&self, branch: usize, dim: usize, rank: usize) -> bool {
        let (tokens, features) = (dim + 2 == rank, dim + 1 == rank);
        match branch {
            0 => features,
            1 => tokens || features,
            _ => tokens,
        }
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        if self.is_causal { text.write_str(", causal") } else { Ok(()) }
    }
}
