//! Convolutions.

keywords! {
    /// A convolution over one, two or three spatial axes: PyTorch's
    /// [`Conv1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv1d.html),
    /// [`Conv2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html),
    /// [`Conv3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv3d.html).
    ///
    /// ```text
    /// conv(
    ///     in_channels,
    ///     out_channels,
    ///     kernel_size,
    ///     stride = 1,
    ///     padding = 0,
    ///     dilation = 1,
    ///     groups = 1,
    ///     bias = true,
    ///     padding_mode = zeros,
    ///     weight_standardization = false,
    ///     eps = 1e-6,
    ///     gain = false,
    ///     gamma = 1.0,
    ///     weight_norm = false,
    ///     spectral_norm = false,
    /// )
    /// ```
    ///
    /// Takes `[in_channels, I…]` to `[out_channels, O…]` with, along each axis,
    /// `O = ⌊(I + 2P − D × (K − 1) − 1) / S⌋ + 1` ([`conv_size`](crate::geometry::conv_size)).
    ///
    /// * `in_channels` may be `_`.
    /// * `padding` is a size, `same`, which keeps every size at stride 1, or `valid`, which is 0. With `same_upper`
    ///   an axis of I becomes one of `⌈I / S⌉`, as with `SAME` in TensorFlow and in timm's `Conv2dSame`; if the
    ///   padding is odd, the extra value is at the end, and with ONNX's `same_lower` at the beginning
    ///   ([`same_padding`](crate::geometry::same_padding)).
    /// * `groups` must divide both numbers of channels.
    /// * `padding_mode` chooses what fills the padding: `zeros`; `reflect`, the values mirrored at the edge, which
    ///   must be more than the padding; `replicate`, the edge value; or `circular`, the values from the other end,
    ///   which must be at least as many.
    ///
    /// It has `out_channels × in_channels / groups × ∏K` weights and `out_channels` biases, and takes
    /// `out_elements × in_channels / groups × ∏K` MACs; the bias is one operation per value.
    ///
    /// Weights may be stored in another form than they are used. The conversion does not depend on the input, and its
    /// cost is not counted.
    ///
    /// * `weight_standardization` gives each kernel a mean of 0 and a variance of 1, to which `eps` is added: timm's
    ///   `StdConv2d`, as in BiT. With `gain` each kernel also has a learned factor of that name, times `gamma / √n`, n
    ///   the weights of a kernel: timm's `ScaledStdConv2d`, as in NFNets, where `gamma` depends on the activation
    ///   before: 1.7139588594436646 for `relu`.
    /// * `weight_norm` stores the length of each kernel apart from its direction, as
    ///   `torch.nn.utils.parametrizations.weight_norm` does, in `parametrizations.weight.original0` and
    ///   `original1`. `weight_norm = legacy` stores them as `torch.nn.utils.weight_norm` does, in `weight_g` and
    ///   `weight_v`.
    /// * `spectral_norm` divides the weights by the largest singular value of their matrix, which has a row for each
    ///   output channel, as `torch.nn.utils.parametrizations.spectral_norm` does. Two singular vectors are buffers
    ///   beside them, `parametrizations.weight.0._u` and `0._v`; training improves them, inference uses them as they
    ///   are. `spectral_norm = legacy` has the names `weight_orig`, `weight_u` and `weight_v`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([3, 28, 28] < conv(3, 20, 5) >);
    /// assert_eq!(s.output.dims(), [20, 24, 24]);
    /// assert_eq!((s.params, s.macs), (1_520, 864_000));
    ///
    /// // A kernel of 3 × 5 at stride 2, depthwise.
    /// let s = cnn!([8, 9, 9] < conv(8, 8, (3, 5), 2, padding = (1, 2), groups = 8) >);
    /// assert_eq!(s.output.dims(), [8, 5, 5]);
    ///
    /// // As TensorFlow pads: 0 before and 1 after.
    /// let s = cnn!([3, 224, 224] < conv(3, 32, 3, 2, same_upper) >);
    /// assert_eq!(s.output.dims(), [32, 112, 112]);
    ///
    /// let s = cnn!([3, 28, 28] < conv(3, 8, 3, padding = 1, padding_mode = reflect) >);
    /// assert_eq!(s.output.dims(), [8, 28, 28]);
    ///
    /// cnn! {
    ///     struct Net: [3, 28, 28] <
    ///         conv1: conv(3, 16, 3, 2, weight_standardization = true, gain = true);
    ///         conv2: conv(16, 16, 3, weight_norm = legacy, bias = false);
    ///     >
    /// }
    /// let names: Vec<String> = Net::GRAPH.state_dict().into_iter().map(|(name, _)| name).collect();
    /// assert_eq!(
    ///     names,
    ///     ["conv1.weight", "conv1.bias", "conv1.gain", "conv2.weight_g", "conv2.weight_v"],
    /// );
    /// ```
    #[doc(alias("Conv1d", "Conv2d", "Conv3d", "convolution", "Convolution1D", "Convolution2D",
        "Convolution3D", "Conv2dSame", "StdConv2d", "StdConv2dSame", "ScaledStdConv2d",
        "ScaledStdConv2dSame", "LazyConv1d", "LazyConv2d", "LazyConv3d"))]
    conv = Conv;

    /// A transposed convolution: PyTorch's
    /// [`ConvTranspose1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html),
    /// [`ConvTranspose2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html),
    /// [`ConvTranspose3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose3d.html).
    ///
    /// ```text
    /// conv_transpose(
    ///     in_channels,
    ///     out_channels,
    ///     kernel_size,
    ///     stride = 1,
    ///     padding = 0,
    ///     output_padding = 0,
    ///     groups = 1,
    ///     bias = true,
    ///     dilation = 1,
    ///     weight_norm = false,
    ///     spectral_norm = false,
    /// )
    /// ```
    ///
    /// Takes `[in_channels, I…]` to `[out_channels, O…]` with, along each axis,
    /// `O = (I − 1) × S − 2P + D × (K − 1) + Q + 1` ([`conv_transpose_size`](crate::geometry::conv_transpose_size)),
    /// where Q is the output padding, which must be smaller than the stride or the dilation. As in PyTorch, it always
    /// pads with zeros. `weight_norm` and `spectral_norm` work as in [`conv`], with a length for each input channel, which
    /// is the first dim of the weights, and a row of the matrix for each output channel of a group.
    ///
    /// It has `in_channels × out_channels / groups × ∏K` weights and `out_channels` biases, and takes
    /// `in_elements × out_channels / groups × ∏K` MACs; the bias is one operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < conv_transpose(64, 32, 2, 2) >);
    /// assert_eq!(s.output.dims(), [32, 14, 14]);
    /// ```
    #[doc(alias("ConvTranspose", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d",
        "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "deconv", "deconvolution",
        "transposed_conv", "transposed_conv2d", "Conv1DTranspose", "Conv2DTranspose",
        "Conv3DTranspose"))]
    conv_transpose = ConvTranspose;
}
