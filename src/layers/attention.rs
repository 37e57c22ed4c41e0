//! Attention.

keywords! {
    /// Self-attention: PyTorch's
    /// [`MultiheadAttention`](https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html), with
    /// the same input for queries, keys and values, and the batch first.
    ///
    /// ```text
    /// attention(num_heads, embed_dim = _, dropout = 0.0, bias = true)
    /// ```
    ///
    /// Takes tokens, `[number, embed_dim]`, and keeps their shape. `flatten(2); transpose(1, 2)` turns an image into
    /// tokens. `num_heads` must divide `embed_dim`, which is checked against the input.
    ///
    /// Its tensors are those of PyTorch: `in_proj_weight`, `in_proj_bias`, `out_proj.weight` and `out_proj.bias`. For
    /// N tokens of E features it takes `N × E × (4 × E + 2 × N)` MACs: the linear layers, the scores, and the
    /// weighted sums of the values. PyTorch's `FlopCounterMode` counts the same, with two FLOPs for each MAC; fvcore
    /// does not count the scores where PyTorch uses a fused kernel. For keys and values from elsewhere, use
    /// [`cross_attention`]; for attention without linear layers, [`scaled_dot_product_attention`]; for other kinds,
    /// [`linear`](crate::layers::linear), [`matmul`](crate::layers::matmul) and [`softmax`](crate::layers::softmax).
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([196, 768] < residual { layernorm(768); attention(12) } >);
    /// assert_eq!(s.output.dims(), [196, 768]);
    /// assert_eq!(s.params, 4 * 768 * 768 + 4 * 768 + 2 * 768);
    /// assert_eq!(s.macs, 196 * 768 * (4 * 768 + 2 * 196));
    /// ```
    #[doc(alias("MultiheadAttention", "multi_head_attention_forward"))]
    attention = Attention;

    /// Attention from one value to another: PyTorch's
    /// [`MultiheadAttention`](https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html) with
    /// queries from one value, and keys and values from another.
    ///
    /// ```text
    /// cross_attention(memory, num_heads = …, embed_dim = _, dropout = 0.0, bias = true)
    /// cross_attention(keys, values, num_heads = …)
    /// ```
    ///
    /// It is a join, like [`concat`](super::concat): the current value gives the queries, `[L, embed_dim]`, and the
    /// labels give the keys and values, `[S, features]`; `_` among the labels puts the current value elsewhere.
    /// Arguments are given by name. The output has the shape of the queries.
    ///
    /// The tensors are those of [`attention`]. If keys or values have a different number of features than queries, it
    /// stores `q_proj_weight`, `k_proj_weight` and `v_proj_weight` instead of `in_proj_weight`, as PyTorch does. With
    /// K and V features, it takes `embed_dim × (2 × L × embed_dim + S × (K + V) + 2 × L × S)` MACs.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     /// A layer of a decoder: queries attend to each other, then to the output of an encoder.
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
    cross_attention = CrossAttention;

    /// Weighted sums of values by how well queries match keys: PyTorch's
    /// [`scaled_dot_product_attention`](https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html).
    ///
    /// ```text
    /// scaled_dot_product_attention(keys, values, dropout_p = 0.0, is_causal = false, scale = …)
    /// scaled_dot_product_attention { queries; keys; values }
    /// ```
    ///
    /// `softmax(scale × q kᵀ) v`, without tensors of its own. It is a join of three values: queries `[…, L, E]`, keys
    /// `[…, S, E]` and values `[…, S, F]` become `[…, L, F]`; other axes, such as the heads, must be equal or 1. With
    /// two labels, the current value gives the queries; with three, `_` is one of them, or `from` comes first.
    /// Arguments are given by name, in parentheses of their own before branches in braces.
    ///
    /// `scale` defaults to `1 / √E`. With `is_causal`, a query sees only the keys up to its own position. It takes
    /// `L × S × (E + F)` MACs per head, causal or not. PyTorch's `FlopCounterMode` counts the same, with two FLOPs for
    /// each MAC; fvcore counts none.
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
    scaled_dot_product_attention = ScaledDotProductAttention;
}
