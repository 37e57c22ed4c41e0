//! Columns put back as the values under a window.

use core::fmt;

use super::conv_transpose::ConvTranspose;
use super::window::Window;
use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensors, geometry};

params! {
    output_size: Axes,
    kernel_size: Axes,
    dilation: Axes = 1,
    padding: Axes = 0,
    stride: Axes = 1,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("fold", PARAMS).aliases(&["Fold", "Col2Im", "col2im"]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Fold {
    let axes = call.spatial_rank(1, 1) * 2;
    let params = [PARAM.kernel_size, PARAM.stride, PARAM.padding, PARAM.dilation];
    let window = Window::of_columns(call, axes, params);
    Fold { output_size: call.axes(PARAM.output_size, axes, 1), window }
}

/// Columns put back to where a window has its places in an image; values that come to the same place are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fold {
    /// Height and width of the output.
    pub output_size: Shape,
    /// How the window slides over the output.
    pub window: Window,
}

impl Fold {
    /// The places of the window along both axes.
    pub const fn places(&self) -> [usize; 2] {
        let (mut places, mut axis) = ([0; 2], 0);
        while axis < 2 {
            let Window { kernel_size, stride, padding, dilation } = &self.window;
            let (size, padding) = (self.output_size.size(axis), padding.axis(axis));
            let (kernel, stride) = (kernel_size.size(axis), stride.size(axis));
            let found = geometry::conv_size(size, kernel, stride, padding, dilation.size(axis));
            places[axis] = match found {
                Some(found) => found,
                None => 0,
            };
            axis += 1;
        }
        places
    }

    /// The same as a transposed convolution, after `[channels × ∏ kernel, ∏ places]` has become `[…, places…]`: a group
    /// for each channel, and weights `[channels × ∏ kernel, 1, kernel…]` that are 1 for each tap at its place and
    /// otherwise 0.
    pub const fn as_conv_transpose(&self, channels: usize) -> ConvTranspose {
        let Window { kernel_size, stride, padding, dilation } = self.window;
        let (places, mut output_padding, mut axis) = (self.places(), Shape::LOST, 0);
        while axis < 2 {
            let reach = places[axis].saturating_sub(1).saturating_mul(stride.size(axis));
            let extent = match geometry::extent(kernel_size.size(axis), dilation.size(axis)) {
                Some(extent) => extent,
                None => 0,
            };
            let padded = self.output_size.size(axis).saturating_add(2 * padding.axis(axis).0);
            output_padding =
                output_padding.push(padded.saturating_sub(reach.saturating_add(extent)));
            axis += 1;
        }
        ConvTranspose {
            in_channels: channels
                .saturating_mul(kernel_size.size(0))
                .saturating_mul(kernel_size.size(1)),
            out_channels: channels,
            window: self.window,
            output_padding,
            groups: channels,
            bias: false,
            parametrization: None,
        }
    }

    /// `[channels, height, width]`, if so many columns arrive as the window has places in that.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if call.input.is_lost() {
            return Shape::LOST;
        }
        let kernel = &self.window.kernel_size;
        let taps = Count::of(kernel.size(0)).times(kernel.size(1)).as_size();
        let taps = call.fits(taps);
        let column = call.input.size(0);
        if taps > 0 && !column.is_multiple_of(taps) {
            let problem = Problem::Indivisible { dim: 0, size: column, by: taps };
            call.fail(PARAM.kernel_size.at(), problem);
        }
        let channels = if taps > 0 && column.is_multiple_of(taps) { column / taps } else { 0 };
        let ([rows, columns], arrive) = (self.places(), call.input.size(1));
        let windows = call.fits(Count::of(rows).times(columns).as_size());
        let known = self.output_size.size(0) > 0 && self.output_size.size(1) > 0 && taps > 0;
        if known && arrive > 0 && windows != arrive {
            call.fail(PARAM.output_size.at(), Problem::WindowCount { windows, arrive });
        }
        Shape::one(channels).join(&self.output_size)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One addition per value that arrives.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::ops(Count::elements(ends.input))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Fold"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    /// One dim becomes two.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Unknown.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        self.window.write(text, "×")
    }
}
