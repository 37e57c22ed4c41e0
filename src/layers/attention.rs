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
    /// does not count the scores where PyTorch uses a fused kernel. For other kinds of attention, use
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
}
