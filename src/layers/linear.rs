//! Fully connected layers.

#[cfg(doc)]
use super::conv;

keywords! {
    /// A fully connected layer on all values: `Flatten`, then PyTorch's
    /// [`Linear`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html). It may follow a convolution
    /// directly.
    ///
    /// ```text
    /// fc(
    ///     in_features,
    ///     out_features,
    ///     bias = true,
    ///     weight_norm = false,
    ///     spectral_norm = false,
    /// )
    /// ```
    ///
    /// Takes a shape with `in_features` values in total to `[out_features]`. `in_features` may be `_`.
    ///
    /// It has `in_features × out_features` weights and `out_features` biases, and takes
    /// `in_features × out_features` MACs; the bias is one operation per value. `weight_norm` and
    /// `spectral_norm` store the weights in another form, as in [`conv`].
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([50, 4, 4] < fc(50 * 4 * 4, 500) >);
    /// assert_eq!(s.output.dims(), [500]);
    /// assert_eq!((s.params, s.macs), (400_500, 400_000));
    /// ```
    #[doc(alias("fully_connected", "FullyConnected", "Dense", "Gemm", "InnerProduct", "LazyDense"))]
    fc = Fc;

    /// PyTorch's [`Linear`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html): a fully connected
    /// layer on the last axis, at each position of the others.
    ///
    /// ```text
    /// linear(
    ///     in_features,
    ///     out_features,
    ///     bias = true,
    ///     weight_norm = false,
    ///     spectral_norm = false,
    /// )
    /// ```
    ///
    /// Takes `[…, in_features]` to `[…, out_features]`. `in_features` may be `_`. To connect all values of
    /// an image, use [`fc`].
    ///
    /// It has `in_features × out_features` weights and `out_features` biases, and takes
    /// `out_elements × in_features` MACs; the bias is one operation per value. `weight_norm` and
    /// `spectral_norm` store the weights in another form, as in [`conv`].
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([56, 56, 96] < linear(96, 384) >);
    /// assert_eq!(s.output.dims(), [56, 56, 384]);
    /// ```
    #[doc(alias("LazyLinear"))]
    linear = Linear;
}
