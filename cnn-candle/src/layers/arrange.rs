//! Layers that move values around and compute nothing.

use candle_core::{Result, Tensor};
use cnn::Shape;
use cnn::ops::{ChannelShuffle, Permute};

/// The same values as samples of this shape.
pub(crate) fn with_batch(x: &Tensor, sample: &Shape) -> Result<Tensor> {
    x.reshape([&[x.dim(0)?], sample.dims()].concat())
}

pub(crate) fn permute(permute: &Permute, x: &Tensor) -> Result<Tensor> {
    let dims = permute.dims.dims().iter().map(|dim| dim + 1);
    x.permute([0].into_iter().chain(dims).collect::<Vec<usize>>())?.contiguous()
}

/// Channels as a table of groups, which is transposed.
pub(crate) fn channel_shuffle(shuffle: &ChannelShuffle, x: &Tensor) -> Result<Tensor> {
    let (dims, groups) = (x.dims(), shuffle.groups);
    let table = x.reshape([&[dims[0], groups, dims[1] / groups], &dims[2..]].concat())?;
    table.transpose(1, 2)?.contiguous()?.reshape(dims)
}

/// `[…, C × r², H, W]` to `[…, C, H × r, W × r]`: the pixels of `output`.
pub(crate) fn pixel_shuffle(r: usize, output: &Shape, x: &Tensor) -> Result<Tensor> {
    let (rest, [c, h, w]) = image(output.dims());
    let n = x.dim(0)? * rest;
    let blocks = x.reshape(vec![n, c, r, r, h / r, w / r])?;
    with_batch_of(x, &blocks.permute(vec![0, 1, 4, 2, 5, 3])?, output)
}

/// The inverse: the channels of `output`.
pub(crate) fn pixel_unshuffle(r: usize, output: &Shape, x: &Tensor) -> Result<Tensor> {
    let (rest, [c, h, w]) = image(output.dims());
    let n = x.dim(0)? * rest;
    let blocks = x.reshape(vec![n, c / (r * r), h, r, w, r])?;
    with_batch_of(x, &blocks.permute(vec![0, 1, 3, 5, 2, 4])?, output)
}

/// Values of as many samples as `x` has.
fn with_batch_of(x: &Tensor, values: &Tensor, sample: &Shape) -> Result<Tensor> {
    values.contiguous()?.reshape([&[x.dim(0)?], sample.dims()].concat())
}

/// The last three sizes, and the product of those before them.
fn image(dims: &[usize]) -> (usize, [usize; 3]) {
    match *dims {
        [c, h, w] => (1, [c, h, w]),
        [rest, c, h, w] => (rest, [c, h, w]),
        _ => unreachable!("pixels are shuffled in images and volumes"),
    }
}
