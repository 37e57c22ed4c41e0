//! Dropout, learnable scales and the identity.

keywords! {
    /// In training, sets values to 0 with probability `p`: PyTorch's
    /// [`Dropout`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html).
    ///
    /// ```text
    /// dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. It has no effect at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([500] < dropout(0.2) >);
    /// assert_eq!(s.output.dims(), [500]);
    /// ```
    #[doc(alias("Dropout1d", "Dropout2d", "Dropout3d", "drop"))]
    dropout = Dropout;

    /// In training, sets whole samples to 0 with probability `p`: torchvision's
    /// [`StochasticDepth`](https://docs.pytorch.org/vision/stable/generated/torchvision.ops.StochasticDepth.html)
    /// with the mode `row`. It belongs at the end of a residual branch.
    ///
    /// ```text
    /// stochastic_depth(p)
    /// ```
    ///
    /// Keeps the shape. It has no effect at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([96, 56, 56] < stochastic_depth(0.1) >);
    /// assert_eq!(s.output.dims(), [96, 56, 56]);
    /// ```
    #[doc(alias("StochasticDepth", "DropPath", "drop_path"))]
    stochastic_depth = StochasticDepth;

    /// A learnable scale per channel, as in ConvNeXt.
    ///
    /// ```text
    /// layer_scale(num_channels = _, dim = 1, flat = false)
    /// ```
    ///
    /// Keeps the shape. In the `state_dict`, the tensor has the name of the layer, without a suffix. For an image,
    /// its shape is `[num_channels, 1, 1]`, as in torchvision, or `[num_channels]` with `flat`, as in timm. `dim` is
    /// the dim of the channels, where 0 is the batch: after a `permute` it may be −1, the last. One operation per
    /// value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! { struct Net: [96, 56, 56] < gamma: layer_scale(flat = true) > }
    /// assert_eq!(Net::PARAMS, 96);
    /// assert_eq!(Net::GRAPH.state_dict()[0].0, "gamma");
    /// assert_eq!(Net::GRAPH.state_dict()[0].1.dims(), [96]);
    /// ```
    #[doc(alias("LayerScale"))]
    layer_scale = LayerScale;

    /// Passes its input on: PyTorch's
    /// [`Identity`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Identity.html).
    ///
    /// ```text
    /// identity
    /// ```
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < identity >);
    /// assert_eq!(s.output.dims(), [64, 7, 7]);
    /// ```
    #[doc(alias("skip", "noop"))]
    identity = Identity;
}
