//! Padding and upsampling.

keywords! {
    /// Adds a margin: PyTorch's [`ZeroPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad2d.html),
    /// [`ReflectionPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad2d.html),
    /// [`ReplicationPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html) and
    /// [`CircularPad`](https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad2d.html) in 1-D, 2-D and
    /// 3-D.
    ///
    /// ```text
    /// pad(padding, mode = zeros)
    /// ```
    ///
    /// `padding` is one number for all sides, or two for each axis from the last axis inwards, as in
    /// PyTorch: `(left, right, top, bottom)`. Negative ones crop. `mode` is `zeros`, `reflect` (less than the
    /// size), `replicate` or `circular` (at most the size).
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([3, 28, 28] < pad((1, 2, 0, 0), mode = reflect) >);
    /// assert_eq!(s.output.dims(), [3, 28, 31]);
    /// ```
    pad = Pad;

    /// A finer grid over the spatial axes: PyTorch's
    /// [`Upsample`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html).
    ///
    /// ```text
    /// upsample(scale_factor = …, mode = nearest, align_corners = false, size = …)
    /// ```
    ///
    /// Takes a `scale_factor` or a `size`, one for all axes or one for each. The factor is the first argument,
    /// where PyTorch has the size: `upsample(2)` doubles. `mode` is `nearest`; `linear` in
    /// 1-D, `bilinear` and `bicubic` in 2-D, `trilinear` in 3-D.
    ///
    /// One operation for each value that is weighed in, per value of the output: none for `nearest`, 2 for
    /// `linear`, 4 for `bilinear`, 8 for `trilinear`, 16 for `bicubic`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < upsample(2, mode = bilinear) >);
    /// assert_eq!(s.output.dims(), [64, 14, 14]);
    /// ```
    upsample = Upsample;
}
