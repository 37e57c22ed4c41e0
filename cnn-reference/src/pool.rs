//! Pools.

use cnn_core::layers::{AdaptivePool, AvgPool, MaxPool};

use crate::tensor::{Tensor, indices};
use crate::window::{all_starts, places, position};

/// `torch.nn.MaxPool1d`, `MaxPool2d`, `MaxPool3d`: the largest value under the window. The padding has no
/// values.
pub(crate) fn max(layer: &MaxPool, x: &Tensor) -> Tensor {
    let starts = all_starts(&layer.window, x, layer.ceil_mode);
    let sizes = [&x.sizes()[..2], &places(&starts)].concat();
    Tensor::from_fn(&sizes, |index| {
        let taps = indices(layer.window.kernel_size.dims());
        taps.filter_map(|tap| {
            let position = position(&layer.window, &starts, &index[2..], &tap);
            x.inside(index[0], index[1], &position)
        })
        .fold(f64::NEG_INFINITY, f64::max)
    })
}

/// `torch.nn.AvgPool1d`, `AvgPool2d`, `AvgPool3d`: the sum of the values under the window, divided by their
/// number. With `count_include_pad`, places in the padding count as values, but not places beyond its end.
pub(crate) fn average(layer: &AvgPool, x: &Tensor) -> Tensor {
    let starts = all_starts(&layer.window, x, layer.ceil_mode);
    let sizes = [&x.sizes()[..2], &places(&starts)].concat();
    let in_padded = |position: &[isize]| {
        position.iter().enumerate().all(|(axis, place)| {
            *place < (x.size(axis + 2) + layer.window.padding.axis(axis).1) as isize
        })
    };
    Tensor::from_fn(&sizes, |index| {
        let (mut sum, mut count) = (0.0, 0);
        for tap in indices(layer.window.kernel_size.dims()) {
            let position = position(&layer.window, &starts, &index[2..], &tap);
            let value = x.inside(index[0], index[1], &position);
            sum += value.unwrap_or(0.0);
            let counts = value.is_some() || (layer.count_include_pad && in_padded(&position));
            count += usize::from(counts);
        }
        sum / count as f64
    })
}

/// `torch.nn.AdaptiveAvgPool1d` …, `AdaptiveMaxPool1d` …: window `j` of `O` along an axis of `I`
/// reaches from `⌊j × I / O⌋` up to `⌈(j + 1) × I / O⌉`.
pub(crate) fn adaptive(layer: &AdaptivePool, x: &Tensor) -> Tensor {
    let sizes = [&x.sizes()[..2], layer.output_size.dims()].concat();
    Tensor::from_fn(&sizes, |index| {
        let (input, output) = (&x.sizes()[2..], layer.output_size.dims());
        let start = |axis: usize| index[axis + 2] * input[axis] / output[axis];
        let end = |axis: usize| ((index[axis + 2] + 1) * input[axis]).div_ceil(output[axis]);
        let starts: Vec<usize> = (0..input.len()).map(start).collect();
        let lengths: Vec<usize> = (0..input.len()).map(|axis| end(axis) - starts[axis]).collect();
        let values = indices(&lengths).map(|place| {
            let position: Vec<usize> = starts.iter().zip(&place).map(|(a, b)| a + b).collect();
            x.at(&[&index[..2], &position].concat())
        });
        if layer.average {
            values.sum::<f64>() / lengths.iter().product::<usize>() as f64
        } else {
            values.fold(f64::NEG_INFINITY, f64::max)
        }
    })
}
