//! Pooling.

#[cfg(doc)]
use super::conv;

keywords! {
    /// The maximum of each window: PyTorch's
    /// [`MaxPool1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html),
    /// [`MaxPool2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html),
    /// [`MaxPool3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool3d.html).
    ///
    /// ```text
    /// maxpool(
    ///     kernel_size,
    ///     stride = …,
    ///     padding = 0,
    ///     dilation = 1,
    ///     return_indices = false,
    ///     ceil_mode = false,
    /// )
    /// ```
    ///
    /// Keeps the channels. Each axis has as many values as the window has positions
    /// ([`pool_size`](crate::geometry::pool_size)). The stride defaults to the kernel size. The padding is at most
    /// half the kernel, or `same_upper` or `same_lower` as in [`conv`], and never the largest value. With
    /// `ceil_mode`, the last window may extend past the end. A layer has one output, so `return_indices` exists only
    /// to keep the positions of PyTorch, and must be `false`.
    ///
    /// One operation per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([20, 24, 24] < maxpool(2) >);
    /// assert_eq!(s.output.dims(), [20, 12, 12]);
    /// ```
    #[doc(alias("MaxPool1d", "MaxPool2d", "MaxPool3d", "max_pool", "max_pool1d", "max_pool2d",
        "max_pool3d", "MaxPooling1D", "MaxPooling2D", "MaxPooling3D", "MaxPool2dSame"))]
    maxpool = MaxPool;

    /// The mean of each window: PyTorch's
    /// [`AvgPool1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html),
    /// [`AvgPool2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html),
    /// [`AvgPool3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool3d.html).
    ///
    /// ```text
    /// avgpool(
    ///     kernel_size,
    ///     stride = …,
    ///     padding = 0,
    ///     ceil_mode = false,
    ///     count_include_pad = true,
    /// )
    /// ```
    ///
    /// Keeps the channels. Each axis has as many values as the window has positions
    /// ([`pool_size`](crate::geometry::pool_size)). The stride defaults to the kernel size. The padding is at most
    /// half the kernel, or `same_upper` or `same_lower` as in [`conv`]; TensorFlow then counts no padding,
    /// `count_include_pad = false`. In 3-D, the kernel must fit into the input without its padding,
    /// unless that is `same_upper` or `same_lower`.
    ///
    /// One operation per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 7, 7] < avgpool(3, 2, ceil_mode = true) >);
    /// assert_eq!(s.output.dims(), [8, 3, 3]);
    /// ```
    #[doc(alias("AvgPool1d", "AvgPool2d", "AvgPool3d", "avg_pool", "avg_pool1d", "avg_pool2d",
        "avg_pool3d", "AveragePooling1D", "AveragePooling2D", "AveragePooling3D", "averagepool",
        "meanpool", "AvgPool2dSame"))]
    avgpool = AvgPool;

    /// The norm of each window, `(Σ xᵖ)^(1/p)`: PyTorch's
    /// [`LPPool1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool1d.html),
    /// [`LPPool2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool2d.html),
    /// [`LPPool3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LPPool3d.html).
    ///
    /// ```text
    /// lp_pool(norm_type, kernel_size, stride = …, ceil_mode = false)
    /// ```
    ///
    /// Keeps the channels. Each axis has as many values as the window has positions
    /// ([`pool_size`](crate::geometry::pool_size)). `norm_type` is p; the stride defaults to the kernel size. As in
    /// PyTorch, powers keep their signs, so the root of a sum may be NaN if p is odd; and with `ceil_mode`, a window
    /// that extends past the end counts as if its values filled it. In 3-D, the kernel must fit into the input.
    ///
    /// Two operations per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([20, 24, 24] < lp_pool(2.0, 3, 2) >);
    /// assert_eq!(s.output.dims(), [20, 11, 11]);
    /// ```
    #[doc(alias("LpPool", "LPPool1d", "LPPool2d", "LPPool3d", "lp_pool1d", "lp_pool2d",
        "lp_pool3d"))]
    lp_pool = LpPool;

    /// The mean of each window, weighted by binomial coefficients, so that a stride does not alias: timm's
    /// `BlurPool2d`, also in 1-D and 3-D.
    ///
    /// ```text
    /// blur_pool(channels = _, filt_size = 3, stride = 2, pad_mode = reflect)
    /// ```
    ///
    /// Keeps the channels. The window has `filt_size` values along each axis, and the input is padded by
    /// `(stride − 1 + filt_size − 1) / 2` on both sides, as `pad_mode` says. It has no tensors: what timm calls `filt`
    /// is not stored. `maxpool(2, 1); blur_pool` is the anti-aliased max pool of Zhang's "Making Convolutional Networks
    /// Shift-Invariant Again".
    ///
    /// One operation per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 56, 56] < blur_pool >);
    /// assert_eq!(s.output.dims(), [64, 28, 28]);
    /// assert_eq!(s.params, 0);
    /// ```
    #[doc(alias("BlurPool", "BlurPool1d", "BlurPool2d", "BlurPool3d"))]
    blur_pool = BlurPool;

    /// The mean of windows that divide each axis evenly: PyTorch's
    /// [`AdaptiveAvgPool1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html),
    /// [`AdaptiveAvgPool2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html),
    /// [`AdaptiveAvgPool3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool3d.html).
    ///
    /// ```text
    /// adaptive_avgpool(output_size)
    /// ```
    ///
    /// Keeps the channels. Each axis gets the given size; `_` keeps its size.
    ///
    /// One operation per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([512, 7, 7] < adaptive_avgpool(1) >);
    /// assert_eq!(s.output.dims(), [512, 1, 1]);
    ///
    /// let s = cnn!([8, 9, 5] < adaptive_avgpool((3, _)) >);
    /// assert_eq!(s.output.dims(), [8, 3, 5]);
    /// ```
    #[doc(alias("AdaptiveAvgPool", "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d",
        "adaptive_avg_pool", "adaptive_avg_pool1d", "adaptive_avg_pool2d", "adaptive_avg_pool3d",
        "GlobalAveragePool", "GlobalAvgPool", "GlobalAvgPool1D", "GlobalAvgPool2D",
        "GlobalAvgPool3D", "SelectAdaptivePool2d", "GlobalAveragePooling1D",
        "GlobalAveragePooling2D", "GlobalAveragePooling3D"))]
    adaptive_avgpool = AdaptiveAvgPool;

    /// The maximum of windows that divide each axis evenly: PyTorch's
    /// [`AdaptiveMaxPool1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool1d.html),
    /// [`AdaptiveMaxPool2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html),
    /// [`AdaptiveMaxPool3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool3d.html).
    ///
    /// ```text
    /// adaptive_maxpool(output_size)
    /// ```
    ///
    /// Keeps the channels. Each axis gets the given size; `_` keeps its size.
    ///
    /// One operation per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([512, 7, 7] < adaptive_maxpool(1) >);
    /// assert_eq!(s.output.dims(), [512, 1, 1]);
    ///
    /// let s = cnn!([8, 9, 5] < adaptive_maxpool((3, _)) >);
    /// assert_eq!(s.output.dims(), [8, 3, 5]);
    /// ```
    #[doc(alias("AdaptiveMaxPool", "AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d",
        "adaptive_max_pool", "adaptive_max_pool1d", "adaptive_max_pool2d", "adaptive_max_pool3d",
        "GlobalMaxPool", "GlobalMaxPool1D", "GlobalMaxPool2D", "GlobalMaxPool3D",
        "GlobalMaxPooling1D", "GlobalMaxPooling2D", "GlobalMaxPooling3D"))]
    adaptive_maxpool = AdaptiveMaxPool;
}
