//! Layers that move values around.

use cnn_core::layers::{Flatten, Flip, Parameter, Permute, Reshape, Roll, Slice};

use crate::state::LayerState;
use crate::tensor::Tensor;

/// `torch.nn.Flatten`: the dims from `start_dim` to `end_dim` become one.
pub(crate) fn flatten(layer: &Flatten, x: &Tensor) -> Tensor {
    let (start, end) = (layer.start_dim + 1, layer.end_dim + 1);
    let product = x.sizes()[start..=end].iter().product();
    x.reshape(&[&x.sizes()[..start], &[product], &x.sizes()[end + 1..]].concat())
}

/// `torch.permute`: dim `i` of the output is dim `dims[i]` of the input.
pub(crate) fn permute(layer: &Permute, x: &Tensor) -> Tensor {
    let sizes: Vec<usize> = layer.dims.dims().iter().map(|dim| x.size(dim + 1)).collect();
    Tensor::from_fn(&[&[x.size(0)], &sizes[..]].concat(), |index| {
        let mut source = index.to_vec();
        for (dim, from) in layer.dims.dims().iter().enumerate() {
            source[from + 1] = index[dim + 1];
        }
        x.at(&source)
    })
}

/// `torch.reshape`, of each sample.
pub(crate) fn reshape(layer: &Reshape, x: &Tensor) -> Tensor {
    x.reshape(&[&[x.size(0)], layer.shape.dims()].concat())
}

/// `x[:, …, start:end:step]`, along one dim
pub(crate) fn slice(layer: &Slice, x: &Tensor) -> Tensor {
    let dim = layer.dim + 1;
    let mut sizes = x.sizes().to_vec();
    sizes[dim] = (layer.start..layer.end).step_by(layer.step).count();
    Tensor::from_fn(&sizes, |index| {
        let mut source = index.to_vec();
        source[dim] = layer.start + layer.step * index[dim];
        x.at(&source)
    })
}

/// `torch.flip`
pub(crate) fn flip(layer: &Flip, x: &Tensor) -> Tensor {
    Tensor::from_fn(x.sizes(), |index| {
        let mut source = index.to_vec();
        for dim in layer.dims.dims() {
            source[dim + 1] = x.size(dim + 1) - 1 - index[dim + 1];
        }
        x.at(&source)
    })
}

/// `torch.roll`
pub(crate) fn roll(layer: &Roll, x: &Tensor) -> Tensor {
    Tensor::from_fn(x.sizes(), |index| {
        let mut source = index.to_vec();
        for (dim, place) in source[1..].iter_mut().enumerate() {
            let size = x.size(dim + 1);
            *place = (*place + size - layer.shifts[dim]) % size;
        }
        x.at(&source)
    })
}

/// A `torch.nn.Parameter`, reshaped and expanded to the batch.
pub(crate) fn parameter(layer: &Parameter, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let value = state.get("").reshape(layer.shape.dims());
    let sizes = [&[x.size(0)], layer.shape.dims()].concat();
    Tensor::from_fn(&sizes, |index| value.at(&index[1..]))
}

/// `torch.nn.PixelShuffle`, on the last three axes:
/// `y[c, h, w] = x[c × r² + (h mod r) × r + w mod r, ⌊h / r⌋, ⌊w / r⌋]`.
pub(crate) fn pixel_shuffle(r: usize, x: &Tensor) -> Tensor {
    let (leading, image) = x.sizes().split_at(x.sizes().len() - 3);
    let sizes = [image[0] / (r * r), image[1] * r, image[2] * r];
    Tensor::from_fn(&[leading, &sizes].concat(), |index| {
        let (leading, pixel) = index.split_at(leading.len());
        let [c, h, w] = [pixel[0], pixel[1], pixel[2]];
        x.at(&[leading, &[c * r * r + (h % r) * r + w % r, h / r, w / r]].concat())
    })
}

/// `torch.nn.PixelUnshuffle`, on the last three axes:
/// `y[c × r² + i × r + j, h, w] = x[c, h × r + i, w × r + j]`.
pub(crate) fn pixel_unshuffle(r: usize, x: &Tensor) -> Tensor {
    let (leading, image) = x.sizes().split_at(x.sizes().len() - 3);
    let sizes = [image[0] * r * r, image[1] / r, image[2] / r];
    Tensor::from_fn(&[leading, &sizes].concat(), |index| {
        let (leading, pixel) = index.split_at(leading.len());
        let (c, i, j) = (pixel[0] / (r * r), pixel[0] / r % r, pixel[0] % r);
        x.at(&[leading, &[c, pixel[1] * r + i, pixel[2] * r + j]].concat())
    })
}

/// `torch.nn.ChannelShuffle`: the channels as a table with a row for each group, read by columns.
pub(crate) fn channel_shuffle(groups: usize, x: &Tensor) -> Tensor {
    let per_group = x.size(1) / groups;
    Tensor::from_fn(x.sizes(), |index| {
        let mut source = index.to_vec();
        source[1] = index[1] % groups * per_group + index[1] / groups;
        x.at(&source)
    })
}
