//! Reductions.

keywords! {
    /// The mean along some dims: PyTorch's
    /// [`torch.mean`](https://docs.pytorch.org/docs/stable/generated/torch.mean.html).
    ///
    /// ```text
    /// mean(dim, keepdim = false)
    /// ```
    ///
    /// Dims are counted as in PyTorch: 0 is the batch, which must stay, 1 the channels, and −1 the last dim. They are
    /// removed from the shape, or kept with a size of 1 with `keepdim`. One operation per input value, and one per
    /// output value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < mean([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    #[doc(alias("ReduceMean", "reduce_mean"))]
    mean = Mean;

    /// The sum along some dims: PyTorch's
    /// [`torch.sum`](https://docs.pytorch.org/docs/stable/generated/torch.sum.html).
    ///
    /// ```text
    /// sum(dim, keepdim = false)
    /// ```
    ///
    /// Dims are counted as in PyTorch: 0 is the batch, which must stay, 1 the channels, and −1 the last dim. They are
    /// removed from the shape, or kept with a size of 1 with `keepdim`. One operation per input value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < sum([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    #[doc(alias("ReduceSum", "reduce_sum"))]
    sum = Sum;

    /// The maximum along some dims: PyTorch's
    /// [`torch.amax`](https://docs.pytorch.org/docs/stable/generated/torch.amax.html).
    ///
    /// ```text
    /// amax(dim, keepdim = false)
    /// ```
    ///
    /// Dims are counted as in PyTorch: 0 is the batch, which must stay, 1 the channels, and −1 the last dim. They are
    /// removed from the shape, or kept with a size of 1 with `keepdim`. One operation per input value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < amax([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    #[doc(alias("ReduceMax", "reduce_max"))]
    amax = Amax;

    /// The minimum along some dims: PyTorch's
    /// [`torch.amin`](https://docs.pytorch.org/docs/stable/generated/torch.amin.html).
    ///
    /// ```text
    /// amin(dim, keepdim = false)
    /// ```
    ///
    /// Dims are counted as in PyTorch: 0 is the batch, which must stay, 1 the channels, and −1 the last dim. They are
    /// removed from the shape, or kept with a size of 1 with `keepdim`. One operation per input value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < amin([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    #[doc(alias("ReduceMin", "reduce_min"))]
    amin = Amin;

    /// The variance along some dims: PyTorch's
    /// [`torch.var`](https://docs.pytorch.org/docs/stable/generated/torch.var.html).
    ///
    /// ```text
    /// var(dim, correction = 1, keepdim = false)
    /// ```
    ///
    /// Dims are counted as in PyTorch: 0 is the batch, which must stay, 1 the channels, and −1 the last dim. They are
    /// removed from the shape, or kept with a size of 1 with `keepdim`. The sum of squares is divided by the number
    /// of values minus `correction`. Four operations per input value, and two per output value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < var([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    #[doc(alias("variance", "reduce_variance"))]
    var = Var;

    /// The norm along some dims: PyTorch's
    /// [`torch.linalg.vector_norm`](https://docs.pytorch.org/docs/stable/generated/torch.linalg.vector_norm.html).
    ///
    /// ```text
    /// norm(dim, p = 2.0, keepdim = false)
    /// ```
    ///
    /// Dims are counted as in PyTorch: 0 is the batch, which must stay, 1 the channels, and −1 the last dim. They are
    /// removed from the shape, or kept with a size of 1 with `keepdim`. Two operations per input value, and one per
    /// output value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < norm([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    #[doc(alias("vector_norm", "ReduceL2", "GlobalLpPool"))]
    norm = Norm;
}
