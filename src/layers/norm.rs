//! Normalization.

keywords! {
    /// Normalizes each channel over batch and space: PyTorch's
    /// [`BatchNorm1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html),
    /// [`BatchNorm2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html),
    /// [`BatchNorm3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm3d.html). Without a label it
    /// is called `bn1`, `bn2`, …
    ///
    /// ```text
    /// batchnorm(
    ///     num_features = _,
    ///     eps = 1e-5,
    ///     momentum = 0.1,
    ///     affine = true,
    ///     track_running_stats = true,
    /// )
    /// ```
    ///
    /// Keeps the shape, which may also be `[features]`. `num_features` may be omitted; otherwise it is checked
    /// against the input.
    ///
    /// It learns a scale and a shift per channel, and has a running mean and variance per channel as buffers. Folded
    /// into one scale and one shift, it takes two operations per value, or one without `affine`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 56, 56] < batchnorm >);
    /// assert_eq!(s.output.dims(), [64, 56, 56]);
    /// assert_eq!((s.params, s.buffers), (128, 128));
    /// ```
    #[doc(alias("BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm", "bn",
        "BatchNormalization", "LazyBatchNorm1d", "LazyBatchNorm2d", "LazyBatchNorm3d"))]
    batchnorm = BatchNorm;

    /// A batch normalization whose scale, shift and statistics are fixed, as in torchvision's detectors:
    /// [`torchvision.ops.FrozenBatchNorm2d`](https://docs.pytorch.org/vision/stable/generated/torchvision.ops.FrozenBatchNorm2d.html).
    /// Without a label it is called `bn1`, `bn2`, …
    ///
    /// ```text
    /// frozen_batchnorm(num_features = _, eps = 1e-5)
    /// ```
    ///
    /// Keeps the shape, which may also be `[features]`. The scale, shift, mean and variance of each channel are
    /// buffers, also in training; there are no parameters. Folded into one scale and one shift, it takes two
    /// operations per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 56, 56] < frozen_batchnorm >);
    /// assert_eq!(s.output.dims(), [64, 56, 56]);
    /// assert_eq!((s.params, s.buffers), (0, 256));
    /// ```
    #[doc(alias("FrozenBatchNorm", "FrozenBatchNorm2d", "FrozenBatchNormAct2d"))]
    frozen_batchnorm = FrozenBatchNorm;

    /// Normalizes each channel of each sample over space: PyTorch's
    /// [`InstanceNorm1d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html),
    /// [`InstanceNorm2d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html),
    /// [`InstanceNorm3d`](https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm3d.html).
    ///
    /// ```text
    /// instancenorm(
    ///     num_features = _,
    ///     eps = 1e-5,
    ///     momentum = 0.1,
    ///     affine = false,
    ///     track_running_stats = false,
    /// )
    /// ```
    ///
    /// Keeps the shape, which must have more than one spatial value. With `affine`, it learns a scale and a shift per
    /// channel. As in PyTorch, `num_features` is only used with `affine`.
    ///
    /// Four operations per value, five with `affine`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 56, 56] < instancenorm(affine = true) >);
    /// assert_eq!(s.output.dims(), [64, 56, 56]);
    /// ```
    #[doc(alias("InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "InstanceNormalization"))]
    instancenorm = InstanceNorm;

    /// Normalizes groups of channels of each sample: PyTorch's
    /// [`GroupNorm`](https://docs.pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html).
    ///
    /// ```text
    /// groupnorm(num_groups, num_channels = _, eps = 1e-5, affine = true)
    /// ```
    ///
    /// Keeps the shape. `num_groups` must divide the channels. It learns a scale and a shift per channel.
    ///
    /// Five operations per value, four without `affine`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 56, 56] < groupnorm(32) >);
    /// assert_eq!(s.output.dims(), [64, 56, 56]);
    /// ```
    #[doc(alias("group_norm", "GroupNormalization"))]
    groupnorm = GroupNorm;

    /// Normalizes each sample over its last axes: PyTorch's
    /// [`LayerNorm`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html).
    ///
    /// ```text
    /// layernorm(
    ///     normalized_shape = _,
    ///     eps = 1e-5,
    ///     elementwise_affine = true,
    ///     bias = true,
    ///     channels_first = false,
    /// )
    /// ```
    ///
    /// Keeps the shape, which must end with `normalized_shape`; `_` is the whole shape. It learns a scale and a shift
    /// per normalized value.
    ///
    /// With `channels_first`, it normalizes the channels at each position instead, like the `LayerNorm2d` of
    /// ConvNeXt, and `normalized_shape` is the number of channels.
    ///
    /// Five operations per value, four without `elementwise_affine`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([56, 56, 96] < layernorm(96) >);
    /// assert_eq!(s.output.dims(), [56, 56, 96]);
    /// ```
    #[doc(alias("layer_norm", "LayerNormalization", "ln"))]
    layernorm = LayerNorm;

    /// Local response normalization over `size` neighbouring channels, as in AlexNet: PyTorch's
    /// [`LocalResponseNorm`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html).
    ///
    /// ```text
    /// lrn(size, alpha = 0.0001, beta = 0.75, k = 1.0)
    /// ```
    ///
    /// Keeps the shape, which needs at least one spatial axis. `size + 5` operations per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([96, 55, 55] < lrn(5) >);
    /// assert_eq!(s.output.dims(), [96, 55, 55]);
    /// ```
    #[doc(alias("LocalResponseNorm", "LocalResponseNormalization", "CrossMapLRN2d"))]
    lrn = Lrn;

    /// Divides by the root of the mean of the squares, over the last axes of each sample: PyTorch's
    /// [`RMSNorm`](https://docs.pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html).
    ///
    /// ```text
    /// rmsnorm(normalized_shape = _, eps = 1.1920929e-7, elementwise_affine = true)
    /// ```
    ///
    /// Keeps the shape, which must end with `normalized_shape`; `_` is the whole shape. It learns a scale per
    /// normalized value. The default of `eps` is PyTorch's for `f32`.
    ///
    /// Four operations per value, three without `elementwise_affine`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([196, 768] < rmsnorm(768) >);
    /// assert_eq!(s.output.dims(), [196, 768]);
    /// ```
    #[doc(alias("rms_norm", "RMSNormalization"))]
    rmsnorm = RmsNorm;

    /// Global response normalization, as in ConvNeXt V2: timm's `GlobalResponseNorm`.
    ///
    /// ```text
    /// grn(num_channels = _, dim = 1, eps = 1e-6)
    /// ```
    ///
    /// Keeps the shape. Each channel is scaled by its norm over all positions, relative to the mean of the norms of all
    /// channels. `dim` says where the channels are; in timm's `Mlp` they are last, −1. It learns a scale and a shift
    /// per channel.
    ///
    /// Six operations per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([384, 56, 56] < grn >);
    /// assert_eq!(s.output.dims(), [384, 56, 56]);
    /// ```
    #[doc(alias("GlobalResponseNorm", "global_response_norm"))]
    grn = Grn;

    /// Divides the values along a dim by their norm: PyTorch's
    /// [`torch.nn.functional.normalize`](https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.normalize.html).
    ///
    /// ```text
    /// normalize(p = 2.0, dim = 1, eps = 1e-12)
    /// ```
    ///
    /// Keeps the shape. As in PyTorch, `dim` counts the batch as 0, so the channels are 1. Where the norm is less than
    /// `eps`, the values are divided by `eps`.
    ///
    /// Three operations per value: a power, its sum and a quotient.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([512, 38, 38] < normalize >);
    /// assert_eq!(s.output.dims(), [512, 38, 38]);
    /// ```
    #[doc(alias("LpNormalization", "UnitNormalization"))]
    normalize = Normalize;
}
