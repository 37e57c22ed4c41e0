//! Padding, upsampling, and windows as columns.

keywords! {
    /// Adds a margin: PyTorch's `ZeroPad`, `ReflectionPad`, `ReplicationPad` and `CircularPad` in 1-D, 2-D
    /// and 3-D.
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

    /// A finer grid over the spatial axes: PyTorch's `Upsample`.
    ///
    /// ```text
    /// upsample(scale_factor = …, mode = nearest, align_corners = false, size = …)
    /// ```
    ///
    /// Takes a `scale_factor` or a `size`, one for all axes or one for each. The factor is the first argument,
    /// where PyTorch has the size: `upsample(2)` doubles. It may be a fraction, and the size is rounded down; places
    /// are then scaled by the factor, as PyTorch does unless it is told `recompute_scale_factor`. A fraction is a
    /// literal, or a `const` of the `cnn!`: what only rustc knows has to be a `usize`. `mode` is `nearest`; `linear` in
    /// 1-D, `bilinear` and `bicubic` in 2-D, `trilinear` in 3-D.
    ///
    /// One operation for each value that is weighed in, per value of the output: none for `nearest`, 2 for
    /// `linear`, 4 for `bilinear`, 8 for `trilinear`, 16 for `bicubic`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < upsample(2, mode = bilinear) >);
    /// assert_eq!(s.output.dims(), [64, 14, 14]);
    ///
    /// let s = cnn!([64, 7, 7] < upsample((1.5, 2)); upsample(size = (28, 28), mode = bicubic) >);
    /// assert_eq!(s.rows.at(0).output.dims(), [64, 10, 14]);
    /// ```
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
    fold = Fold;
}
