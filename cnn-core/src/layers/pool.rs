//! Max and average pooling, also to a fixed output size.

use super::window::{Padding, Window};
use crate::call::Call;
use crate::error::Problem;
use crate::kind::Kind;
use crate::signature::{Param, Signature};
use crate::{Arg, Count, Shape, geometry};

const KERNEL_SIZE: usize = 0;
const STRIDE: usize = 1;
const PADDING: usize = 2;

pub(crate) mod max {
    use super::*;

    pub(super) const DILATION: usize = 3;
    pub(super) const CEIL_MODE: usize = 4;

    pub(crate) const SIGNATURE: Signature = {
        const PARAMS: &[Param] = &[
            Param::axes("kernel_size"),
            Param::axes("stride").or(Arg::Omitted),
            Param::axes("padding").or_size(0),
            Param::axes("dilation").or_size(1),
            Param::flag("ceil_mode", false),
        ];
        Signature::new("maxpool", PARAMS).positional(3).aliases(&[
            "MaxPool",
            "MaxPool1d",
            "MaxPool2d",
            "MaxPool3d",
            "max_pool",
            "max_pool1d",
            "max_pool2d",
            "max_pool3d",
            "MaxPooling1D",
            "MaxPooling2D",
            "MaxPooling3D",
            "MaxPool1D",
            "MaxPool2D",
            "MaxPool3D",
        ])
    };
}

pub(crate) mod avg {
    use super::*;

    pub(super) const CEIL_MODE: usize = 3;
    pub(super) const COUNT_INCLUDE_PAD: usize = 4;

    pub(crate) const SIGNATURE: Signature = {
        const PARAMS: &[Param] = &[
            Param::axes("kernel_size"),
            Param::axes("stride").or(Arg::Omitted),
            Param::axes("padding").or_size(0),
            Param::flag("ceil_mode", false),
            Param::flag("count_include_pad", true),
        ];
        Signature::new("avgpool", PARAMS).positional(3).aliases(&[
            "AvgPool",
            "AvgPool1d",
            "AvgPool2d",
            "AvgPool3d",
            "avg_pool",
            "avg_pool1d",
            "avg_pool2d",
            "avg_pool3d",
            "AveragePooling1D",
            "AveragePooling2D",
            "AveragePooling3D",
            "averagepool",
            "meanpool",
        ])
    };
}

pub(crate) mod adaptive {
    use super::*;

    pub(super) const OUTPUT_SIZE: usize = 0;

    const PARAMS: &[Param] = &[Param::axes("output_size").one_per_axis().inferable()];

    pub(crate) const AVG: Signature = Signature::new("adaptive_avgpool", PARAMS).aliases(&[
        "AdaptiveAvgPool",
        "AdaptiveAvgPool1d",
        "AdaptiveAvgPool2d",
        "AdaptiveAvgPool3d",
        "adaptive_avg_pool",
        "adaptive_avg_pool1d",
        "adaptive_avg_pool2d",
        "adaptive_avg_pool3d",
        "global_avgpool",
        "GlobalAveragePooling1D",
        "GlobalAveragePooling2D",
        "GlobalAveragePooling3D",
    ]);

    pub(crate) const MAX: Signature = Signature::new("adaptive_maxpool", PARAMS).aliases(&[
        "AdaptiveMaxPool",
        "AdaptiveMaxPool1d",
        "AdaptiveMaxPool2d",
        "AdaptiveMaxPool3d",
        "adaptive_max_pool",
        "adaptive_max_pool1d",
        "adaptive_max_pool2d",
        "adaptive_max_pool3d",
        "global_maxpool",
        "GlobalMaxPooling1D",
        "GlobalMaxPooling2D",
        "GlobalMaxPooling3D",
    ]);
}

/// The largest value in each place of a window. The padding never is the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MaxPool {
    /// How the window slides.
    pub window: Window,
    /// Whether the last window may hang over the end.
    pub ceil_mode: bool,
}

impl MaxPool {
    pub(crate) const fn read(call: &mut Call<'_>) -> MaxPool {
        let axes = call.spatial_rank(1, 3);
        let window = read_window(call, axes, Some(max::DILATION));
        MaxPool { window, ceil_mode: call.flag(max::CEIL_MODE) }
    }

    /// The output, `[channels, O…]`, with [`geometry::pool_size`] along each axis.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        self.window.output(call, call.input.size(0), KERNEL_SIZE, self.ceil_mode)
    }

    /// One comparison per value of every window.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times_all(&self.window.kernel_size)
    }
}

/// The mean of the values in each place of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AvgPool {
    /// How the window slides; its dilation is 1.
    pub window: Window,
    /// Whether the last window may hang over the end.
    pub ceil_mode: bool,
    /// Whether the padding counts as values of the window.
    pub count_include_pad: bool,
}

impl AvgPool {
    pub(crate) const fn read(call: &mut Call<'_>) -> AvgPool {
        let axes = call.spatial_rank(1, 3);
        let window = read_window(call, axes, None);
        AvgPool {
            window,
            ceil_mode: call.flag(avg::CEIL_MODE),
            count_include_pad: call.flag(avg::COUNT_INCLUDE_PAD),
        }
    }

    /// The output, `[channels, O…]`, with [`geometry::pool_size`] along each axis. In 3-D, PyTorch
    /// refuses a kernel that exceeds the input, even where padding would make it fit.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let output = self.window.output(call, call.input.size(0), KERNEL_SIZE, self.ceil_mode);
        let mut axis = 0;
        while axis < 3 && call.input.spatial_rank() == 3 {
            let (kernel, size) = (self.window.kernel_size.size(axis), call.input.size(axis + 1));
            if size > 0 && kernel > size {
                let problem = Problem::Unpadded { axis, kernel, size };
                call.fail(call.place(KERNEL_SIZE, axis), problem);
            }
            axis += 1;
        }
        output
    }

    /// One addition per value of every window.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        Count::elements(output).times_all(&self.window.kernel_size)
    }
}

/// A pool to a fixed output size: its windows divide each axis as evenly as they can.
///
/// Window `j` of `O` along an axis of size `I` reaches from `⌊j × I / O⌋` to `⌈(j + 1) × I / O⌉`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AdaptivePool {
    /// Whether the mean is taken, not the maximum.
    pub average: bool,
    /// The size of each axis of the output.
    pub output_size: Shape,
}

impl AdaptivePool {
    pub(crate) const fn read(call: &mut Call<'_>) -> AdaptivePool {
        let axes = call.spatial_rank(1, 3);
        let output_size = call.axes(adaptive::OUTPUT_SIZE, axes, 1);
        AdaptivePool { average: matches!(call.kind, Kind::AdaptiveAvgPool), output_size }
    }

    /// The output, `[channels, output_size…]`.
    pub(crate) const fn output(&self, call: &Call<'_>) -> Shape {
        if call.input.is_lost() {
            return Shape::LOST;
        }
        Shape::one(call.input.size(0)).join(&self.output_size)
    }

    /// One addition or comparison per value of every window,
    /// `channels × ∏` [`adaptive_windows`](geometry::adaptive_windows).
    pub(crate) const fn ops(&self, call: &mut Call<'_>) -> Count {
        let mut count = Count::of(call.input.size(0));
        let mut axis = 0;
        while axis < self.output_size.rank() {
            let (input, output) = (call.input.size(axis + 1), self.output_size.size(axis));
            let values = call.fits(geometry::adaptive_windows(input, output));
            count = count.times(values);
            axis += 1;
        }
        count
    }
}

/// The window of a pool. Its stride is its kernel, unless one is given; its padding is at most
/// half its kernel, so that no window lies in the padding alone.
const fn read_window(call: &mut Call<'_>, axes: usize, dilation: Option<usize>) -> Window {
    let kernel_size = call.axes(KERNEL_SIZE, axes, 1);
    let stride = match call.arg(STRIDE) {
        Arg::Omitted => kernel_size,
        _ => call.axes(STRIDE, axes, 1),
    };
    let padding = call.axes(PADDING, axes, 0);
    let mut axis = 0;
    while axis < axes {
        let (kernel, padding) = (kernel_size.size(axis), padding.size(axis));
        if kernel > 0 && padding > kernel / 2 {
            let problem = Problem::PoolPadding { kernel, padding };
            call.fail_with_fix(call.place(PADDING, axis), problem, Some(kernel / 2));
        }
        axis += 1;
    }
    let dilation = match dilation {
        Some(param) => call.axes(param, axes, 1),
        None => Shape::splat(1, axes),
    };
    Window { kernel_size, stride, padding: Padding::symmetric(padding), dilation }
}
