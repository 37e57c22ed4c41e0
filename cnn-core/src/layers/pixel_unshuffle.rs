//! A coarser image with more channels.

use core::fmt;

use super::divide;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    downscale_factor: Size,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("pixel_unshuffle", PARAMS)
        .aliases(&["PixelUnshuffle", "space_to_depth"]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> PixelUnshuffle {
    call.spatial_rank(2, 3);
    PixelUnshuffle { downscale_factor: call.size(PARAM.downscale_factor) }
}

/// The inverse of [`PixelShuffle`](super::PixelShuffle), `[C, H × r, W × r]` to `[C × r², H, W]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PixelUnshuffle {
    /// r, the factor by which height and width shrink.
    pub downscale_factor: usize,
}

impl PixelUnshuffle {
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let rank = call.input.rank();
        if rank < 3 || self.downscale_factor == 0 {
            return call.input.keep_first();
        }
        let (dim, r) = (rank - 3, self.downscale_factor);
        let height = divide(call, PARAM.downscale_factor, rank - 2, r);
        let width = divide(call, PARAM.downscale_factor, rank - 1, r);
        let by = call.fits(r.checked_mul(r));
        let channels = call.fits(call.input.size(dim).checked_mul(by));
        call.input.with(dim, channels).with(rank - 2, height).with(rank - 1, width)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["PixelUnshuffle"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    /// Along height and width, each channel takes one of the positions in a window.
    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        let factor = self.downscale_factor;
        let reach = match ends.input.rank() - dim {
            1 | 2 => Reach::Window { kernel: factor, stride: factor, padding: 0, dilation: 1 },
            3 => Reach::Unknown,
            _ => Reach::Same,
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        write!(text, " /{}", self.downscale_factor)
    }
}
