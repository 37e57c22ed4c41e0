//! Functions of single values.

keywords! {
    /// Multiplies by a fixed factor: `factor × x`.
    ///
    /// ```text
    /// scale(factor)
    /// ```
    ///
    /// Keeps the shape. One operation per value. For a learnable factor, see
    /// [`layer_scale`](crate::layers::layer_scale) and [`parameter`](crate::layers::parameter).
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < residual { conv(64, 64, 3, padding = 1); scale(0.2) } >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    scale = Scale;

    /// Adds a fixed offset: `x + offset`.
    ///
    /// ```text
    /// shift(offset)
    /// ```
    ///
    /// Keeps the shape. One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < tanh; shift(1.0) >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    shift = Shift;

    /// Raises each value to a power: PyTorch's
    /// [`torch.pow`](https://docs.pytorch.org/docs/stable/generated/torch.pow.html).
    ///
    /// ```text
    /// pow(exponent)
    /// ```
    ///
    /// Keeps the shape. One operation per value. For negative values the result is NaN unless the exponent is an
    /// integer.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < pow(2.0) >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    #[doc(alias("power"))]
    pow = Pow;

    /// The square root of each value: PyTorch's
    /// [`torch.sqrt`](https://docs.pytorch.org/docs/stable/generated/torch.sqrt.html).
    ///
    /// ```text
    /// sqrt
    /// ```
    ///
    /// Keeps the shape. One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < relu; sqrt >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    sqrt = Sqrt;

    /// `eˣ`: PyTorch's [`torch.exp`](https://docs.pytorch.org/docs/stable/generated/torch.exp.html).
    ///
    /// ```text
    /// exp
    /// ```
    ///
    /// Keeps the shape. One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < exp >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    #[doc(alias("exponential"))]
    exp = Exp;

    /// The natural logarithm of each value: PyTorch's
    /// [`torch.log`](https://docs.pytorch.org/docs/stable/generated/torch.log.html).
    ///
    /// ```text
    /// log
    /// ```
    ///
    /// Keeps the shape. One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < sigmoid; log >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    log = Log;

    /// `|x|`: PyTorch's [`torch.abs`](https://docs.pytorch.org/docs/stable/generated/torch.abs.html).
    ///
    /// ```text
    /// abs
    /// ```
    ///
    /// Keeps the shape. One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([4096] < abs >);
    /// assert_eq!(s.output.dims(), [4096]);
    /// ```
    #[doc(alias("absolute"))]
    abs = Abs;

    /// `min(max(x, min), max)`: PyTorch's
    /// [`torch.clamp`](https://docs.pytorch.org/docs/stable/generated/torch.clamp.html).
    ///
    /// ```text
    /// clamp(min = …, max = …)
    /// ```
    ///
    /// Keeps the shape. Either bound may be omitted. One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < clamp(min = 0.0, max = 1.0) >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    #[doc(alias("Clip", "clip_by_value"))]
    clamp = Clamp;
}
