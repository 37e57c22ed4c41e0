//! Pools.

use cnn_core::layers::{AdaptivePool, AvgPool, BlurPool, LpPool, MaxPool, Pad};

use crate::resize::pad;
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

/// `torch.nn.LPPool1d`, `LPPool2d`, `LPPool3d`: `(K × mean of xᵖ)^(1/p)`, K the size of the kernel, where a window
/// that hangs over the end has fewer values.
pub(crate) fn by_norm(layer: &LpPool, x: &Tensor) -> Tensor {
    let starts = all_starts(&layer.window, x, layer.ceil_mode);
    let sizes = [&x.sizes()[..2], &places(&starts)].concat();
    let whole: usize = layer.window.kernel_size.dims().iter().product();
    Tensor::from_fn(&sizes, |index| {
        let taps = indices(layer.window.kernel_size.dims());
        let values: Vec<f64> = taps
            .filter_map(|tap| {
                let position = position(&layer.window, &starts, &index[2..], &tap);
                x.inside(index[0], index[1], &position)
            })
            .collect();
        let powers: f64 = values.iter().map(|value| value.powf(layer.norm_type)).sum();
        (whole as f64 * powers / values.len() as f64).powf(1.0 / layer.norm_type)
    })
}

/// timm's `BlurPool2d`, for any number of axes: a convolution of each channel by binomial coefficients, whose sum
/// is 1, after padding.
pub(crate) fn blur(layer: &BlurPool, x: &Tensor) -> Tensor {
    let window = &layer.window;
    let mut padding = Pad { before: [0; 3], after: [0; 3], mode: layer.pad_mode };
    for axis in 0..window.kernel_size.rank() {
        let (before, after) = window.padding.axis(axis);
        (padding.before[axis], padding.after[axis]) = (before as isize, after as isize);
    }
    let starts = all_starts(window, x, false);
    let padded = pad(&padding, x);
    let last = window.kernel_size.size(0) - 1;
    let coefficients: Vec<f64> = (0..=last).map(|tap| choose(last, tap)).collect();
    let sizes = [&x.sizes()[..2], &places(&starts)].concat();
    Tensor::from_fn(&sizes, |index| {
        let term = |tap: Vec<usize>| {
            let along = |axis: usize| index[axis + 2] * window.stride.size(axis) + tap[axis];
            let position: Vec<usize> = (0..tap.len()).map(along).collect();
            let weight: f64 = tap.iter().map(|tap| coefficients[*tap]).product();
            weight * padded.at(&[&index[..2], &position].concat())
        };
        let sum: f64 = indices(window.kernel_size.dims()).map(term).sum();
        sum / 2f64.powi((last * window.kernel_size.rank()) as i32)
    })
}

/// The binomial coefficient.
fn choose(of: usize, some: usize) -> f64 {
    (1..=some).map(|i| (of + 1 - i) as f64 / i as f64).product()
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
