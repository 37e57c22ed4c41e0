//! Upsampling.

use core::fmt;

use super::write_sizes;
use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensors};

params! {
    scale_factor: Factors = size,
    mode: Word.words(&["nearest", "linear", "bilinear", "bicubic", "trilinear"]),
    align_corners: Flag = false,
    size: Axes.one_per_axis() = scale_factor,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("upsample", PARAMS)
        .aliases(&[
            "Upsample",
            "UpsamplingNearest2d",
            "upsample_nearest",
            "interpolate",
            "Resize",
            "UpSampling1D",
            "UpSampling2D",
            "UpSampling3D",
        ])
        .translations(&[
            (
                "UpsamplingBilinear2d",
                "upsample(scale_factor, mode = bilinear, align_corners = true)",
            ),
            ("upsample_bilinear", "upsample(scale_factor, mode = bilinear, align_corners = true)"),
        ]),
    family: Family::Pool,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Upsample {
    let axes = call.spatial_rank(1, 3);
    let mode = read_mode(call, axes);
    let align_corners = call.flag(PARAM.align_corners);
    if align_corners && matches!(mode, UpsampleMode::Nearest) {
        call.fail(PARAM.align_corners.at(), Problem::NothingToAlign);
    }
    match (call.arg(PARAM.scale_factor.0), call.arg(PARAM.size.0)) {
        (Arg::Omitted, Arg::Omitted) => {
            call.fail(At::Layer, one_of(false));
            Upsample { scale_factor: None, size: Shape::splat(0, axes), mode, align_corners }
        }
        (Arg::Omitted, _) => {
            let size = call.axes(PARAM.size, axes, 1);
            Upsample { scale_factor: None, size, mode, align_corners }
        }
        (_, size) => {
            if !matches!(size, Arg::Omitted) {
                call.fail(PARAM.size.at(), one_of(true));
            }
            let factors = call.factors(PARAM.scale_factor, axes);
            let mut size = Shape::LOST;
            while size.rank() < axes {
                let scaled = scale(call, size.rank(), factors[size.rank()]);
                size = size.push(scaled);
            }
            Upsample { scale_factor: Some(factors), size, mode, align_corners }
        }
    }
}

/// The size of an axis times a factor, rounded down.
const fn scale(call: &mut Call<'_>, axis: usize, factor: f64) -> usize {
    let size = call.input.size(axis + 1);
    let whole = factor as usize;
    if whole as f64 == factor {
        return call.fits(size.checked_mul(whole));
    }
    let scaled = size as f64 * factor;
    if size > 0 && factor > 0.0 && scaled < 1.0 {
        call.fail(call.place(PARAM.scale_factor.0, axis), Problem::ScaledAway { axis, size });
    }
    // What is larger does not fit in a `usize`.
    call.fits(if scaled < usize::MAX as f64 { Some(scaled as usize) } else { None })
}

/// Either the factor or the size must be given.
const fn one_of(both: bool) -> Problem {
    Problem::OneOf { first: PARAM.scale_factor.0, second: PARAM.size.0, both }
}

const fn read_mode(call: &mut Call<'_>, axes: usize) -> UpsampleMode {
    // In the order of the words; the number of axes that each is for.
    let (mode, needs) = match call.word(PARAM.mode) {
        1 => (UpsampleMode::Linear, 1),
        2 => (UpsampleMode::Linear, 2),
        3 => (UpsampleMode::Cubic, 2),
        4 => (UpsampleMode::Linear, 3),
        _ => return UpsampleMode::Nearest,
    };
    if axes > 0 && axes != needs {
        call.fail(PARAM.mode.at(), Problem::ModeRank { axes: needs });
    }
    mode
}

/// How values between the given ones are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum UpsampleMode {
    /// The nearest value.
    Nearest,
    /// Linear interpolation along each axis: PyTorch's `linear`, `bilinear` and `trilinear`.
    Linear,
    /// Cubic interpolation along both axes: PyTorch's `bicubic`.
    Cubic,
}

/// A finer grid over the spatial axes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Upsample {
    /// The factor of each axis, if it was declared with factors; 0 for axes that do not exist.
    pub scale_factor: Option<[f64; 3]>,
    /// The size of each axis of the output.
    pub size: Shape,
    /// How values are computed.
    pub mode: UpsampleMode,
    /// Whether the outermost values of input and output are at the same place.
    pub align_corners: bool,
}

impl Upsample {
    /// The factor of an axis of this size, if the output was rounded down: as in PyTorch, places are then scaled by
    /// the factor. Otherwise it is the quotient of the sizes.
    pub const fn rounded(&self, axis: usize, input: usize) -> Option<f64> {
        let Some(factors) = self.scale_factor else { return None };
        let (factor, output) = (factors[axis], self.size.size(axis));
        // PyTorch has a faster way for images that stay or become twice as large.
        let image = matches!(self.mode, UpsampleMode::Nearest) && self.size.rank() == 2;
        let whole = factor * input as f64 == output as f64
            || image && (output == input || output == input.saturating_mul(2));
        if whole { None } else { Some(factor) }
    }

    /// The input with its spatial axes scaled.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if call.input.is_lost() {
            return Shape::LOST;
        }
        Shape::one(call.input.size(0)).join(&self.size)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One operation for each value that is weighed in: none for the nearest one, `2^axes` for
    /// linear, `4^axes` for cubic interpolation, per value of the output.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let taps = match self.mode {
            UpsampleMode::Nearest => return Work::NONE,
            UpsampleMode::Linear => 2,
            UpsampleMode::Cubic => 4,
        };
        Work::ops(Count::elements(ends.output).times_all(&Shape::splat(taps, self.size.rank())))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Upsample"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        if dim == 0 {
            return Reach::Same.of(dim);
        }
        // There is no rule for what was rounded, unless the corners are aligned.
        if !self.align_corners && self.rounded(dim - 1, ends.input.size(dim)).is_some() {
            return Reach::Unknown.of(dim);
        }
        let (before, after) = match self.mode {
            UpsampleMode::Nearest => return Reach::Nearest.of(dim),
            UpsampleMode::Linear => (0, 1),
            UpsampleMode::Cubic => (-1, 2),
        };
        Reach::Around { before, after, align_corners: self.align_corners }.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        let factors = self.scale_factor.as_ref().map(|factors| &factors[..self.size.rank()]);
        match factors {
            Some([factor, others @ ..]) if others.iter().all(|other| other == factor) => {
                write!(text, " ×{factor}")
            }
            _ => {
                text.write_str(" to ")?;
                write_sizes(text, &self.size)
            }
        }
    }
}
