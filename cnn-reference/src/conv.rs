//! Convolutions.

use cnn_core::layers::{Conv, ConvTranspose, PadMode};

use crate::resize::pad;
use crate::state::LayerState;
use crate::tensor::{Columns, Tensor, indices};
use crate::weights::{standardized, weights};
use crate::window::{all_starts, places, position};

/// `torch.nn.Conv1d`, `Conv2d`, `Conv3d`, where `x` is 0 in the padding, unless it is filled otherwise before, and
/// `g` is the group of the output channel `o`:
///
/// ```text
/// y[n, o, j] = bias[o] + Σ over c, t of  weight[o, c, t] × x[n, g × channels + c, start(j) + t × dilation]
/// ```
pub(crate) fn conv(layer: &Conv, x: &Tensor, state: LayerState<'_>) -> Tensor {
    if layer.padding_mode != PadMode::Zeros {
        let (padding, unpadded) = layer.after_pad();
        return conv(&unpadded, &pad(&padding, x), state);
    }
    let mut weight = weights(layer.parametrization, 0, state);
    if let Some(how) = &layer.standardization {
        weight = standardized(how, &weight, state);
    }
    let bias = state.get_if(layer.bias, "bias");
    let (outputs, channels, kernel) = (weight.size(0), weight.size(1), &weight.sizes()[2..]);
    let starts = all_starts(&layer.window, x, false);
    let sizes = [vec![x.size(0), outputs], places(&starts)].concat();
    let taps: Vec<Vec<usize>> = indices(kernel).collect();
    let (values, weights) = (Columns::new(x), Columns::new(&weight));
    Tensor::from_fn(&sizes, |index| {
        let (sample, output, place) = (index[0], index[1], &index[2..]);
        let group = output / (outputs / layer.groups);
        let mut sum = bias.map_or(0.0, |bias| bias.at(&[output]));
        for tap in &taps {
            let position = position(&layer.window, &starts, place, tap);
            let Some(values) = values.at(sample, &position) else { continue };
            let of_group = &values[group * channels..(group + 1) * channels];
            let weights = weights.at(output, &signed(tap)).expect("a tap");
            sum += of_group.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>();
        }
        sum
    })
}

/// `torch.nn.ConvTranspose1d`, `ConvTranspose2d`, `ConvTranspose3d`: every input value adds its weighted
/// kernel at `stride × place` of an output that is as long as the kernels reach, plus the output padding;
/// then the padding is cut off at both ends. Seen from the output:
///
/// ```text
/// y[n, o, p] = bias[o] + Σ over c, t of  weight[c, o − first of g, t] × x[n, c, (p + padding − t × dilation) / stride]
/// ```
///
/// over the taps at which the quotient is a whole number inside `x`, and the channels of `o`'s group.
pub(crate) fn conv_transpose(layer: &ConvTranspose, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let weight = weights(layer.parametrization, 1, state);
    let bias = state.get_if(layer.bias, "bias");
    let (inputs, channels, kernel) = (weight.size(0), weight.size(1), &weight.sizes()[2..]);
    let window = &layer.window;
    let length = |axis: usize| {
        let (before, after) = window.padding.axis(axis);
        let last_start = (x.size(axis + 2) - 1) * window.stride.size(axis);
        let last_tap = (kernel[axis] - 1) * window.dilation.size(axis);
        last_start + last_tap + 1 + layer.output_padding.size(axis) - before - after
    };
    let lengths: Vec<usize> = (0..kernel.len()).map(length).collect();
    let source = |position: &[usize], tap: &[usize]| -> Option<Vec<isize>> {
        let along = |axis: usize| {
            let uncut = position[axis] + window.padding.axis(axis).0;
            let start = uncut as isize - (tap[axis] * window.dilation.size(axis)) as isize;
            let stride = window.stride.size(axis) as isize;
            (start % stride == 0).then_some(start / stride)
        };
        (0..kernel.len()).map(along).collect()
    };
    let sizes = [vec![x.size(0), channels * layer.groups], lengths].concat();
    Tensor::from_fn(&sizes, |index| {
        let (sample, output, position) = (index[0], index[1], &index[2..]);
        let (group, per_group) = (output / channels, inputs / layer.groups);
        let mut sum = bias.map_or(0.0, |bias| bias.at(&[output]));
        for tap in indices(kernel) {
            let Some(source) = source(position, &tap) else { continue };
            for input in group * per_group..(group + 1) * per_group {
                let value = x.inside(sample, input, &source).unwrap_or(0.0);
                sum += weight.at(&[&[input, output % channels], &tap[..]].concat()) * value;
            }
        }
        sum
    })
}

fn signed(tap: &[usize]) -> Vec<isize> {
    tap.iter().map(|place| *place as isize).collect()
}
