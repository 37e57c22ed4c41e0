//! Attention of tokens to each other.

use core::fmt;

use crate::error::{At, Part, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Size, params};
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensor, Tensors};

params! {
    num_heads: Size,
    embed_dim: Size = _,
    dropout: Float = 0.0,
    bias: Flag = true,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("attention", PARAMS).translations(&[
        ("MultiheadAttention", "attention(num_heads, embed_dim)"),
        ("MultiHeadAttention", "attention(num_heads)"),
        ("multi_head_attention_forward", "attention(num_heads)"),
    ]),
    family: Family::Linear,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Attention {
    if !call.input.is_lost() && call.input.rank() != 2 {
        call.fail(At::Layer, Problem::Tokens);
        call.input = Shape::LOST;
    }
    let (num_heads, embed_dim) = heads_and_features(call, PARAM.num_heads, PARAM.embed_dim);
    let (dropout, bias) = (call.probability(PARAM.dropout), call.flag(PARAM.bias));
    Attention { embed_dim, num_heads, dropout, bias }
}

/// The number of heads, and that of the features of a query, which they divide.
const fn heads_and_features(call: &mut Call<'_>, heads: Size, features: Size) -> (usize, usize) {
    let num_heads = call.size(heads);
    if let Some(embed_dim) = call.single_size(features.0)
        && num_heads > 0
        && num_heads != embed_dim
        && num_heads == call.input.size(1)
    {
        // As in PyTorch, where the features come first.
        let problem = Problem::HeadsFirst { heads: embed_dim, features: num_heads };
        call.fail(heads.at(), problem);
        return (embed_dim, num_heads);
    }
    checked_heads(call, heads, features)
}

/// The same without a look at their order.
pub(super) const fn checked_heads(
    call: &mut Call<'_>,
    heads: Size,
    features: Size,
) -> (usize, usize) {
    let num_heads = call.size(heads);
    let embed_dim = call.features(features, Part::Last);
    if num_heads > 0 && !embed_dim.is_multiple_of(num_heads) {
        let problem = Problem::Heads { heads: num_heads, features: embed_dim };
        call.fail(heads.at(), problem);
    }
    (num_heads, embed_dim)
}

/// `tensors`, the matrices of queries, keys and values, and then their biases and the linear layer behind the heads.
pub(super) const fn behind_matrices(tensors: Tensors, features: usize, bias: bool) -> Tensors {
    let out_proj = Tensor::parameter("out_proj.weight", Shape::splat(features, 2));
    if !bias {
        return tensors.and(out_proj);
    }
    let three = Shape::one(features.saturating_mul(3));
    tensors
        .and(Tensor::parameter("in_proj_bias", three))
        .and(out_proj)
        .and(Tensor::parameter("out_proj.bias", Shape::one(features)))
}

/// `, 8 heads`
pub(super) fn write_heads(text: &mut dyn fmt::Write, heads: usize) -> fmt::Result {
    match heads {
        1 => text.write_str(", 1 head"),
        heads => write!(text, ", {heads} heads"),
    }
}

/// Attention of tokens to each other, with several heads.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Attention {
    /// The features of a token.
    pub embed_dim: usize,
    /// The heads, each of which sees `embed_dim / num_heads` features of queries, keys and values.
    pub num_heads: usize,
    /// The probability with which a weight is dropped in training.
    pub dropout: f64,
    /// Whether biases are added.
    pub bias: bool,
}

impl Attention {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// Those of queries, keys and values are one: `in_proj_weight`, `[3 × embed_dim, embed_dim]`, and
    /// `in_proj_bias`. Behind the heads is a linear layer, `out_proj`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let one = self.embed_dim;
        let packed = Shape::new(&[one.saturating_mul(3), one]);
        let matrices = Tensors::NONE.and(Tensor::parameter("in_proj_weight", packed));
        behind_matrices(matrices, one, self.bias)
    }

    /// For N tokens of E features, whatever the number H of heads:
    ///
    /// ```text
    /// queries, keys and values   N × E × 3E
    /// scores                     N × N × E
    /// their sums of values       N × N × E
    /// the last linear layer      N × E × E
    /// ```
    ///
    /// Element-wise operations are the biases, `4 × N × E`, a factor for each query, `N × E`, and three for each
    /// score, whose softmax is `H × N × N` values.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let tokens = ends.input.size(0);
        let each = self.embed_dim.saturating_mul(4).saturating_add(tokens.saturating_mul(2));
        let values = Count::elements(ends.output);
        let scores = Count::of(tokens).times(tokens).times(self.num_heads).times(3);
        Work {
            mac_factors: Some([*ends.output, Shape::one(each)]),
            ops: values.times(if self.bias { 5 } else { 1 }).plus(scores),
        }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["MultiheadAttention"; 3]
    }

    /// Queries, keys and values, and what the heads make of them: PyTorch computes the scores again.
    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps { values: 4, ..Keeps::INPUTS }
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::All.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        write_heads(text, self.num_heads)
    }
}
