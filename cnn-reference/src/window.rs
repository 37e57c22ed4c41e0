//! The places of a sliding window.

use cnn_core::layers::Window;

use crate::tensor::Tensor;

/// Where the windows start along one axis of length `size`, counted from its first value: negative
/// in the padding before it.
///
/// Windows follow one another by the stride. Each has to lie inside the padded axis. With `ceil_mode`
/// one more may extend past the end of the input, if the one before it has not reached the end; it has to start
/// inside the axis or the padding before it.
fn starts(window: &Window, axis: usize, size: usize, ceil_mode: bool) -> Vec<isize> {
    let (before, after) = window.padding.axis(axis);
    let (stride, padded) = (window.stride.size(axis), before + size + after);
    let extent = window.dilation.size(axis) * (window.kernel_size.size(axis) - 1) + 1;
    let has_a_place = |start: &usize| {
        if ceil_mode {
            *start < before + size && start + extent < padded + stride
        } else {
            start + extent <= padded
        }
    };
    let starts = (0..).step_by(stride).take_while(has_a_place);
    starts.map(|start| start as isize - before as isize).collect()
}

/// Where the windows start along each spatial axis of `[batch, channels, axes…]`.
pub(crate) fn all_starts(window: &Window, x: &Tensor, ceil_mode: bool) -> Vec<Vec<isize>> {
    let axes = x.sizes()[2..].iter().enumerate();
    axes.map(|(axis, size)| starts(window, axis, *size, ceil_mode)).collect()
}

/// The number of windows along each axis.
pub(crate) fn places(starts: &[Vec<isize>]) -> Vec<usize> {
    starts.iter().map(Vec::len).collect()
}

/// The position under one tap of the window at a place.
pub(crate) fn position(
    window: &Window,
    starts: &[Vec<isize>],
    place: &[usize],
    tap: &[usize],
) -> Vec<isize> {
    let along =
        |axis: usize| starts[axis][place[axis]] + (tap[axis] * window.dilation.size(axis)) as isize;
    (0..place.len()).map(along).collect()
}
