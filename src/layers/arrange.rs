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

    /// Dims in another order: PyTorch's `permute`.
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

    /// Some of the channels: a slice `x[:, a:b]`, as in the split of ShuffleNet.
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

    /// Spreads channels over a finer image, `[C × r², H, W]` to `[C, H × r, W × r]`: PyTorch's
    /// `PixelShuffle`.
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
    /// `PixelUnshuffle`.
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

    /// Interleaves groups of channels, as in ShuffleNet: PyTorch's `ChannelShuffle`.
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
