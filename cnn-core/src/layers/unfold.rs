//! The values under a window as columns.

use core::fmt;

use super::window::Window;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensors};

params! {
    kernel_size: Axes,
    dilation: Axes = 1,
    padding: Axes = 0,
    stride: Axes = 1,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("unfold", PARAMS).aliases(&["Unfold", "im2col"]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Unfold {
    let axes = call.spatial_rank(2, 2);
    let params = [PARAM.kernel_size, PARAM.stride, PARAM.padding, PARAM.dilation];
    let window = Window::of_columns(call, axes, params);
    Unfold { window }
}

/// The values in each place of a window over an image, as a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Unfold {
    /// How the window slides.
    pub window: Window,
}

impl Unfold {
    /// `[channels × ∏ kernel, ∏ O]`, with [`conv_size`](crate::geometry::conv_size) along each axis.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let channels = call.input.size(0);
        let places = self.window.output(call, channels, PARAM.kernel_size, None);
        if call.input.is_lost() {
            return Shape::LOST;
        }
        let kernel = &self.window.kernel_size;
        let column = Count::of(channels).times(kernel.size(0)).times(kernel.size(1));
        let columns = Count::of(places.size(1)).times(places.size(2));
        Shape::new(&[call.fits(column.as_size()), call.fits(columns.as_size())])
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Unfold"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    /// Both axes become one.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Unknown.of(if dim == 0 { 0 } else { 1 })
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        self.window.write(text, "/")
    }
}
