//! Tensors that are used as values.

keywords! {
    /// A learnable tensor that is used as a value, the same for all samples: PyTorch's
    /// [`torch.nn.Parameter`](https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html). It
    /// serves as a position embedding, a class token or a gain.
    ///
    /// ```text
    /// parameter(shape, stored = …, init = 0.0, std = 0.0)
    /// ```
    ///
    /// The input is ignored. As a branch of a join, the tensor is added, multiplied or concatenated; with a label, it
    /// can be joined later.
    ///
    /// `shape` does not include the batch. In the `state_dict`, the tensor has the name of the layer, without a
    /// suffix, and the shape `stored` if that differs, for example because PyTorch's has an axis for the batch.
    /// Initial values are normally distributed around `init` with the standard deviation `std`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     struct Tokens: [196, 768] <
    ///         concat { class_token: parameter([1, 768], stored = [1, 1, 768]); identity }
    ///         add {
    ///             identity;
    ///             pos_embedding: parameter([197, 768], stored = [1, 197, 768], std = 0.02);
    ///         }
    ///     >
    /// }
    /// assert_eq!(Tokens::OUTPUT.dims(), [197, 768]);
    /// assert_eq!(Tokens::GRAPH.state_dict()[0].1.dims(), [1, 1, 768]);
    /// ```
    #[doc(alias("add_weight"))]
    parameter = Parameter;

    /// A fixed tensor that is used as a value: PyTorch's
    /// [`register_buffer`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_buffer).
    /// It is a [`parameter`] that is not trained.
    ///
    /// ```text
    /// buffer(shape, stored = …, init = 0.0)
    /// ```
    ///
    /// All of its values are initially `init`; loaded weights may have others, such as a filter.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! { struct Net: [3, 224, 224] < sub { identity; mean: buffer([3, 1, 1], init = 0.45) } > }
    /// assert_eq!(Net::SUMMARY.buffers, 3);
    /// assert_eq!(Net::PARAMS, 0);
    /// ```
    #[doc(alias("register_buffer"))]
    buffer = Buffer;
}
