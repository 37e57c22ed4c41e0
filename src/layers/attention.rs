//! Attention.

keywords! {
    /// Attention of tokens to each other: PyTorch's
    /// [`MultiheadAttention`](https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html), with
    /// one value for queries, keys and values and the batch first.
    ///
    /// ```text
    /// attention(num_heads, embed_dim = _, dropout = 0.0, bias = true)
    /// ```
    ///
    /// Takes tokens, `[number, embed_dim]`, and keeps their shape. An image becomes tokens by
    /// `flatten(2); transpose(1, 2)`. `num_heads` divides `embed_dim`, which is compared with what arrives.
    ///
    /// Its tensors are PyTorch's, `in_proj_weight`, `in_proj_bias`, `out_proj.weight` and `out_proj.bias`. For N tokens of E
    /// features it takes `N × E × (4 × E + 2 × N)` multiply-accumulates: the linear layers, the scores, and their sums of
    /// values, as PyTorch's `FlopCounterMode` counts them, two operations for each. fvcore counts no scores where PyTorch
    /// computes them in one step. Keys and values of another value are [`cross_attention`], and attention
    /// without linear layers is [`scaled_dot_product_attention`]; other kinds are made of [`linear`](super::linear),
    /// [`matmul`](super::matmul) and [`softmax`](super::softmax).
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([196, 768] < residual { layernorm(768); attention(12) } >);
    /// assert_eq!(s.output.dims(), [196, 768]);
    /// assert_eq!(s.params, 4 * 768 * 768 + 4 * 768 + 2 * 768);
    /// assert_eq!(s.macs, 196 * 768 * (4 * 768 + 2 * 196));
    /// ```
    attention = Attention / Attention;

    /// Attention of tokens to those of another value: PyTorch's `MultiheadAttention` with queries from one value, and
    /// keys and values from another.
    ///
    /// ```text
    /// cross_attention(memory, num_heads = …, embed_dim = _, dropout = 0.0, bias = true)
    /// cross_attention(keys, values, num_heads = …)
    /// ```
    ///
    /// It is a join, like [`concat`](super::concat): what flows here are the queries, `[L, embed_dim]`, and the labels say where keys and values
    /// are made from, `[S, features]`; `_` among the labels puts what flows elsewhere. Arguments have their names.
    /// The output has the shape of the queries.
    ///
    /// The tensors are those of [`attention`]. If keys or values have other features than queries, PyTorch stores
    /// `q_proj_weight`, `k_proj_weight` and `v_proj_weight` in place of `in_proj_weight`; so does this. With K and V
    /// features, it takes `embed_dim × (2 × L × embed_dim + S × (K + V) + 2 × L × S)` multiply-accumulates.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     /// A layer of a decoder: queries look at each other, and then at what an encoder made.
    ///     struct Decoder: (queries: [100, 256], memory: [950, 256]) -> [100, 256] <
    ///         from(queries);
    ///         residual { self_attn: attention(8) }
    ///         residual { multihead_attn: cross_attention(memory, num_heads = 8) }
    ///     >
    /// }
    /// assert_eq!(Decoder::PARAMS, 2 * (4 * 256 * 256 + 4 * 256));
    /// # #[cfg(feature = "alloc")]
    /// assert_eq!(Decoder::GRAPH.state_dict()[4].0, "multihead_attn.in_proj_weight");
    /// ```
    cross_attention = CrossAttention / CrossAttention;

    /// Sums of values, weighed by how well queries fit keys: PyTorch's `F.scaled_dot_product_attention`.
    ///
    /// ```text
    /// scaled_dot_product_attention(keys, values, dropout_p = 0.0, is_causal = false, scale = …)
    /// scaled_dot_product_attention { queries; keys; values }
    /// ```
    ///
    /// `softmax(scale × q kᵀ) v`, without tensors of its own. It is a join of three values: queries `[…, L, E]`, keys `[…, S, E]` and values
    /// `[…, S, F]` make `[…, L, F]`; other axes, such as that of heads, are the same or 1. With two labels, what
    /// flows here are the queries; with three, `_` is one of them or `from` comes first. Arguments have their names,
    /// and before branches in braces they stand in parentheses of their own.
    ///
    /// `scale` is `1 / √E` by default. Where `is_causal`, a query sees only the keys up to its own place. It takes `L × S × (E + F)`
    /// multiply-accumulates for each head, as PyTorch's `FlopCounterMode` counts them, two operations for each, whether it is causal or not; fvcore
    /// counts none.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     /// Self-attention with the tensors that timm gives it.
    ///     struct Timm: [197, 768] -> [197, 768] <
    ///         qkv: linear(768, 3 * 768);
    ///         reshape((197, 3 * 12, 64)); transpose(1, 2);
    ///         scaled_dot_product_attention {
    ///             slice(1, 0..12);
    ///             slice(1, 12..24);
    ///             slice(1, 24..36);
    ///         }
    ///         transpose(1, 2); flatten(2);
    ///         proj: linear(768, 768);
    ///     >
    /// }
    /// let row = Timm::SUMMARY.row("attention1").unwrap();
    /// assert_eq!((row.output.dims(), row.macs), (&[12, 197, 64][..], 12 * 197 * 197 * 2 * 64));
    /// ```
    scaled_dot_product_attention = ScaledDotProductAttention / ScaledDotProductAttention;
}
