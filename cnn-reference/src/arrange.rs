//! Layers that move values around.

use cnn_core::layers::{Flatten, Flip, Fold, Parameter, Permute, Reshape, Roll, Slice, Unfold};

use crate::state::LayerState;
use crate::tensor::{Tensor, indices};
use crate::window::{all_starts, places, position};

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

/// `torch.nn.Unfold`: row `(c, i, j)` of a column is the value of channel `c` under the tap `(i, j)` of the window,
/// 0 in the padding. Columns are the places of the window, row by row.
pub(crate) fn unfold(layer: &Unfold, x: &Tensor) -> Tensor {
    let starts = all_starts(&layer.window, x, false);
    let (places, kernel) = (places(&starts), layer.window.kernel_size.dims());
    let [taps, columns] = [kernel, &places[..]].map(|sizes| sizes.iter().product::<usize>());
    Tensor::from_fn(&[x.size(0), x.size(1) * taps, columns], |index| {
        let (channel, tap) = (index[1] / taps, index[1] % taps);
        let tap = [tap / kernel[1], tap % kernel[1]];
        let place = [index[2] / places[1], index[2] % places[1]];
        let position = position(&layer.window, &starts, &place, &tap);
        x.inside(index[0], channel, &position).unwrap_or(0.0)
    })
}

/// `torch.nn.Fold`: each value of a column is added where [`unfold`] of the output takes it from.
pub(crate) fn fold(layer: &Fold, x: &Tensor) -> Tensor {
    let kernel = layer.window.kernel_size.dims();
    let taps: usize = kernel.iter().product();
    let (samples, channels) = (x.size(0), x.size(1) / taps);
    let sizes = [&[samples, channels], layer.output_size.dims()].concat();
    let output = Tensor::from_fn(&sizes, |_| 0.0);
    let starts = all_starts(&layer.window, &output, false);
    let places = places(&starts);
    let mut sums = output.values().to_vec();
    for index in indices(x.sizes()) {
        let (channel, tap) = (index[1] / taps, index[1] % taps);
        let tap = [tap / kernel[1], tap % kernel[1]];
        let place = [index[2] / places[1], index[2] % places[1]];
        let position = position(&layer.window, &starts, &place, &tap);
        if output.inside(index[0], channel, &position).is_some() {
            let [row, column] = [position[0], position[1]].map(isize::unsigned_abs);
            let line = (index[0] * channels + channel) * sizes[2] + row;
            sums[line * sizes[3] + column] += x.at(&index);
        }
    }
    Tensor::new(&sizes, sums)
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
