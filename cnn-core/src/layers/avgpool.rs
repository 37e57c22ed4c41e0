//! Average pooling.

use core::fmt;

use super::window::Window;
use crate::facts::{Ends, Family, Keeps, Keyword, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    kernel_size: Axes,
    stride: Axes = kernel_size,
    padding: Axes.words(&["same_upper", "same_lower"]) = 0,
    ceil_mode: Flag = false,
    count_include_pad: Flag = true,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("avgpool", PARAMS)
        .aliases(&[
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
        .translations(&[("AvgPool2dSame", "avgpool(kernel_size, stride, same_upper)")]),
    family: Family::Pool,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> AvgPool {
    let axes = call.spatial_rank(1, 3);
    let padding = Some(PARAM.padding);
    AvgPool {
        window: Window::of_pool(call, axes, PARAM.kernel_size, PARAM.stride, padding, None),
        ceil_mode: call.flag(PARAM.ceil_mode),
        count_include_pad: call.flag(PARAM.count_include_pad),
    }
}

/// The mean of the values in each place of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AvgPool {
    /// How the window slides; its dilation is 1.
    pub window: Window,
    /// Whether the last window may extend past the end of the input.
    pub ceil_mode: bool,
    /// Whether the padding counts as values of the window.
    pub count_include_pad: bool,
}

impl AvgPool {
    /// The output, `[channels, O…]`, with [`pool_size`](crate::geometry::pool_size) along each axis.
    /// In 3-D, PyTorch refuses a kernel that exceeds the input, even where padding would make it fit.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let channels = call.input.size(0);
        let output = self.window.output(call, channels, PARAM.kernel_size, Some(self.ceil_mode));
        // What is padded as in TensorFlow is padded before.
        if call.word_for_sizes(PARAM.padding).is_none() {
            self.window.refuse_unpadded(call, PARAM.kernel_size);
        }
        output
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One addition per value of every window.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::ops(self.window.values(ends.output))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["AvgPool1d", "AvgPool2d", "AvgPool3d"]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        self.window.reach_of_each(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        self.window.write(text, "/")
    }
}
