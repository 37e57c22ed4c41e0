//! Tensors that are values.

keywords! {
    /// A learned tensor as a value, the same for all samples: PyTorch's
    /// [`torch.nn.Parameter`](https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html).
    /// Position embeddings, class tokens and gains are such values.
    ///
    /// ```text
    /// parameter(shape, stored = …, init = 0.0, std = 0.0)
    /// ```
    ///
    /// What arrives does not matter. As a branch of a join, the tensor is added, multiplied or concatenated; behind a label,
    /// it can be joined later.
    ///
    /// `shape` has no batch axis. In the `state_dict` the tensor has the name of the layer, without a suffix, and the shape
    /// `stored`, where that differs, as it does where PyTorch's has an axis for the batch. New values are normally
    /// distributed around `init`, with the standard deviation `std`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! {
    ///     struct Tokens: [196, 768] <
    ///         concat { class_token: parameter([1, 768], stored = [1, 1, 768]); identity }
    ///         add { identity; pos_embedding: parameter([197, 768], stored = [1, 197, 768], std = 0.02) }
    ///     >
    /// }
    /// assert_eq!(Tokens::OUTPUT.dims(), [197, 768]);
    /// assert_eq!(Tokens::GRAPH.state_dict()[0].1.dims(), [1, 1, 768]);
    /// ```
    parameter = Parameter;

    /// A fixed tensor as a value: PyTorch's `register_buffer`. It is a [`parameter`] that is not learned.
    ///
    /// ```text
    /// buffer(shape, stored = …, init = 0.0)
    /// ```
    ///
    /// A new one has the value `init` everywhere; weights that are loaded have others, such as a filter.
    ///
    /// ```
    /// # use cnn::cnn;
    /// cnn! { struct Net: [3, 224, 224] < sub { identity; mean: buffer([3, 1, 1], init = 0.45) } > }
    /// assert_eq!(Net::SUMMARY.buffers, 3);
    /// assert_eq!(Net::PARAMS, 0);
    /// ```
    buffer = Buffer;
}
