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
    #[doc(alias("drop"))]
    dropout = Dropout;

    /// In training, sets all values of a channel to 0 with probability `p`: PyTorch's
    /// [`Dropout1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout1d.html),
    /// [`Dropout2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html),
    /// [`Dropout3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout3d.html), named as in `torch.feature_dropout`.
    ///
    /// ```text
    /// feature_dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. It does nothing at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 28, 28] < feature_dropout(0.1) >);
    /// assert_eq!(s.output.dims(), [64, 28, 28]);
    /// ```
    #[doc(alias("Dropout1d", "Dropout2d", "Dropout3d", "SpatialDropout1D", "SpatialDropout2D",
        "SpatialDropout3D"))]
    feature_dropout = FeatureDropout;

    /// In training, sets values with probability `p` to what `selu` makes of −∞, then scales and shifts all of them to
    /// keep a mean of 0 and a variance of 1: PyTorch's
    /// [`AlphaDropout`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html).
    ///
    /// ```text
    /// alpha_dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. It does nothing at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([500] < selu; alpha_dropout(0.05) >);
    /// assert_eq!(s.output.dims(), [500]);
    /// ```
    #[doc(alias("AlphaDropout"))]
    alpha_dropout = AlphaDropout;

    /// `alpha_dropout` of all values of a channel at once: PyTorch's
    /// [`FeatureAlphaDropout`](https://docs.pytorch.org/docs/stable/generated/torch.nn.FeatureAlphaDropout.html).
    ///
    /// ```text
    /// feature_alpha_dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. It does nothing at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 28, 28] < selu; feature_alpha_dropout(0.05) >);
    /// assert_eq!(s.output.dims(), [64, 28, 28]);
    /// ```
    #[doc(alias("FeatureAlphaDropout"))]
    feature_alpha_dropout = FeatureAlphaDropout;

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
