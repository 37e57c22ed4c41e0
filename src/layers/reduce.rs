//! Many values made one.

keywords! {
    /// The mean of the values along some dims: PyTorch's
    /// [`torch.mean`](https://docs.pytorch.org/docs/stable/generated/torch.mean.html).
    ///
    /// ```text
    /// mean(dim, keepdim = false)
    /// ```
    ///
    /// The dims are counted as in PyTorch: 0 is the batch, which stays; 1 are the channels, and −1 is the last dim. They
    /// leave the shape, or with `keepdim` have a size of 1. One operation per value
    /// that arrives, and one per value that leaves.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < mean([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    mean = Mean;

    /// The sum of the values along some dims: PyTorch's
    /// [`torch.sum`](https://docs.pytorch.org/docs/stable/generated/torch.sum.html).
    ///
    /// ```text
    /// sum(dim, keepdim = false)
    /// ```
    ///
    /// The dims are counted as in PyTorch: 0 is the batch, which stays; 1 are the channels, and −1 is the last dim. They
    /// leave the shape, or with `keepdim` have a size of 1. One operation per value
    /// that arrives.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < sum([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    sum = Sum;

    /// The largest of the values along some dims: PyTorch's
    /// [`torch.amax`](https://docs.pytorch.org/docs/stable/generated/torch.amax.html).
    ///
    /// ```text
    /// amax(dim, keepdim = false)
    /// ```
    ///
    /// The dims are counted as in PyTorch: 0 is the batch, which stays; 1 are the channels, and −1 is the last dim. They
    /// leave the shape, or with `keepdim` have a size of 1. One operation per value
    /// that arrives.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < amax([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    amax = Amax;

    /// The least of the values along some dims: PyTorch's
    /// [`torch.amin`](https://docs.pytorch.org/docs/stable/generated/torch.amin.html).
    ///
    /// ```text
    /// amin(dim, keepdim = false)
    /// ```
    ///
    /// The dims are counted as in PyTorch: 0 is the batch, which stays; 1 are the channels, and −1 is the last dim. They
    /// leave the shape, or with `keepdim` have a size of 1. One operation per value
    /// that arrives.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < amin([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    amin = Amin;

    /// The variance of the values along some dims: PyTorch's
    /// [`torch.var`](https://docs.pytorch.org/docs/stable/generated/torch.var.html).
    ///
    /// ```text
    /// var(dim, correction = 1, keepdim = false)
    /// ```
    ///
    /// The dims are counted as in PyTorch: 0 is the batch, which stays; 1 are the channels, and −1 is the last dim. They
    /// leave the shape, or with `keepdim` have a size of 1. The sum of
    /// squares is divided by the number of values less `correction`. Four operations per value that arrives, and
    /// two per value that leaves.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < var([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    var = Var;

    /// The norm of the values along some dims: PyTorch's
    /// [`torch.linalg.vector_norm`](https://docs.pytorch.org/docs/stable/generated/torch.linalg.vector_norm.html).
    ///
    /// ```text
    /// norm(dim, p = 2.0, keepdim = false)
    /// ```
    ///
    /// The dims are counted as in PyTorch: 0 is the batch, which stays; 1 are the channels, and −1 is the last dim. They
    /// leave the shape, or with `keepdim` have a size of 1. Two operations per
    /// value that arrives, and one per value that leaves.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < norm([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    norm = Norm;
}
