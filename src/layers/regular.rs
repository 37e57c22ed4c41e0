//! Layers that matter while training, and layers that do next to nothing.

keywords! {
    /// While training, sets values to 0 with probability `p`: PyTorch's `Dropout`.
    ///
    /// ```text
    /// dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. Nothing happens at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([500] < dropout(0.2) >);
    /// assert_eq!(s.output.dims(), [500]);
    /// ```
    dropout = Dropout;

    /// While training, sets all values of a channel to 0 with probability `p`: PyTorch's `Dropout1d`, `Dropout2d`,
    /// `Dropout3d`, under the name of `torch.feature_dropout`.
    ///
    /// ```text
    /// feature_dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. Nothing happens at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 28, 28] < feature_dropout(0.1) >);
    /// assert_eq!(s.output.dims(), [64, 28, 28]);
    /// ```
    feature_dropout = FeatureDropout;

    /// While training, sets values with probability `p` to what `selu` makes of −∞, and scales and shifts all of them
    /// so that a mean of 0 and a variance of 1 stay: PyTorch's `AlphaDropout`.
    ///
    /// ```text
    /// alpha_dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. Nothing happens at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([500] < selu; alpha_dropout(0.05) >);
    /// assert_eq!(s.output.dims(), [500]);
    /// ```
    alpha_dropout = AlphaDropout;

    /// The same for all values of a channel at once: PyTorch's `FeatureAlphaDropout`.
    ///
    /// ```text
    /// feature_alpha_dropout(p = 0.5)
    /// ```
    ///
    /// Keeps the shape. Nothing happens at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 28, 28] < selu; feature_alpha_dropout(0.05) >);
    /// assert_eq!(s.output.dims(), [64, 28, 28]);
    /// ```
    feature_alpha_dropout = FeatureAlphaDropout;

    /// While training, sets whole samples to 0 with probability `p`: torchvision's `StochasticDepth` in its
    /// mode `row`. It stands at the end of a residual branch.
    ///
    /// ```text
    /// stochastic_depth(p)
    /// ```
    ///
    /// Keeps the shape. Nothing happens at inference.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([96, 56, 56] < stochastic_depth(0.1) >);
    /// assert_eq!(s.output.dims(), [96, 56, 56]);
    /// ```
    stochastic_depth = StochasticDepth;

    /// A learned factor for each channel, as in ConvNeXt.
    ///
    /// ```text
    /// layer_scale(num_channels = _, dim = 1, flat = false)
    /// ```
    ///
    /// Keeps the shape. In the `state_dict` the factors have the name of the layer, without a suffix. On an image
    /// they are `[num_channels, 1, 1]`, as in torchvision, or with `flat` `[num_channels]`, as in timm. `dim` says
    /// where the channels are, and counts the batch axis as 0: after `permute` they may be the last dim, −1.
    /// One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! { struct Net: [96, 56, 56] < gamma: layer_scale(flat = true) > }
    /// assert_eq!(Net::PARAMS, 96);
    /// assert_eq!(Net::GRAPH.state_dict()[0].0, "gamma");
    /// assert_eq!(Net::GRAPH.state_dict()[0].1.dims(), [96]);
    /// ```
    layer_scale = LayerScale;

    /// Passes on what arrives: PyTorch's `Identity`.
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
    identity = Identity;
}
