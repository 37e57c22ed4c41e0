//! The sliding window that convolutions and pools share.

use crate::Shape;
use crate::call::Call;
use crate::error::Problem;
use crate::{Kind, geometry};

/// What is added around the spatial axes, for each axis and side.
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

    /// The padding of one axis, `(before, after)`.
    pub const fn axis(&self, axis: usize) -> (usize, usize) {
        (self.before.size(axis), self.after.size(axis))
    }
}

/// A window that slides over the spatial axes; one size for each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Window {
    /// The size of the window.
    pub kernel_size: Shape,
    /// The steps between two windows.
    pub stride: Shape,
    /// What is added around the input.
    pub padding: Padding,
    /// The steps between two taps of the window.
    pub dilation: Shape,
}

impl Window {
    /// The padding that keeps every size at stride 1, `D × (K − 1)` in total. Where that is odd,
    /// the larger part comes after, as in PyTorch.
    pub(crate) const fn same(call: &mut Call<'_>, kernel: &Shape, dilation: &Shape) -> Padding {
        let mut padding = Padding::symmetric(Shape::LOST);
        let mut axis = 0;
        while axis < kernel.rank() {
            let extent = geometry::extent(kernel.size(axis), dilation.size(axis));
            let total = call.fits(extent).saturating_sub(1);
            padding.before = padding.before.push(total / 2);
            padding.after = padding.after.push(total - total / 2);
            axis += 1;
        }
        padding
    }

    /// The output: `channels`, then the places of the window along each axis. `kernel_size` is the
    /// parameter to blame where there is none.
    pub(crate) const fn output(
        &self,
        call: &mut Call<'_>,
        channels: usize,
        kernel_size: usize,
        ceil_mode: bool,
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
            let places = geometry::pool_size(size, kernel, stride, padding, dilation, ceil_mode);
            let known = size > 0 && kernel > 0 && stride > 0 && dilation > 0;
            if known && matches!(places, Some(0)) {
                let padded = call.fits(geometry::padded(size, padding));
                let problem = Problem::Window { axis, kernel, dilation, size, padded };
                let fix = self.largest_kernel(call.kind, &call.input);
                call.fail_with_fix(call.place(kernel_size, axis), problem, fix);
            }
            let places = call.fits(places);
            output.sizes[axis + 1] = places;
            axis += 1;
        }
        output
    }

    /// The largest kernel that fits along all axes.
    const fn largest_kernel(&self, kind: Kind, input: &Shape) -> Option<usize> {
        let mut largest = usize::MAX;
        let mut axis = 0;
        while axis < input.spatial_rank() {
            let dilation = self.dilation.size(axis);
            let padding = self.padding.axis(axis);
            match geometry::padded(input.size(axis + 1), padding) {
                Some(padded @ 1..) if dilation > 0 => {
                    let fits = (padded - 1) / dilation + 1;
                    // A pool may pad by half its kernel at most.
                    if matches!(kind, Kind::MaxPool | Kind::AvgPool) && padding.0 > fits / 2 {
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
}
