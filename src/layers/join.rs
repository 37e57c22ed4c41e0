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

    /// The first branch less the others, value by value.
    ///
    /// ```text
    /// sub { branch; branch; … }
    /// sub(label, …)
    /// ```
    ///
    /// With labels, what flows here comes first; `_` among the labels puts it
    /// elsewhere: `sub(left, _)` is what left `left` less what flows. Shapes broadcast as in [`add`]. One operation per value for each branch but the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     struct Distance: (left: [64], right: [64]) -> [64] < from(right); sub(left, _); abs >
    /// }
    /// assert_eq!(Distance::OUTPUT.dims(), [64]);
    /// ```
    sub = Sub / Sub;

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

    /// The first branch divided by the others, value by value.
    ///
    /// ```text
    /// div { branch; branch; … }
    /// div(label, …)
    /// ```
    ///
    /// With labels, what flows here comes first; `_` among the labels puts it
    /// elsewhere: `div(left, _)` is what left `left` divided by what flows. Shapes broadcast as in [`add`]. One operation per value for each branch but the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < div { identity; { norm(1, keepdim = true); shift(1e-6) } } >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    div = Div / Div;

    /// The largest of the values of branches at each place: PyTorch's `torch.maximum`. The largest along a dim is
    /// [`amax`](super::amax).
    ///
    /// ```text
    /// max { branch; branch; … }
    /// max(label, …)
    /// ```
    ///
    /// Shapes broadcast as in [`add`]. One operation per value for each branch but the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < max { conv(64, 64, 1); conv(64, 64, 1) } >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    max = Max / Max;

    /// The least of the values of branches at each place: PyTorch's `torch.minimum`. The least along a dim is [`amin`](super::amin).
    ///
    /// ```text
    /// min { branch; branch; … }
    /// min(label, …)
    /// ```
    ///
    /// Shapes broadcast as in [`add`]. One operation per value for each branch but the first.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < min { identity; shift(1.0) } >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    min = Min / Min;

    /// The product of two matrices, or of many: PyTorch's
    /// [`torch.matmul`](https://docs.pytorch.org/docs/stable/generated/torch.matmul.html).
    ///
    /// ```text
    /// matmul { branch; branch }
    /// matmul(label)
    /// ```
    ///
    /// The matrices are the last two axes, `[…, n, m]` and `[…, m, p]`; other axes of size 1 stand for as many equal
    /// matrices as the other branch has. The result, `[…, n, p]`, takes m multiply-accumulates per value.
    ///
    /// With a label, what flows here comes first; `_` among two labels puts it elsewhere.
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
    matmul = MatMul / MatMul;

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
