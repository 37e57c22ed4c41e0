//! Joins of branches.

keywords! {
    /// The sum of branches, value by value: PyTorch's
    /// [`torch.add`](https://docs.pytorch.org/docs/stable/generated/torch.add.html).
    ///
    /// ```text
    /// add { branch; branch; … }
    /// add(label, …)
    /// ```
    ///
    /// In braces, each statement is a branch on the same input, and `identity` is the branch that passes the input
    /// on. With labels, the current value is added to the outputs of the labelled layers. The shapes must be equal;
    /// axes of size 1 are broadcast.
    ///
    /// One operation per value for each branch after the first.
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

    /// The first branch minus the others, value by value: PyTorch's
    /// [`torch.sub`](https://docs.pytorch.org/docs/stable/generated/torch.sub.html).
    ///
    /// ```text
    /// sub { branch; branch; … }
    /// sub(label, …)
    /// ```
    ///
    /// With labels, the current value comes first, unless `_` is among them: `sub(left, _)` is the output of `left`
    /// minus the current value. Shapes broadcast as in [`add`]. One operation per value for each branch after the
    /// first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     struct Distance: (left: [64], right: [64]) -> [64] < from(right); sub(left, _); abs >
    /// }
    /// assert_eq!(Distance::OUTPUT.dims(), [64]);
    /// ```
    #[doc(alias("subtract"))]
    sub = Sub / Sub;

    /// The product of branches, value by value, as in a gate or in squeeze-and-excitation: PyTorch's
    /// [`torch.mul`](https://docs.pytorch.org/docs/stable/generated/torch.mul.html).
    ///
    /// ```text
    /// mul { branch; branch; … }
    /// mul(label, …)
    /// ```
    ///
    /// Shapes broadcast as in [`add`]. One operation per value for each branch after the first.
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
    #[doc(alias("Multiply"))]
    mul = Mul / Mul;

    /// The first branch divided by the others, value by value: PyTorch's
    /// [`torch.div`](https://docs.pytorch.org/docs/stable/generated/torch.div.html).
    ///
    /// ```text
    /// div { branch; branch; … }
    /// div(label, …)
    /// ```
    ///
    /// With labels, the current value comes first, unless `_` is among them: `div(left, _)` is the output of `left`
    /// divided by the current value. Shapes broadcast as in [`add`]. One operation per value for each branch after
    /// the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < div { identity; { norm(1, keepdim = true); shift(1e-6) } } >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    #[doc(alias("divide", "true_divide"))]
    div = Div / Div;

    /// The maximum of branches, value by value: PyTorch's
    /// [`torch.maximum`](https://docs.pytorch.org/docs/stable/generated/torch.maximum.html). For the maximum along a
    /// dim, see [`amax`](crate::layers::amax).
    ///
    /// ```text
    /// max { branch; branch; … }
    /// max(label, …)
    /// ```
    ///
    /// Shapes broadcast as in [`add`]. One operation per value for each branch after the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < max { conv(64, 64, 1); conv(64, 64, 1) } >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    #[doc(alias("maximum"))]
    max = Max / Max;

    /// The minimum of branches, value by value: PyTorch's
    /// [`torch.minimum`](https://docs.pytorch.org/docs/stable/generated/torch.minimum.html). For the minimum along a
    /// dim, see [`amin`](crate::layers::amin).
    ///
    /// ```text
    /// min { branch; branch; … }
    /// min(label, …)
    /// ```
    ///
    /// Shapes broadcast as in [`add`]. One operation per value for each branch after the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < min { identity; shift(1.0) } >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    #[doc(alias("minimum"))]
    min = Min / Min;

    /// Multiplies matrices: PyTorch's
    /// [`torch.matmul`](https://docs.pytorch.org/docs/stable/generated/torch.matmul.html).
    ///
    /// ```text
    /// matmul { branch; branch }
    /// matmul(label)
    /// ```
    ///
    /// The matrices are the last two axes, `[…, n, m]` and `[…, m, p]`; other axes of size 1 are broadcast. The
    /// output is `[…, n, p]` and takes m MACs per value.
    ///
    /// With a label, the current value comes first; with two labels, `_` says where it is.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     /// Attention without heads, of tokens that are their own queries and keys.
    ///     struct Attend: [196, 64] <
    ///         tokens: identity;
    ///         transpose(1, 2);
    ///         matmul(tokens, _); scale(0.125); softmax(-1);
    ///         matmul(tokens);
    ///     >
    /// }
    /// assert_eq!(Attend::OUTPUT.dims(), [196, 64]);
    /// assert_eq!(Attend::SUMMARY.macs, 2 * 196 * 196 * 64);
    /// ```
    #[doc(alias("bmm", "BatchMatMul"))]
    matmul = MatMul / MatMul;

    /// Concatenates branches along a dim, by default their channels: PyTorch's
    /// [`torch.cat`](https://docs.pytorch.org/docs/stable/generated/torch.cat.html).
    ///
    /// ```text
    /// concat { branch; branch; … }
    /// concat(label, …)
    /// concat(dim = 1) { branch; branch; … }
    /// concat(label, …, dim = 1)
    /// ```
    ///
    /// `dim` counts as in PyTorch: 0 is the batch, which is no part of a shape here, so the channels are 1, and
    /// negative dims count from the end. All sizes except those along the dim must be equal. With labels, the current
    /// value comes first, unless `_` is among them.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 16, 16] <
    ///     skip: conv(8, 8, 3, padding = same);
    ///     maxpool(2); conv(8, 16, 3, padding = same); upsample(2);
    ///     concat(skip);
    /// >);
    /// assert_eq!(s.output.dims(), [24, 16, 16]);
    ///
    /// // Means along the height and along the width, side by side.
    /// let s = cnn!([8, 16, 12] <
    ///     concat(dim = 2) { mean(3, keepdim = true); { mean(2, keepdim = true); transpose(2, 3) } }
    /// >);
    /// assert_eq!(s.output.dims(), [8, 16 + 12, 1]);
    /// ```
    #[doc(alias("cat", "Concatenate"))]
    concat = Concat / Concat;

    /// A residual connection: `f(x) + x`, or `f(x) + g(x)` with a shortcut.
    ///
    /// ```text
    /// residual { layers }
    /// residual { layers } shortcut { layers }
    /// ```
    ///
    /// It is an [`add`] of two branches, the second of which is the shortcut. A shortcut without layers, such as one
    /// whose `if` is false, passes its input on.
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
