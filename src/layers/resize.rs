//! Padding and upsampling.

keywords! {
    /// Pads the spatial axes: PyTorch's
    /// [`ZeroPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad2d.html),
    /// [`ReflectionPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad2d.html),
    /// [`ReplicationPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html) and
    /// [`CircularPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad2d.html) in 1-D, 2-D and
    /// 3-D.
    ///
    /// ```text
    /// pad(padding, mode = zeros)
    /// ```
    ///
    /// `padding` is one number for all sides, or, as in PyTorch, two for each axis, starting with the last:
    /// `(left, right, top, bottom)`. Negative numbers crop. `mode` is `zeros`, `reflect` (less than the size),
    /// `replicate` or `circular` (at most the size).
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([3, 28, 28] < pad((1, 2, 0, 0), mode = reflect) >);
    /// assert_eq!(s.output.dims(), [3, 28, 31]);
    /// ```
    #[doc(alias("ZeroPad1d", "ZeroPad2d", "ZeroPad3d", "ZeroPadding1D", "ZeroPadding2D",
        "ZeroPadding3D", "ConstantPad1d", "ConstantPad2d", "ConstantPad3d", "ReflectionPad1d",
        "ReflectionPad2d", "ReflectionPad3d", "ReplicationPad1d", "ReplicationPad2d",
        "ReplicationPad3d", "CircularPad1d", "CircularPad2d", "CircularPad3d"))]
    pad = Pad;

    /// Interpolates to a higher resolution: PyTorch's
    /// [`Upsample`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html).
    ///
    /// ```text
    /// upsample(scale_factor = …, mode = nearest, align_corners = false, size = …)
    /// ```
    ///
    /// Takes a `scale_factor` or a `size`, for all axes or for each. The first argument is the factor, not the size
    /// as in PyTorch: `upsample(2)` doubles the resolution. `mode` is `nearest`; `linear` in 1-D, `bilinear` and
    /// `bicubic` in 2-D, `trilinear` in 3-D.
    ///
    /// Operations per output value, one for each value that is interpolated: none for `nearest`, 2 for `linear`, 4
    /// for `bilinear`, 8 for `trilinear`, 16 for `bicubic`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < upsample(2, mode = bilinear) >);
    /// assert_eq!(s.output.dims(), [64, 14, 14]);
    /// ```
    #[doc(alias("UpsamplingNearest2d", "interpolate", "Resize", "UpSampling1D", "UpSampling2D",
        "UpSampling3D", "UpsamplingBilinear2d"))]
    upsample = Upsample;
}
