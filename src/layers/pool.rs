//! Pooling.

#[cfg(doc)]
use super::conv;

keywords! {
    /// The largest value in each window: PyTorch's
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
    /// Keeps the channels. Each axis has as many values as the window has places
    /// ([`pool_size`](crate::geometry::pool_size)). The stride is the kernel's size unless it is given, the
    /// padding at most half of it, or `same_upper` or `same_lower` as in [`conv`]; it never is the largest value.
    /// With `ceil_mode` the last window may hang over the end. A layer has one output, so `return_indices` is
    /// only there to be passed by position, and is always `false`.
    ///
    /// One operation per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([20, 24, 24] < maxpool(2) >);
    /// assert_eq!(s.output.dims(), [20, 12, 12]);
    /// ```
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
    /// Keeps the channels. Each axis has as many values as the window has places
    /// ([`pool_size`](crate::geometry::pool_size)). The stride is the kernel's size unless it is given, the
    /// padding at most half of it, or `same_upper` or `same_lower` as in [`conv`]; TensorFlow then counts no
    /// padding, `count_include_pad = false`. In 3-D the kernel has to fit into the input without its padding.
    ///
    /// One operation per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 7, 7] < avgpool(3, 2, ceil_mode = true) >);
    /// assert_eq!(s.output.dims(), [8, 3, 3]);
    /// ```
    avgpool = AvgPool;

    /// The mean of windows that divide each axis evenly: PyTorch's
    /// [`AdaptiveAvgPool1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html),
    /// [`AdaptiveAvgPool2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html),
    /// [`AdaptiveAvgPool3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool3d.html).
    ///
    /// ```text
    /// adaptive_avgpool(output_size)
    /// ```
    ///
    /// Keeps the channels. Each axis gets the size that is asked for; `_` keeps it as it is.
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
    adaptive_avgpool = AdaptiveAvgPool;

    /// The largest value of windows that divide each axis evenly: PyTorch's
    /// [`AdaptiveMaxPool1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool1d.html),
    /// [`AdaptiveMaxPool2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html),
    /// [`AdaptiveMaxPool3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool3d.html).
    ///
    /// ```text
    /// adaptive_maxpool(output_size)
    /// ```
    ///
    /// Keeps the channels. Each axis gets the size that is asked for; `_` keeps it as it is.
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
    adaptive_maxpool = AdaptiveMaxPool;
}
