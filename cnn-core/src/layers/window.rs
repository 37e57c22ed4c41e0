//! The sliding window that convolutions and pools share.

use core::fmt;

use super::pad::{Pad, PadMode};
use super::{write_sizes, write_uniform};
use crate::error::Problem;
use crate::facts::{Reach, ReachOf};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::Axes;
use crate::shape::{Count, Shape, geometry};

/// The padding of each side of each spatial axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Padding {
    /// Before the first value of each axis.
    pub before: Shape,
    /// After the last value of each axis.
    pub after: Shape,
}

impl Padding {
    /// The same padding on both sides.
    pub(crate) const fn symmetric(sizes: Shape) -> Padding {
        Padding { before: sizes, after: sizes }
    }

    /// With that of one more axis, in halves.
    const fn and(self, total: usize, side: Same) -> Padding {
        let (less, more) = (total / 2, total - total / 2);
        let (before, after) = match side {
            Same::Upper => (less, more),
            Same::Lower => (more, less),
        };
        Padding { before: self.before.push(before), after: self.after.push(after) }
    }

    /// It as a layer of its own.
    pub(super) const fn filled(&self, mode: PadMode) -> Pad {
        let mut pad = Pad { before: [0; 3], after: [0; 3], mode };
        let mut axis = 0;
        while axis < self.before.rank() {
            let (before, after) = self.axis(axis);
            // A tensor in memory has not so many values.
            pad.before[axis] = 0isize.saturating_add_unsigned(before);
            pad.after[axis] = 0isize.saturating_add_unsigned(after);
            axis += 1;
        }
        pad
    }

    /// The padding of one axis, `(before, after)`.
    pub const fn axis(&self, axis: usize) -> (usize, usize) {
        (self.before.size(axis), self.after.size(axis))
    }
}

/// Where the larger half of a padding is, if it is odd: ONNX's `SAME_UPPER` and `SAME_LOWER`.
#[derive(Clone, Copy)]
pub(super) enum Same {
    /// After the values, as in TensorFlow.
    Upper,
    /// Before the values.
    Lower,
}

/// A window that slides over the spatial axes; one size for each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Window {
    /// The size of the window.
    pub kernel_size: Shape,
    /// The steps between two windows.
    pub stride: Shape,
    /// The padding of the input.
    pub padding: Padding,
    /// The steps between two taps of the window.
    pub dilation: Shape,
}

impl Window {
    /// The window of a pool. Its stride is its kernel, unless one is given; its padding is at most half its
    /// kernel, so that no window lies in the padding alone.
    pub(crate) const fn of_pool(
        call: &mut Call<'_>,
        axes: usize,
        kernel_size: Axes,
        stride: Axes,
        padding: Option<Axes>,
        dilation: Option<Axes>,
    ) -> Window {
        let kernels = call.axes(kernel_size, axes, 1);
        let strides = match call.arg(stride.0) {
            Arg::Omitted => kernels,
            _ => call.axes(stride, axes, 1),
        };
        let dilations = match dilation {
            Some(dilation) => call.axes(dilation, axes, 1),
            None => Shape::splat(1, axes),
        };
        let mut window = Window {
            kernel_size: kernels,
            stride: strides,
            padding: Padding::symmetric(Shape::splat(0, axes)),
            dilation: dilations,
        };
        let Some(padding) = padding else { return window };
        // In the order of the words.
        window.padding = match call.word_for_sizes(padding) {
            Some(0) => window.same(call, Same::Upper),
            Some(_) => window.same(call, Same::Lower),
            None => Padding::symmetric(call.axes(padding, axes, 0)),
        };
        window.refuse_padding(call, padding);
        window
    }

    /// The window under which values are columns.
    pub(super) const fn of_columns(
        call: &mut Call<'_>,
        axes: usize,
        [kernel_size, stride, padding, dilation]: [Axes; 4],
    ) -> Window {
        Window {
            kernel_size: call.axes(kernel_size, axes, 1),
            stride: call.axes(stride, axes, 1),
            padding: Padding::symmetric(call.axes(padding, axes, 0)),
            dilation: call.axes(dilation, axes, 1),
        }
    }

    /// Records an error for a padding of more than half of the kernel.
    const fn refuse_padding(&self, call: &mut Call<'_>, param: Axes) {
        let mut axis = 0;
        while axis < self.kernel_size.rank() {
            let (kernel, (before, after)) = (self.kernel_size.size(axis), self.padding.axis(axis));
            let padding = if before > after { before } else { after };
            if kernel > 0 && padding > kernel / 2 {
                let problem = Problem::PoolPadding { kernel, padding };
                call.fail_with_fix(call.place(param.0, axis), problem, Some(kernel / 2));
            }
            axis += 1;
        }
    }

    /// Records an error in 3-D where the kernel exceeds the input, which PyTorch's average pools refuse there.
    pub(super) const fn refuse_unpadded(&self, call: &mut Call<'_>, param: Axes) {
        let mut axis = 0;
        while axis < 3 && call.input.spatial_rank() == 3 {
            let (kernel, size) = (self.kernel_size.size(axis), call.input.size(axis + 1));
            if size > 0 && kernel > size {
                call.fail(call.place(param.0, axis), Problem::Unpadded { axis, kernel, size });
            }
            axis += 1;
        }
    }

    /// The padding that keeps every size at stride 1, `D × (K − 1)` in total. Where that is odd,
    /// the larger part comes after, as in PyTorch.
    pub(super) const fn keeping(&self, call: &mut Call<'_>) -> Padding {
        let mut padding = Padding::symmetric(Shape::LOST);
        let mut axis = 0;
        while axis < self.kernel_size.rank() {
            let extent = geometry::extent(self.kernel_size.size(axis), self.dilation.size(axis));
            let total = call.fits(extent).saturating_sub(1);
            padding = padding.and(total, Same::Upper);
            axis += 1;
        }
        padding
    }

    /// The padding with which each axis has as many places as strides begin in it,
    /// [`same_padding`](geometry::same_padding) in total.
    pub(super) const fn same(&self, call: &mut Call<'_>, side: Same) -> Padding {
        let mut padding = Padding::symmetric(Shape::LOST);
        let mut axis = 0;
        while axis < self.kernel_size.rank() {
            let (kernel, stride) = (self.kernel_size.size(axis), self.stride.size(axis));
            let size = call.input.size(axis + 1);
            let total = geometry::same_padding(size, kernel, stride, self.dilation.size(axis));
            padding = padding.and(call.fits(total), side);
            axis += 1;
        }
        padding
    }

    /// Records an error where the padding needs more values than there are. `param` is to blame.
    pub(super) const fn refuse_source(&self, call: &mut Call<'_>, mode: PadMode, param: usize) {
        let mut axis = 0;
        while axis < call.input.spatial_rank() {
            let size = call.input.size(axis + 1);
            let (before, after) = self.padding.axis(axis);
            let padding = if before > after { before } else { after };
            let most = mode.most(size);
            if size > 0 && padding > most {
                let problem = Problem::PadSource { axis, padding, size, cut: 0, most };
                call.fail(call.place(param, axis), problem);
            }
            axis += 1;
        }
    }

    /// The output: `channels`, then the places of the window along each axis. `kernel_size` is the
    /// parameter to blame where there is none; `ceil_mode` is that of a pool.
    pub(crate) const fn output(
        &self,
        call: &mut Call<'_>,
        channels: usize,
        kernel_size: Axes,
        ceil_mode: Option<bool>,
    ) -> Shape {
        if call.input.is_lost() {
            return Shape::LOST;
        }
        let axes = call.input.spatial_rank();
        let mut output = Shape::splat(channels, axes + 1);
        let mut axis = 0;
        while axis < axes {
            let (size, kernel) = (call.input.size(axis + 1), self.kernel_size.size(axis));
            let (stride, dilation) = (self.stride.size(axis), self.dilation.size(axis));
            let padding = self.padding.axis(axis);
            let ceil = matches!(ceil_mode, Some(true));
            let places = geometry::pool_size(size, kernel, stride, padding, dilation, ceil);
            let known = size > 0 && kernel > 0 && stride > 0 && dilation > 0;
            if known && matches!(places, Some(0)) {
                let padded = call.fits(geometry::padded(size, padding));
                let problem = Problem::Window { axis, kernel, dilation, size, padded };
                let fix = self.largest_kernel(ceil_mode.is_some(), &call.input);
                call.fail_with_fix(call.place(kernel_size.0, axis), problem, fix);
            }
            let places = call.fits(places);
            output = output.with(axis + 1, places);
            axis += 1;
        }
        output
    }

    /// The largest kernel that fits along all axes.
    const fn largest_kernel(&self, is_pool: bool, input: &Shape) -> Option<usize> {
        let mut largest = usize::MAX;
        let mut axis = 0;
        while axis < input.spatial_rank() {
            let dilation = self.dilation.size(axis);
            let padding = self.padding.axis(axis);
            match geometry::padded(input.size(axis + 1), padding) {
                Some(padded @ 1..) if dilation > 0 => {
                    let fits = (padded - 1) / dilation + 1;
                    // A pool may pad by half its kernel at most.
                    if is_pool && padding.0 > fits / 2 {
                        return None;
                    }
                    if fits < largest {
                        largest = fits;
                    }
                }
                _ => return None,
            }
            axis += 1;
        }
        // A kernel of 1 always fits, and is never what was meant.
        if largest > 1 { Some(largest) } else { None }
    }

    /// Which positions of an axis each position of the output takes.
    pub(crate) const fn reach(&self, axis: usize) -> Reach {
        Reach::Window {
            kernel: self.kernel_size.size(axis),
            stride: self.stride.size(axis),
            padding: self.padding.axis(axis).0,
            dilation: self.dilation.size(axis),
        }
    }

    /// The same for any dim, where each channel is by itself.
    pub(super) const fn reach_of_each(&self, dim: usize) -> ReachOf {
        if dim == 0 { Reach::Same.of(dim) } else { self.reach(dim - 1).of(dim) }
    }

    /// How many values are in all places of the window together, for an output.
    pub(super) const fn values(&self, output: &Shape) -> Count {
        Count::elements(output).times_all(&self.kernel_size)
    }

    /// Its size, and, after the sign for it, its stride where it is more than 1: ` 7×7 /2`.
    pub(crate) fn write(&self, text: &mut dyn fmt::Write, stride: &str) -> fmt::Result {
        let above_one = |sizes: &Shape| sizes.dims().iter().any(|size| *size > 1);
        text.write_str(" ")?;
        write_sizes(text, &self.kernel_size)?;
        if above_one(&self.stride) {
            write!(text, " {stride}")?;
            write_uniform(text, &self.stride)?;
        }
        if above_one(&self.dilation) {
            text.write_str(" dilated ")?;
            write_uniform(text, &self.dilation)?;
        }
        Ok(())
    }
}
