//! Joins of branches.

keywords! {
    /// The sum of branches, value by value.
    ///
    /// ```text
    /// add { branch; branch; … }
    /// add(label, …)
    /// ```
    ///
    /// In braces each statement is a branch on the same input. With labels, what flows here is added to
    /// what left the labelled layers. The shapes have to be the same, but a size of 1 stands for as many
    /// equal values as the others have. `identity` is the branch that passes its input on.
    ///
    /// One operation per value for each branch but the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 16, 16] <
    ///     add {
    ///         conv(8, 8, 3, padding = same);
    ///         { conv(8, 8, 1); relu; conv(8, 8, 5, padding = same) }
    ///         identity;
    ///     }
    /// >);
    /// assert_eq!(s.output.dims(), [8, 16, 16]);
    /// ```
    add = Add / Add;

    /// The product of branches, value by value; as in a gate, or in squeeze and excitation.
    ///
    /// ```text
    /// mul { branch; branch; … }
    /// mul(label, …)
    /// ```
    ///
    /// As with [`add`], a size of 1 stands for as many equal values as the others have. One operation
    /// per value for each branch but the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 28, 28] <
    ///     mul {
    ///         identity;
    ///         { adaptive_avgpool(1); conv(64, 4, 1); relu; conv(4, 64, 1); sigmoid }
    ///     }
    /// >);
    /// assert_eq!(s.output.dims(), [64, 28, 28]);
    /// ```
    mul = Mul / Mul;

    /// The channels of branches, one after the other: PyTorch's `cat` along dim 1.
    ///
    /// ```text
    /// concat { branch; branch; … }
    /// concat(label, …)
    /// ```
    ///
    /// All sizes but the channels have to be the same. With labels, what flows here comes first; `_`
    /// among the labels puts it elsewhere.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 16, 16] <
    ///     skip: conv(8, 8, 3, padding = same);
    ///     maxpool(2); conv(8, 16, 3, padding = same); upsample(2);
    ///     concat(skip);
    /// >);
    /// assert_eq!(s.output.dims(), [24, 16, 16]);
    /// ```
    concat = Concat / Concat;

    /// A residual connection: `f(x) + x`, or `f(x) + g(x)` with a shortcut.
    ///
    /// ```text
    /// residual { layers }
    /// residual { layers } shortcut { layers }
    /// ```
    ///
    /// It is an [`add`] of two branches, the second one being the shortcut. A shortcut without layers,
    /// as one whose `if` is not fulfilled, passes its input on.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 56, 56] <
    ///     residual { conv(64, 128, 3, 2, 1); batchnorm } shortcut { conv(64, 128, 1, 2) }
    ///     relu;
    /// >);
    /// assert_eq!(s.output.dims(), [128, 28, 28]);
    /// ```
    residual = Add / Residual;
}
