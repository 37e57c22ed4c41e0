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
    #[doc(alias("sdpa", "dot_product_attention"))]
    scaled_dot_product_attention = ScaledDotProductAttention;

    /// Attention within the windows of an image, with a learned bias for each relative position: torchvision's
    /// `ShiftedWindowAttention`, as in Swin transformers.
    ///
    /// ```text
    /// window_attention(
    ///     embed_dim,
    ///     window_size,
    ///     shift_size,
    ///     num_heads,
    ///     qkv_bias = true,
    ///     proj_bias = true,
    ///     attention_dropout = 0.0,
    ///     dropout = 0.0,
    /// )
    /// ```
    ///
    /// Takes an image with the channels last, `[H, W, embed_dim]`, which `permute((0, 2, 3, 1))` makes of one with the
    /// channels first, and keeps its shape. The image is padded to whole windows. With a `shift_size`, it is rolled
    /// first, and a mask separates tokens that only share a window because of that. Along an axis with a single window,
    /// nothing is shifted.
    ///
    /// Its tensors are those of torchvision and timm: `relative_position_bias_table`, `relative_position_index`,
    /// `qkv.weight`, `proj.weight` and so on. The index is a buffer of integers, `int64` in files, whose values follow
    /// from the window; it counts as a buffer. The mask is not stored. For T tokens, including the padding, and N tokens
    /// per window, it takes `T × embed_dim × (4 × embed_dim + 2 × N)` MACs. PyTorch's `FlopCounterMode` counts the
    /// same, with two FLOPs for each MAC.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([56, 56, 96] <
    ///     residual { norm1: layernorm(96); attn: window_attention(96, 7, 3, 3) }
    /// >);
    /// assert_eq!(s.output.dims(), [56, 56, 96]);
    /// assert_eq!(s.row("attn").unwrap().params, 13 * 13 * 3 + 4 * 96 * 96 + 4 * 96);
    /// assert_eq!(s.macs, 56 * 56 * 96 * (4 * 96 + 2 * 49));
    /// ```
    #[doc(alias("ShiftedWindowAttention", "shifted_window_attention", "WindowAttention"))]
    window_attention = WindowAttention;

    /// Window attention with cosine similarities as scores, and biases from a small network: torchvision's
    /// `ShiftedWindowAttentionV2`, as in Swin V2.
    ///
    /// ```text
    /// window_attention_v2(
    ///     embed_dim,
    ///     window_size,
    ///     shift_size,
    ///     num_heads,
    ///     qkv_bias = true,
    ///     proj_bias = true,
    ///     attention_dropout = 0.0,
    ///     dropout = 0.0,
    /// )
    /// ```
    ///
    /// It works like [`window_attention`]. Instead of the table, it has `logit_scale`, the logarithm of a factor for each
    /// head; the buffer `relative_coords_table`; and the network `cpb_mlp`, which turns the coordinates into biases. The
    /// network does not depend on the batch, but counts for each sample, as another
    /// `(2 × height − 1) × (2 × width − 1) × 512 × (2 + num_heads)` MACs. Keys have no bias.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 64, 96] < window_attention_v2(96, 8, 4, 3) >);
    /// assert_eq!(s.params, 3 + 4 * 96 * 96 + 4 * 96 + 512 * (2 + 1 + 3));
    /// assert_eq!(s.macs, 64 * 64 * 96 * (4 * 96 + 2 * 64) + 15 * 15 * 512 * (2 + 3));
    /// ```
    #[doc(alias("ShiftedWindowAttentionV2", "shifted_window_attention_v2"))]
    window_attention_v2 = WindowAttentionV2;

    /// Attention within windows of tokens, with a learned bias for each relative position: torchvision's
    /// `RelativePositionalMultiHeadAttention`, as in MaxViT.
    ///
    /// ```text
    /// relative_attention(feat_dim, head_dim, max_seq_len = _)
    /// ```
    ///
    /// Takes windows of tokens, `[windows, tokens, feat_dim]`, and keeps their shape. The tokens are those of a square
    /// window, row by row; their number, `max_seq_len`, is checked against the input. As in torchvision, scores are
    /// divided by the square root of `feat_dim`, not of `head_dim`.
    ///
    /// Its tensors are those of [`window_attention`], except that the linear layers are called `to_qkv` and `merge`. It
    /// takes as many MACs.
    ///
    /// ```
    /// # use cnn::cnn;
    /// // Windows of 7 × 7 pixels, of an image [64, 56, 56].
    /// let s = cnn!([64, 56, 56] <
    ///     reshape((64 * 8, 7, 8, 7)); transpose(2, 3); reshape((64, 64, 49)); permute((0, 2, 3, 1));
    ///     attn: relative_attention(64, 32);
    /// >);
    /// assert_eq!(s.output.dims(), [64, 49, 64]);
    /// assert_eq!(s.macs, 64 * 49 * 64 * (4 * 64 + 2 * 49));
    /// ```
    #[doc(alias("RelativePositionalMultiHeadAttention"))]
    relative_attention = RelativeAttention;
}
