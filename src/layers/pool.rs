//! Pooling.

#[cfg(doc)]
use super::conv;

keywords! {
    /// The largest value in each window: PyTorch's `MaxPool1d`, `MaxPool2d`, `MaxPool3d`.
    ///
    /// ```text
    /// maxpool(kernel_size, stride = …, padding = 0, dilation = 1, return_indices = false, ceil_mode = false)
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

    /// The mean of each window: PyTorch's `AvgPool1d`, `AvgPool2d`, `AvgPool3d`.
    ///
    /// ```text
    /// avgpool(kernel_size, stride = …, padding = 0, ceil_mode = false, count_include_pad = true)
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

    /// The norm of each window, `(Σ xᵖ)^(1/p)`: PyTorch's `LPPool1d`, `LPPool2d`, `LPPool3d`.
    ///
    /// ```text
    /// lp_pool(norm_type, kernel_size, stride = …, ceil_mode = false)
    /// ```
    ///
    /// Keeps the channels. Each axis has as many values as the window has places
    /// ([`pool_size`](crate::geometry::pool_size)). `norm_type` is p; the stride is the kernel's size unless it is
    /// given. As in PyTorch, powers keep their signs, so that the root of a sum may be not a number where p is odd, and
    /// with `ceil_mode` a window that hangs over the end counts as if its values filled it.
    ///
    /// Two operations per value of every window.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([20, 24, 24] < lp_pool(2.0, 3, 2) >);
    /// assert_eq!(s.output.dims(), [20, 11, 11]);
    /// ```
    lp_pool = LpPool;

    /// A mean of each window, weighed by binomial coefficients, so that nothing is lost where a stride leaves values
    /// out: timm's `BlurPool2d`, also in 1-D and 3-D.
    ///
    /// ```text
    /// blur_pool(channels = _, filt_size = 3, stride = 2, pad_mode = reflect)
    /// ```
    ///
    /// Keeps the channels. The window has `filt_size` values along each axis, the input is padded by
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
    blur_pool = BlurPool;

    /// The mean of windows that divide each axis evenly: PyTorch's `AdaptiveAvgPool1d`,
    /// `AdaptiveAvgPool2d`, `AdaptiveAvgPool3d`.
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

    /// The largest value of windows that divide each axis evenly: PyTorch's `AdaptiveMaxPool1d`,
    /// `AdaptiveMaxPool2d`, `AdaptiveMaxPool3d`.
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
