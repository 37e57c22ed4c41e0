//! Channels spread over a finer image.

use core::fmt;

use super::divide;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    upscale_factor: Size,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("pixel_shuffle", PARAMS).aliases(&["PixelShuffle", "depth_to_space"]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> PixelShuffle {
    call.spatial_rank(2, 3);
    PixelShuffle { upscale_factor: call.size(PARAM.upscale_factor) }
}

/// Channels spread over a finer image, `[C × r², H, W]` to `[C, H × r, W × r]`. Works on the last
/// three axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PixelShuffle {
    /// r, the factor by which height and width grow.
    pub upscale_factor: usize,
}

impl PixelShuffle {
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let rank = call.input.rank();
        if rank < 3 || self.upscale_factor == 0 {
            return call.input.keep_first();
        }
        let (dim, r) = (rank - 3, self.upscale_factor);
        let by = call.fits(r.checked_mul(r));
        let channels = divide(call, PARAM.upscale_factor, dim, by);
        let height = call.fits(call.input.size(rank - 2).checked_mul(r));
        let width = call.fits(call.input.size(rank - 1).checked_mul(r));
        call.input.with(dim, channels).with(rank - 2, height).with(rank - 1, width)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["PixelShuffle"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        let reach = match ends.input.rank() - dim {
            1 | 2 => Reach::Nearest,
            3 => Reach::Unknown,
            _ => Reach::Same,
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        write!(text, " ×{}", self.upscale_factor)
    }
}
