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
    /// computes them in one step. Other kinds of attention are made of [`linear`](super::linear), [`matmul`](super::matmul) and [`softmax`](super::softmax).
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([196, 768] < residual { layernorm(768); attention(12) } >);
    /// assert_eq!(s.output.dims(), [196, 768]);
    /// assert_eq!(s.params, 4 * 768 * 768 + 4 * 768 + 2 * 768);
    /// assert_eq!(s.macs, 196 * 768 * (4 * 768 + 2 * 196));
    /// ```
    attention = Attention;
}
