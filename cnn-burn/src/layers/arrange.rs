//! Layers that move values around and compute nothing.

use burn::tensor::Tensor;
use cnn::Shape;
use cnn::ops::{ChannelShuffle, Channels, Permute};

use crate::value::{Value, keep_rank};

pub(crate) fn channels(channels: &Channels, x: Value) -> Value {
    keep_rank!(x, x => x.narrow(1, channels.start, channels.end - channels.start))
}

pub(crate) fn permute(permute: &Permute, x: Value) -> Value {
    keep_rank!(x, x => x.permute(core::array::from_fn(|dim| match dim {
        0 => 0,
        _ => permute.dims.size(dim - 1) as isize + 1,
    })))
}

/// Channels as a table of groups, which is transposed.
pub(crate) fn channel_shuffle(shuffle: &ChannelShuffle, x: Value) -> Value {
    let groups = shuffle.groups;
    keep_rank!(x, x => {
        let dims = x.dims();
        let each = dims[1] / groups;
        let rest = dims[2..].iter().product();
        x.reshape([dims[0], groups, each, rest]).swap_dims(1, 2).reshape(dims)
    })
}

/// `[…, C × r², H, W]` to `[…, C, H × r, W × r]`: the pixels of `output`.
pub(crate) fn pixel_shuffle(r: usize, output: &Shape, x: Value) -> Value {
    let (rest, [c, h, w]) = image(output.dims());
    let pixels = |x: Tensor<6>| x.permute([0, 1, 4, 2, 5, 3]);
    keep_rank!(x, x => {
        let dims = with_batch(&x, output);
        let n = x.dims()[0] * rest;
        pixels(x.reshape([n, c, r, r, h / r, w / r])).reshape(dims)
    })
}

/// The inverse: the channels of `output`.
pub(crate) fn pixel_unshuffle(r: usize, output: &Shape, x: Value) -> Value {
    let (rest, [c, h, w]) = image(output.dims());
    let pixels = |x: Tensor<6>| x.permute([0, 1, 3, 5, 2, 4]);
    keep_rank!(x, x => {
        let dims = with_batch(&x, output);
        let n = x.dims()[0] * rest;
        pixels(x.reshape([n, c / (r * r), h, r, w, r])).reshape(dims)
    })
}

/// The last three sizes, and the product of those before them.
fn image(dims: &[usize]) -> (usize, [usize; 3]) {
    match *dims {
        [c, h, w] => (1, [c, h, w]),
        [rest, c, h, w] => (rest, [c, h, w]),
        _ => unreachable!("pixels are shuffled in images and volumes"),
    }
}

fn with_batch<const D: usize>(x: &Tensor<D>, sample: &Shape) -> [usize; D] {
    let batch = x.dims()[0];
    core::array::from_fn(|dim| if dim == 0 { batch } else { sample.size(dim - 1) })
}
