//! Convolutions and fully connected layers.
//!
//! Candle convolves rows and images, with one stride, one padding and one dilation. Others are sums
//! over the taps of their first axis: under each tap lie rows (or planes) that are convolved with that
//! row of the kernel.

use candle_core::{Result, Tensor};
use cnn::Shape;
use cnn::ops::{Conv, ConvTranspose, Linear};

use super::resize::extend;
use super::{every, per_channel, reduce};
use crate::state::State;

pub(crate) fn conv(conv: &Conv, state: &State, output: &Shape, x: &Tensor) -> Result<Tensor> {
    let window = &conv.window;
    let (before, after) = (window.padding.before.dims(), window.padding.after.dims());
    let steps = Steps {
        stride: window.stride.dims(),
        dilation: window.dilation.dims(),
        places: &output.dims()[1..],
        groups: conv.groups,
    };
    let padded = || {
        let mut sides = before.iter().zip(after).enumerate();
        sides.try_fold(x.clone(), |x, (axis, (before, after))| {
            x.pad_with_zeros(axis + 2, *before, *after)
        })
    };
    let (weight, padding) = (state.weight(), before[0]);
    let y = if is_depthwise(conv) {
        steps.shift(&padded()?, &weight.squeeze(1)?, 0)?
    } else if steps.are_candles() && before.iter().chain(after).all(|side| *side == padding) {
        steps.convolve(x, weight, padding)?
    } else {
        steps.convolve(&padded()?, weight, 0)?
    };
    plus_bias(state, y)
}

/// Whether each channel has a kernel of its own. Candle makes a convolution of each group, which takes
/// two to seven times as long as [`Steps::shift`].
pub(crate) fn is_depthwise(conv: &Conv) -> bool {
    conv.groups > 1 && conv.groups == conv.in_channels && conv.groups == conv.out_channels
}

/// Whether candle has convolutions with this stride and dilation.
fn are_candles(stride: &[usize], dilation: &[usize]) -> bool {
    match (stride, dilation) {
        ([_], [_]) => true,
        ([a, b], [c, d]) => a == b && c == d,
        _ => false,
    }
}

/// How a kernel moves over its input.
#[derive(Clone, Copy)]
struct Steps<'a> {
    stride: &'a [usize],
    dilation: &'a [usize],
    /// How many places it takes along each axis.
    places: &'a [usize],
    groups: usize,
}

impl Steps<'_> {
    /// Whether candle has a convolution with these.
    fn are_candles(&self) -> bool {
        are_candles(self.stride, self.dilation)
    }

    /// The convolution without bias; a padding only if it is one of candle's.
    fn convolve(&self, x: &Tensor, weight: &Tensor, padding: usize) -> Result<Tensor> {
        let (stride, dilation) = (self.stride[0], self.dilation[0]);
        match self.stride.len() {
            1 => x.conv1d(weight, padding, stride, dilation, self.groups),
            2 if self.are_candles() => x.conv2d(weight, padding, stride, dilation, self.groups),
            _ => reduce((0..weight.dim(2)?).map(|tap| self.under_tap(x, weight, tap)), Tensor::add),
        }
    }

    /// The sum of what lies under each tap from this axis on, times the channel's weight `[channels,
    /// taps…]` of it.
    fn shift(&self, x: &Tensor, weight: &Tensor, axis: usize) -> Result<Tensor> {
        if weight.rank() == 1 {
            return x.contiguous()?.broadcast_mul(&per_channel(weight, x)?);
        }
        let (stride, dilation) = (self.stride[axis], self.dilation[axis]);
        let under = |tap| {
            let x = every(x, axis + 2, tap * dilation, stride, self.places[axis])?;
            self.shift(&x, &weight.narrow(1, tap, 1)?.squeeze(1)?, axis + 1)
        };
        reduce((0..weight.dim(1)?).map(under), Tensor::add)
    }

    /// What one tap of the first axis adds: a convolution over one axis less, in which the places
    /// along the first axis are samples.
    fn under_tap(&self, x: &Tensor, weight: &Tensor, tap: usize) -> Result<Tensor> {
        let places = self.places[0];
        let rows = every(x, 2, tap * self.dilation[0], self.stride[0], places)?.transpose(1, 2)?;
        let (samples, rest) = (x.dim(0)?, rows.dims()[2..].to_vec());
        let rows = rows.contiguous()?.reshape([&[samples * places], &rest[..]].concat())?;
        let weight = weight.narrow(2, tap, 1)?.squeeze(2)?.contiguous()?;
        let inner = Steps {
            stride: &self.stride[1..],
            dilation: &self.dilation[1..],
            places: &self.places[1..],
            groups: self.groups,
        };
        let y = inner.convolve(&rows, &weight, 0)?;
        y.reshape([&[samples, places], &y.dims()[1..]].concat())?.transpose(1, 2)?.contiguous()
    }
}

pub(crate) fn conv_transpose(
    conv: &ConvTranspose,
    state: &State,
    output: &Shape,
    x: &Tensor,
) -> Result<Tensor> {
    let (stride, dilation) = (conv.window.stride.dims(), conv.window.dilation.dims());
    let mostly_zeros = stride.iter().fold(1, |all: usize, stride| all.saturating_mul(*stride)) > 2;
    let y = if mostly_zeros && are_candles(stride, dilation) {
        scattered(conv, state.weight(), x)?
    } else {
        convolved(conv, state.weight(), output, x)?
    };
    plus_bias(state, y)
}

/// By candle's own function for images, without padding and for each group. That for rows is wrong for
/// more than one sample, in candle 0.11.1 on the CPU.
fn scattered(conv: &ConvTranspose, weight: &Tensor, x: &Tensor) -> Result<Tensor> {
    let window = &conv.window;
    let (stride, dilation) = (window.stride.size(0), window.dilation.size(0));
    let is_row = x.rank() == 3;
    let image = |row: &Tensor| if is_row { row.unsqueeze(2) } else { Ok(row.clone()) };
    let (inputs, kernels) =
        (image(x)?.chunk(conv.groups, 1)?, image(weight)?.chunk(conv.groups, 0)?);
    let groups = inputs.iter().zip(&kernels);
    let groups = groups.map(|(x, kernel)| x.conv_transpose2d(kernel, 0, 0, stride, dilation));
    let y = Tensor::cat(&groups.collect::<Result<Vec<Tensor>>>()?, 1)?;
    let y = if is_row { y.squeeze(2)? } else { y };
    (0..window.stride.rank()).try_fold(y, |y, axis| {
        let (before, after) = window.padding.axis(axis);
        let after = conv.output_padding.size(axis) as isize - after as isize;
        extend(&y, axis + 2, -(before as isize), after)
    })
}

/// As a convolution of the input with zeros between its values, by the kernel turned around: the faster
/// way where few of the values are zeros, and one for volumes.
fn convolved(conv: &ConvTranspose, weight: &Tensor, output: &Shape, x: &Tensor) -> Result<Tensor> {
    let (window, kernel) = (&conv.window, &conv.window.kernel_size);
    let mut spread = x.clone();
    for axis in 0..kernel.rank() {
        let (before, after) = window.padding.axis(axis);
        // So far the kernel reaches over the ends.
        let reach = (window.dilation.size(axis) * (kernel.size(axis) - 1)) as isize;
        let ends = [before, after].map(|padding| reach - padding as isize);
        let after = ends[1] + conv.output_padding.size(axis) as isize;
        spread = zeros_between(&spread, axis + 2, window.stride.size(axis))?;
        spread = extend(&spread, axis + 2, ends[0], after)?;
    }
    let ones = vec![1; kernel.rank()];
    let steps = Steps {
        stride: &ones,
        dilation: window.dilation.dims(),
        places: &output.dims()[1..],
        groups: conv.groups,
    };
    steps.convolve(&spread, &turned(weight, conv.groups)?, 0)
}

/// The values along a dim with `stride − 1` zeros between each two.
fn zeros_between(x: &Tensor, dim: usize, stride: usize) -> Result<Tensor> {
    // A single value has nothing beside it, however large the stride is.
    if stride == 1 || x.dim(dim)? == 1 {
        return Ok(x.clone());
    }
    let mut dims = x.dims().to_vec();
    let length = (dims[dim] - 1) * stride + 1;
    dims[dim] *= stride;
    x.unsqueeze(dim + 1)?
        .pad_with_zeros(dim + 1, 0, stride - 1)?
        .reshape(dims)?
        .narrow(dim, 0, length)?
        .contiguous()
}

/// The kernel `[in, out / groups, …]` as that of a convolution, `[out, in / groups, …]`, with its
/// taps from the last to the first.
fn turned(weight: &Tensor, groups: usize) -> Result<Tensor> {
    let (inputs, outputs, taps) = (weight.dim(0)?, weight.dim(1)?, &weight.dims()[2..]);
    let table = weight.reshape([&[groups, inputs / groups, outputs], taps].concat())?;
    let table = table.transpose(1, 2)?.contiguous()?;
    let kernel = table.reshape([&[groups * outputs, inputs / groups], taps].concat())?;
    let axes: Vec<usize> = (2..weight.rank()).collect();
    kernel.flip(&axes)?.contiguous()
}

fn plus_bias(state: &State, y: Tensor) -> Result<Tensor> {
    match state.get("bias") {
        Some(bias) => y.broadcast_add(&per_channel(bias, &y)?),
        None => Ok(y),
    }
}

/// All but the last axis are samples. PyTorch's weight is `[out_features, in_features]`.
pub(crate) fn fully_connected(layer: &Linear, state: &State, x: &Tensor) -> Result<Tensor> {
    let leading = if layer.flatten { &x.dims()[..1] } else { &x.dims()[..x.rank() - 1] };
    let rows = x.reshape((leading.iter().product::<usize>(), layer.in_features))?;
    let y = rows.matmul(&state.weight().t()?)?;
    let y = match state.get("bias") {
        Some(bias) => y.broadcast_add(bias)?,
        None => y,
    };
    y.reshape([leading, &[layer.out_features]].concat())
}
