//! Max pooling.

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
    dilation: Axes = 1,
    ceil_mode: Flag = false,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("maxpool", PARAMS)
        .lacks(&[(4, "return_indices")])
        .aliases(&[
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
        .translations(&[("MaxPool2dSame", "maxpool(kernel_size, stride, same_upper)")]),
    family: Family::Pool,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> MaxPool {
    let axes = call.spatial_rank(1, 3);
    let (kernel_size, stride) = (PARAM.kernel_size, PARAM.stride);
    let (padding, dilation) = (Some(PARAM.padding), Some(PARAM.dilation));
    let window = Window::of_pool(call, axes, kernel_size, stride, padding, dilation);
    MaxPool { window, ceil_mode: call.flag(PARAM.ceil_mode) }
}

/// The largest value in each place of a window. The padding never is the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MaxPool {
    /// How the window slides.
    pub window: Window,
    /// Whether the last window may extend past the end of the input.
    pub ceil_mode: bool,
}

impl MaxPool {
    /// The output, `[channels, O…]`, with [`pool_size`](crate::geometry::pool_size) along each axis.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        self.window.output(call, call.input.size(0), PARAM.kernel_size, Some(self.ceil_mode))
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One comparison per value of every window.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::ops(self.window.values(ends.output))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["MaxPool1d", "MaxPool2d", "MaxPool3d"]
    }

    /// The input, and which value of each window was the largest.
    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS.and_bytes(8)
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        self.window.reach_of_each(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        self.window.write(text, "/")
    }
}
