//! Padding, upsampling, and windows as columns.

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
    /// as in PyTorch: `upsample(2)` doubles the resolution. A factor may be a fraction; the size is then rounded down,
    /// and positions are scaled by the factor, as PyTorch does without `recompute_scale_factor`. A fraction must be a
    /// literal or a `const` of the `cnn!`; what only rustc knows must be a `usize`. `mode` is `nearest`; `linear` in
    /// 1-D, `bilinear` and `bicubic` in 2-D, `trilinear` in 3-D.
    ///
    /// Operations per output value, one for each value that is interpolated: none for `nearest`, 2 for `linear`, 4
    /// for `bilinear`, 8 for `trilinear`, 16 for `bicubic`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < upsample(2, mode = bilinear) >);
    /// assert_eq!(s.output.dims(), [64, 14, 14]);
    ///
    /// let s = cnn!([64, 7, 7] < upsample((1.5, 2)); upsample(size = (28, 28), mode = bicubic) >);
    /// assert_eq!(s.rows.at(0).output.dims(), [64, 10, 14]);
    /// ```
    #[doc(alias("UpsamplingNearest2d", "upsample_nearest", "interpolate", "Resize", "UpSampling1D",
        "UpSampling2D", "UpSampling3D", "UpsamplingBilinear2d", "upsample_bilinear"))]
    upsample = Upsample;

    /// The values under a window as columns: PyTorch's `Unfold`.
    ///
    /// ```text
    /// unfold(kernel_size, dilation = 1, padding = 0, stride = 1)
    /// ```
    ///
    /// Takes `[channels, height, width]` to `[channels × ∏K, L]`, where L is the number of places of the window. A column
    /// has the values of a channel after each other, row by row, with zeros in the padding. No operations.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([3, 32, 32] < unfold(4, stride = 4) >);
    /// assert_eq!(s.output.dims(), [48, 64]);
    /// ```
    #[doc(alias("im2col"))]
    unfold = Unfold;

    /// Columns put back to where a window has its places, added where they overlap: PyTorch's `Fold`.
    ///
    /// ```text
    /// fold(output_size, kernel_size, dilation = 1, padding = 0, stride = 1)
    /// ```
    ///
    /// Takes `[channels × ∏K, L]` to `[channels, height, width]`, where `output_size` is height and width, and L the number
    /// of places that the window has in it. One operation per value that arrives.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([3, 32, 32] < unfold(4, stride = 4); fold(32, 4, stride = 4) >);
    /// assert_eq!(s.output.dims(), [3, 32, 32]);
    /// ```
    #[doc(alias("Col2Im"))]
    fold = Fold;
}
