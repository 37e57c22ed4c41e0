//! Blurring before values are left out.

use core::fmt;

use super::avgpool::AvgPool;
use super::pad::{Pad, PadMode};
use super::window::{Padding, Window};
use crate::error::{Part, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Axes, params};
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    channels: Size = _,
    filt_size: Size = 3,
    stride: Axes = 2,
    pad_mode: Word.words(&["reflect", "replicate", "circular", "zeros"]),
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("blur_pool", PARAMS).aliases(&[
        "BlurPool",
        "BlurPool1d",
        "BlurPool2d",
        "BlurPool3d",
    ]),
    family: Family::Pool,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> BlurPool {
    let axes = call.spatial_rank(1, 3);
    call.features(PARAM.channels, Part::Channels);
    let filt_size = match call.size(PARAM.filt_size) {
        1 => {
            call.fail(PARAM.filt_size.at(), Problem::TooSmall { value: 1, least: 2 });
            0
        }
        size => size,
    };
    let stride = call.axes(PARAM.stride, axes, 1);
    let mut padding = Shape::LOST;
    while padding.rank() < axes {
        // No size in memory comes near to where this would overflow.
        let reach = stride.size(padding.rank()).saturating_sub(1).saturating_add(filt_size);
        padding = padding.push(reach.saturating_sub(1) / 2);
    }
    // In the order of the words.
    let pad_mode = match call.word(PARAM.pad_mode) {
        0 => PadMode::Reflect,
        1 => PadMode::Replicate,
        2 => PadMode::Circular,
        _ => PadMode::Zeros,
    };
    let window = Window {
        kernel_size: Shape::splat(filt_size, axes),
        stride,
        padding: Padding::symmetric(padding),
        dilation: Shape::splat(1, axes),
    };
    BlurPool { window, pad_mode }
}

/// The mean of the values in each place of a window, weighted by binomial coefficients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BlurPool {
    /// How the window slides; its dilation is 1.
    pub window: Window,
    /// The values of the padding.
    pub pad_mode: PadMode,
}

impl BlurPool {
    /// The same as other layers: a [`Pad`], and how often an average pool of two values per axis follows, then the
    /// last of these pools, which has the stride. Binomial coefficients are sums of two neighbours, again and again.
    pub const fn as_means(&self) -> (Pad, usize, AvgPool, AvgPool) {
        let axes = self.window.kernel_size.rank();
        let pad = self.window.padding.filled(self.pad_mode);
        let window = Window {
            kernel_size: Shape::splat(2, axes),
            stride: Shape::splat(1, axes),
            padding: Padding::symmetric(Shape::splat(0, axes)),
            dilation: Shape::splat(1, axes),
        };
        let each = AvgPool { window, ceil_mode: false, count_include_pad: true };
        let last = AvgPool { window: Window { stride: self.window.stride, ..window }, ..each };
        (pad, self.window.kernel_size.size(0).saturating_sub(2), each, last)
    }

    /// The output, `[channels, O…]`, with [`conv_size`](crate::geometry::conv_size) along each axis.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        self.window.refuse_source(call, self.pad_mode, PARAM.filt_size.0);
        self.window.output(call, call.input.size(0), Axes(PARAM.filt_size.0), None)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One addition per value of every window.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::ops(self.window.values(ends.output))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["BlurPool1d", "BlurPool2d", "BlurPool3d"]
    }

    /// As a convolution whose weights are not learned.
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
