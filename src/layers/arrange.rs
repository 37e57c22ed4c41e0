//! Layers that move values around and compute nothing.

#[cfg(doc)]
use super::fc;

keywords! {
    /// Makes several dims one: PyTorch's `Flatten`.
    ///
    /// ```text
    /// flatten(start_dim = 1, end_dim = -1)
    /// ```
    ///
    /// As in PyTorch, dims count the batch axis as 0, which has to stay. An [`fc`] flattens by itself.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([50, 4, 4] < flatten >);
    /// assert_eq!(s.output.dims(), [800]);
    ///
    /// let s = cnn!([50, 4, 4] < flatten(2) >);
    /// assert_eq!(s.output.dims(), [50, 16]);
    /// ```
    flatten = Flatten;

    /// Dims in another order: PyTorch's
    /// [`permute`](https://docs.pytorch.org/docs/stable/generated/torch.permute.html).
    ///
    /// ```text
    /// permute(dims)
    /// ```
    ///
    /// As in PyTorch, dims count the batch axis as 0, which has to stay in front.
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
    transpose = Transpose;

    /// The same values in another shape: PyTorch's
    /// [`torch.reshape`](https://docs.pytorch.org/docs/stable/generated/torch.reshape.html) and
    /// [`Tensor.view`](https://docs.pytorch.org/docs/stable/generated/torch.Tensor.view.html).
    ///
    /// ```text
    /// reshape(shape)
    /// ```
    ///
    /// `shape` has no batch axis, and as many values as arrive. One of its sizes may be `_`, which is what is left. There
    /// are at most four.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([196, 768] < reshape([196, 12, _]) >);
    /// assert_eq!(s.output.dims(), [196, 12, 64]);
    /// ```
    reshape = Reshape;

    /// Makes several dims of one: PyTorch's
    /// [`Unflatten`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Unflatten.html).
    ///
    /// ```text
    /// unflatten(dim, unflattened_size)
    /// ```
    ///
    /// The sizes have as many values as the dim; one of them may be `_`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 7, 7] < unflatten(1, [2, _]) >);
    /// assert_eq!(s.output.dims(), [2, 32, 7, 7]);
    /// ```
    unflatten = Unflatten;

    /// Leaves out dims of size 1: PyTorch's
    /// [`torch.squeeze`](https://docs.pytorch.org/docs/stable/generated/torch.squeeze.html).
    ///
    /// ```text
    /// squeeze(dim)
    /// ```
    ///
    /// A dim of another size is an error; in PyTorch it stays.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 1, 1] < squeeze([2, 3]) >);
    /// assert_eq!(s.output.dims(), [64]);
    /// ```
    squeeze = Squeeze;

    /// Puts in a dim of size 1: PyTorch's
    /// [`torch.unsqueeze`](https://docs.pytorch.org/docs/stable/generated/torch.unsqueeze.html).
    ///
    /// ```text
    /// unsqueeze(dim)
    /// ```
    ///
    /// `dim` is its place in the shape that leaves, where 0 is the batch.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64] < unsqueeze(1) >);
    /// assert_eq!(s.output.dims(), [1, 64]);
    /// ```
    unsqueeze = Unsqueeze;

    /// Some of the channels: `x[:, a:b]`, as in the split of ShuffleNet. PyTorch's
    /// [`split`](https://docs.pytorch.org/docs/stable/generated/torch.split.html) and
    /// [`chunk`](https://docs.pytorch.org/docs/stable/generated/torch.chunk.html) are several of these.
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
    channels = Channels;

    /// Some of the positions of a dim, every `step`th of a range: `x[…, a:b:step]`.
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
    slice = Slice;

    /// The positions of some dims in the opposite order: PyTorch's
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
    flip = Flip;

    /// Moves positions in a circle, as Swin does with its windows: PyTorch's
    /// [`torch.roll`](https://docs.pytorch.org/docs/stable/generated/torch.roll.html).
    ///
    /// ```text
    /// roll(shifts, dims)
    /// ```
    ///
    /// Keeps the shape. Each dim has a shift, towards its end or, if it is negative, towards its start.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([56, 56, 96] < roll([-3, -3], [1, 2]) >);
    /// assert_eq!(s.output.dims(), [56, 56, 96]);
    /// ```
    roll = Roll;

    /// Spreads channels over a finer image, `[C × r², H, W]` to `[C, H × r, W × r]`: PyTorch's
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
    pixel_unshuffle = PixelUnshuffle;

    /// Interleaves groups of channels, as in ShuffleNet: PyTorch's
    /// [`ChannelShuffle`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html).
    ///
    /// ```text
    /// channel_shuffle(groups)
    /// ```
    ///
    /// Keeps the shape. `groups` divides the channels.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([116, 28, 28] < channel_shuffle(2) >);
    /// assert_eq!(s.output.dims(), [116, 28, 28]);
    /// ```
    channel_shuffle = ChannelShuffle;
}
