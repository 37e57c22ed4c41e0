//! Layers that rearrange values.

#[cfg(doc)]
use super::fc;

keywords! {
    /// Merges several dims into one: PyTorch's
    /// [`Flatten`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Flatten.html).
    ///
    /// ```text
    /// flatten(start_dim = 1, end_dim = -1)
    /// ```
    ///
    /// As in PyTorch, dims count the batch as 0; it cannot be flattened. [`fc`] flattens its input by itself.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([50, 4, 4] < flatten >);
    /// assert_eq!(s.output.dims(), [800]);
    ///
    /// let s = cnn!([50, 4, 4] < flatten(2) >);
    /// assert_eq!(s.output.dims(), [50, 16]);
    /// ```
    #[doc(alias("ravel"))]
    flatten = Flatten;

    /// Reorders the dims: PyTorch's [`permute`](https://docs.pytorch.org/docs/stable/generated/torch.permute.html).
    ///
    /// ```text
    /// permute(dims)
    /// ```
    ///
    /// As in PyTorch, dims count the batch as 0; it must stay in front.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([96, 56, 28] < permute((0, 2, 3, 1)) >);
    /// assert_eq!(s.output.dims(), [56, 28, 96]);
    /// ```
    permute = Permute;

    /// Swaps two dims: PyTorch's
    /// [`torch.transpose`](https://docs.pytorch.org/docs/stable/generated/torch.transpose.html).
    ///
    /// ```text
    /// transpose(dim0, dim1)
    /// ```
    ///
    /// Dims are counted as in [`permute`]; the batch stays in front.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([768, 196] < transpose(1, 2) >);
    /// assert_eq!(s.output.dims(), [196, 768]);
    /// ```
    #[doc(alias("swapaxes", "swapdims"))]
    transpose = Transpose;

    /// The same values in another shape: PyTorch's
    /// [`torch.reshape`](https://docs.pytorch.org/docs/stable/generated/torch.reshape.html) and
    /// [`Tensor.view`](https://docs.pytorch.org/docs/stable/generated/torch.Tensor.view.html).
    ///
    /// ```text
    /// reshape(shape)
    /// ```
    ///
    /// `shape` does not include the batch. It has as many values as the input and at most four sizes, one of which
    /// may be `_`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([196, 768] < reshape([196, 12, _]) >);
    /// assert_eq!(s.output.dims(), [196, 12, 64]);
    /// ```
    #[doc(alias("view", "rearrange"))]
    reshape = Reshape;

    /// Splits a dim into several: PyTorch's
    /// [`Unflatten`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Unflatten.html).
    ///
    /// ```text
    /// unflatten(dim, unflattened_size)
    /// ```
    ///
    /// The product of the sizes is the size of the dim; one of them may be `_`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < unflatten(1, [2, _]) >);
    /// assert_eq!(s.output.dims(), [2, 32, 7, 7]);
    /// ```
    unflatten = Unflatten;

    /// Removes dims of size 1: PyTorch's
    /// [`torch.squeeze`](https://docs.pytorch.org/docs/stable/generated/torch.squeeze.html).
    ///
    /// ```text
    /// squeeze(dim)
    /// ```
    ///
    /// A dim of another size is an error; PyTorch keeps it.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 1, 1] < squeeze([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    squeeze = Squeeze;

    /// Inserts a dim of size 1: PyTorch's
    /// [`torch.unsqueeze`](https://docs.pytorch.org/docs/stable/generated/torch.unsqueeze.html).
    ///
    /// ```text
    /// unsqueeze(dim)
    /// ```
    ///
    /// `dim` is its position in the output, where 0 is the batch.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64] < unsqueeze(1) >);
    /// assert_eq!(s.output.dims(), [1, 64]);
    /// ```
    #[doc(alias("expand_dims"))]
    unsqueeze = Unsqueeze;

    /// Selects a range of channels, `x[:, a:b]`, as ShuffleNet does. PyTorch's
    /// [`split`](https://docs.pytorch.org/docs/stable/generated/torch.split.html) and
    /// [`chunk`](https://docs.pytorch.org/docs/stable/generated/torch.chunk.html) return several of these.
    ///
    /// ```text
    /// channels(range)
    /// ```
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([116, 28, 28] < channels(58..116) >);
    /// assert_eq!(s.output.dims(), [58, 28, 28]);
    /// ```
    #[doc(alias("chunk", "split"))]
    channels = Channels;

    /// Selects every `step`th position in a range of a dim: `x[…, a:b:step]`.
    ///
    /// ```text
    /// slice(dim, range, step = 1)
    /// ```
    ///
    /// Dims are counted as in PyTorch: 0 is the batch, and negative ones count from the end.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([16, 32, 32] < slice(3, 0..32, 2) >);
    /// assert_eq!(s.output.dims(), [16, 32, 16]);
    /// ```
    #[doc(alias("narrow", "select"))]
    slice = Slice;

    /// Reverses the order along some dims: PyTorch's
    /// [`torch.flip`](https://docs.pytorch.org/docs/stable/generated/torch.flip.html).
    ///
    /// ```text
    /// flip(dims)
    /// ```
    ///
    /// Keeps the shape.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([3, 32, 32] < flip(3) >);
    /// assert_eq!(s.output.dims(), [3, 32, 32]);
    /// ```
    #[doc(alias("fliplr", "flipud", "reverse"))]
    flip = Flip;

    /// Shifts positions along some dims, wrapping around, as Swin does with its windows: PyTorch's
    /// [`torch.roll`](https://docs.pytorch.org/docs/stable/generated/torch.roll.html).
    ///
    /// ```text
    /// roll(shifts, dims)
    /// ```
    ///
    /// Keeps the shape. Each dim has a shift, towards its end, or towards its start if it is negative.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([56, 56, 96] < roll([-3, -3], [1, 2]) >);
    /// assert_eq!(s.output.dims(), [56, 56, 96]);
    /// ```
    roll = Roll;

    /// Rearranges channels into a finer image, `[C × r², H, W]` to `[C, H × r, W × r]`: PyTorch's
    /// [`PixelShuffle`](https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelShuffle.html).
    ///
    /// ```text
    /// pixel_shuffle(upscale_factor)
    /// ```
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([12, 8, 8] < pixel_shuffle(2) >);
    /// assert_eq!(s.output.dims(), [3, 16, 16]);
    /// ```
    #[doc(alias("PixelShuffle", "depth_to_space"))]
    pixel_shuffle = PixelShuffle;

    /// The inverse of [`pixel_shuffle`], `[C, H × r, W × r]` to `[C × r², H, W]`: PyTorch's
    /// [`PixelUnshuffle`](https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html).
    ///
    /// ```text
    /// pixel_unshuffle(downscale_factor)
    /// ```
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([3, 16, 16] < pixel_unshuffle(2) >);
    /// assert_eq!(s.output.dims(), [12, 8, 8]);
    /// ```
    #[doc(alias("PixelUnshuffle", "space_to_depth"))]
    pixel_unshuffle = PixelUnshuffle;

    /// Interleaves groups of channels, as in ShuffleNet: PyTorch's
    /// [`ChannelShuffle`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html).
    ///
    /// ```text
    /// channel_shuffle(groups)
    /// ```
    ///
    /// Keeps the shape. `groups` must divide the channels.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([116, 28, 28] < channel_shuffle(2) >);
    /// assert_eq!(s.output.dims(), [116, 28, 28]);
    /// ```
    #[doc(alias("ChannelShuffle"))]
    channel_shuffle = ChannelShuffle;
}
