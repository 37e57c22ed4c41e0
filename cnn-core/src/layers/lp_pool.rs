//! Pooling by a norm.

use core::fmt;

use super::avgpool::AvgPool;
use super::window::Window;
use crate::facts::{Ends, Family, Keeps, Keyword, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    norm_type: Float,
    kernel_size: Axes,
    stride: Axes = kernel_size,
    ceil_mode: Flag = false,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("lp_pool", PARAMS).aliases(&[
        "LpPool",
        "LPPool1d",
        "LPPool2d",
        "LPPool3d",
        "lp_pool1d",
        "lp_pool2d",
        "lp_pool3d",
    ]),
    family: Family::Pool,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> LpPool {
    let axes = call.spatial_rank(1, 3);
    let norm_type = call.positive(PARAM.norm_type);
    let window = Window::of_pool(call, axes, PARAM.kernel_size, PARAM.stride, None, None);
    LpPool { norm_type, window, ceil_mode: call.flag(PARAM.ceil_mode) }
}

/// The norm of the values in each place of a window, `(Σ xᵖ)^(1/p)`.
///
/// As in PyTorch the powers keep their signs, so that for an odd p a sum may be negative, and its root not a number. A
/// window that extends past the end counts as if its values filled it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LpPool {
    /// The exponent, p.
    pub norm_type: f64,
    /// How the window slides; without padding, and its dilation is 1.
    pub window: Window,
    /// Whether the last window may extend past the end of the input.
    pub ceil_mode: bool,
}

impl LpPool {
    /// The mean of the powers in each place, which times the size of the kernel is their sum.
    pub const fn mean(&self) -> AvgPool {
        AvgPool { window: self.window, ceil_mode: self.ceil_mode, count_include_pad: true }
    }

    /// The number of values of a window.
    pub fn kernel_values(&self) -> f64 {
        self.window.kernel_size.dims().iter().map(|size| *size as f64).product()
    }

    /// The output, `[channels, O…]`, with [`pool_size`](crate::geometry::pool_size) along each axis.
    /// In 3-D, PyTorch refuses a kernel that exceeds the input, as in [`AvgPool`].
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let channels = call.input.size(0);
        let output = self.window.output(call, channels, PARAM.kernel_size, Some(self.ceil_mode));
        self.window.refuse_unpadded(call, PARAM.kernel_size);
        output
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// A power and an addition per value of every window.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::ops(self.window.values(ends.output).times(2))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["LPPool1d", "LPPool2d", "LPPool3d"]
    }

    /// What arrives, its powers, and the sums of them, before and after they are made positive.
    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS_AND_OUTPUT
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        self.window.reach_of_each(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        self.window.write(text, "/")
    }
}
