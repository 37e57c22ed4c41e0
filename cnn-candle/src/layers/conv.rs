//! Convolutions and fully connected layers.
//!
//! Candle convolves rows and images, with one stride, one padding and one dilation for all axes. Other
//! convolutions are sums over the taps of their first axis: each tap adds a convolution of the rows (or
//! planes) below it with that row of the kernel.

use candle_core::{Result, Tensor};
use cnn_core::Shape;
use cnn_core::layers::{Conv, ConvTranspose, Linear, PadMode};

use super::weights::{standardized, weights};
use crate::layer::{Site, Unary};
use crate::state::LayerState;
use crate::tensor::{every, extend, per_channel, reduce};

impl Unary for Conv {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        if self.padding_mode != PadMode::Zeros {
            let (pad, unpadded) = self.after_pad();
            return unpadded.forward(&pad.forward(x, site)?, site);
        }
        let (Site { state, output }, window) = (site, &self.window);
        let (before, after) = (window.padding.before.dims(), window.padding.after.dims());
        let params = Params {
            stride: window.stride.dims(),
            dilation: window.dilation.dims(),
            places: &output.dims()[1..],
            groups: self.groups,
        };
        let padded = || {
            let mut sides = before.iter().zip(after).enumerate();
            sides.try_fold(x.clone(), |x, (axis, (before, after))| {
                x.pad_with_zeros(axis + 2, *before, *after)
            })
        };
        let (mut weight, padding) = (weights(self.parametrization, 0, state)?, before[0]);
        if let Some(how) = &self.standardization {
            weight = standardized(how, &weight, state)?;
        }
        let y = if is_depthwise(self) {
            params.depthwise(&padded()?, &weight.squeeze(1)?, 0)?
        } else if params.are_candles() && before.iter().chain(after).all(|side| *side == padding) {
            params.convolve(x, &weight, padding)?
        } else {
            params.convolve(&padded()?, &weight, 0)?
        };
        plus_bias(state, y)
    }

    fn computes_in_half(&self) -> bool {
        // A depthwise one is a sum of products, and no product of matrices.
        !is_depthwise(self) && self.standardization.is_none() && self.parametrization.is_none()
    }

    fn weight_scale(&self, _: &Shape, scale: &Tensor) -> Result<Option<Tensor>> {
        // What is made of other weights would undo the factors.
        let stored = self.standardization.is_none() && self.parametrization.is_none();
        Ok(stored.then(|| scale.clone()))
    }
}

/// Whether each channel has a kernel of its own. Candle makes a convolution of each group, which takes
/// two to seven times as long as [`Params::depthwise`].
fn is_depthwise(conv: &Conv) -> bool {
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

/// The parameters of a convolution along the axes that are left of it.
#[derive(Clone, Copy)]
struct Params<'a> {
    stride: &'a [usize],
    dilation: &'a [usize],
    /// The size of the output along each axis.
    places: &'a [usize],
    groups: usize,
}

impl Params<'_> {
    /// Whether candle has a convolution with these parameters.
    fn are_candles(&self) -> bool {
        are_candles(self.stride, self.dilation)
    }

    /// The convolution without bias. If it is not one of candle's, there must be no padding.
    fn convolve(&self, x: &Tensor, weight: &Tensor, padding: usize) -> Result<Tensor> {
        let (stride, dilation) = (self.stride[0], self.dilation[0]);
        match self.stride.len() {
            1 => x.conv1d(weight, padding, stride, dilation, self.groups),
            2 if self.are_candles() => x.conv2d(weight, padding, stride, dilation, self.groups),
            _ => reduce((0..weight.dim(2)?).map(|tap| self.under_tap(x, weight, tap)), Tensor::add),
        }
    }

    /// A depthwise convolution by a weight `[channels, taps…]` of the taps from this axis on: the sum of
    /// the values under each tap, times the channel's weight of that tap.
    fn depthwise(&self, x: &Tensor, weight: &Tensor, axis: usize) -> Result<Tensor> {
        if weight.rank() == 1 {
            return x.contiguous()?.broadcast_mul(&per_channel(weight, x)?);
        }
        let (stride, dilation) = (self.stride[axis], self.dilation[axis]);
        let under = |tap| {
            let x = every(x, axis + 2, tap * dilation, stride, self.places[axis])?;
            self.depthwise(&x, &weight.narrow(1, tap, 1)?.squeeze(1)?, axis + 1)
        };
        reduce((0..weight.dim(1)?).map(under), Tensor::add)
    }

    /// What one tap of the first axis adds: a convolution over one axis less, for which each place along
    /// the first axis is a sample.
    fn under_tap(&self, x: &Tensor, weight: &Tensor, tap: usize) -> Result<Tensor> {
        let places = self.places[0];
        let rows = every(x, 2, tap * self.dilation[0], self.stride[0], places)?.transpose(1, 2)?;
        let (samples, rest) = (x.dim(0)?, rows.dims()[2..].to_vec());
        let rows = rows.contiguous()?.reshape([&[samples * places], &rest[..]].concat())?;
        let weight = weight.narrow(2, tap, 1)?.squeeze(2)?.contiguous()?;
        let inner = Params {
            stride: &self.stride[1..],
            dilation: &self.dilation[1..],
            places: &self.places[1..],
            groups: self.groups,
        };
        let y = inner.convolve(&rows, &weight, 0)?;
        y.reshape([&[samples, places], &y.dims()[1..]].concat())?.transpose(1, 2)?.contiguous()
    }
}

impl Unary for ConvTranspose {
    fn forward(&self, x: &Tensor, Site { state, output }: Site<'_>) -> Result<Tensor> {
        plus_bias(state, transposed(self, &weights(self.parametrization, 1, state)?, output, x)?)
    }

    /// An input channel goes to the output channels of its group: the factors are
    /// `[in, out / groups]`.
    fn weight_scale(&self, _: &Shape, scale: &Tensor) -> Result<Option<Tensor>> {
        if self.parametrization.is_some() {
            return Ok(None);
        }
        let (inputs, outputs) = (self.in_channels / self.groups, self.out_channels / self.groups);
        let table = scale.reshape((self.groups, 1, outputs))?;
        let table = table.broadcast_as((self.groups, inputs, outputs))?;
        table.reshape((self.in_channels, outputs)).map(Some)
    }
}

/// The transposed convolution without bias.
pub(super) fn transposed(
    conv: &ConvTranspose,
    weight: &Tensor,
    output: &Shape,
    x: &Tensor,
) -> Result<Tensor> {
    let (stride, dilation) = (conv.window.stride.dims(), conv.window.dilation.dims());
    let mostly_zeros = stride.iter().fold(1, |all: usize, stride| all.saturating_mul(*stride)) > 2;
    if mostly_zeros && are_candles(stride, dilation) {
        scattered(conv, weight, x)
    } else {
        convolved(conv, weight, output, x)
    }
}

/// By candle's own function for images, group by group and without padding. The one for rows is wrong for
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

/// As a convolution of the input, with zeros between its values, by the flipped kernel. This is faster if
/// few of the values are zeros, and works for volumes.
fn convolved(conv: &ConvTranspose, weight: &Tensor, output: &Shape, x: &Tensor) -> Result<Tensor> {
    let (window, kernel) = (&conv.window, &conv.window.kernel_size);
    let mut spread = x.clone();
    for axis in 0..kernel.rank() {
        let (before, after) = window.padding.axis(axis);
        // The kernel reaches this far over the ends.
        let reach = (window.dilation.size(axis) * (kernel.size(axis) - 1)) as isize;
        let ends = [before, after].map(|padding| reach - padding as isize);
        let after = ends[1] + conv.output_padding.size(axis) as isize;
        spread = zeros_between(&spread, axis + 2, window.stride.size(axis))?;
        spread = extend(&spread, axis + 2, ends[0], after)?;
    }
    let ones = vec![1; kernel.rank()];
    let params = Params {
        stride: &ones,
        dilation: window.dilation.dims(),
        places: &output.dims()[1..],
        groups: conv.groups,
    };
    params.convolve(&spread, &flipped(weight, conv.groups)?, 0)
}

/// The values along a dim with `stride − 1` zeros between neighbours.
fn zeros_between(x: &Tensor, dim: usize, stride: usize) -> Result<Tensor> {
    // A single value has no neighbour, however large the stride is.
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
fn flipped(weight: &Tensor, groups: usize) -> Result<Tensor> {
    let (inputs, outputs, taps) = (weight.dim(0)?, weight.dim(1)?, &weight.dims()[2..]);
    let table = weight.reshape([&[groups, inputs / groups, outputs], taps].concat())?;
    let table = table.transpose(1, 2)?.contiguous()?;
    let kernel = table.reshape([&[groups * outputs, inputs / groups], taps].concat())?;
    let axes: Vec<usize> = (2..weight.rank()).collect();
    kernel.flip(&axes)?.contiguous()
}

fn plus_bias(state: &LayerState, y: Tensor) -> Result<Tensor> {
    match state.get("bias") {
        Some(bias) => y.broadcast_add(&per_channel(bias, &y)?),
        None => Ok(y),
    }
}

/// All axes but the last are samples. PyTorch's weight is `[out_features, in_features]`.
impl Unary for Linear {
    fn forward(&self, x: &Tensor, Site { state, .. }: Site<'_>) -> Result<Tensor> {
        let leading = if self.flatten { 1 } else { x.rank() - 1 };
        rows(x, leading, &weights(self.parametrization, 0, state)?, state.get("bias"))
    }

    fn computes_in_half(&self) -> bool {
        self.parametrization.is_none()
    }

    fn weight_scale(&self, output: &Shape, scale: &Tensor) -> Result<Option<Tensor>> {
        // On more axes, the channels of a norm are not the features.
        Ok((output.rank() == 1 && self.parametrization.is_none()).then(|| scale.clone()))
    }
}

/// `x Wᵀ + b`, where all axes but the first `leading` ones are a row.
pub(super) fn rows(
    x: &Tensor,
    leading: usize,
    weight: &Tensor,
    bias: Option<&Tensor>,
) -> Result<Tensor> {
    let (outputs, features) = weight.dims2()?;
    let y = x.reshape((x.elem_count() / features, features))?.matmul(&weight.t()?)?;
    let y = match bias {
        Some(bias) => y.broadcast_add(bias)?,
        None => y,
    };
    y.reshape([&x.dims()[..leading], &[outputs]].concat())
}
