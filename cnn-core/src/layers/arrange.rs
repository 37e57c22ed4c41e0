//! Layers that move values around and compute nothing.

use crate::call::Call;
use crate::error::{At, Problem};
use crate::signature::{Param, Signature};
use crate::{Arg, Shape};

pub(crate) mod signature {
    use super::*;

    pub(crate) const FLATTEN: Signature = {
        const PARAMS: &[Param] =
            &[Param::signed("start_dim").or_signed(1), Param::signed("end_dim").or_signed(-1)];
        Signature::new("flatten", PARAMS).aliases(&["Flatten", "view", "reshape"])
    };
    pub(crate) const PERMUTE: Signature =
        Signature::new("permute", &[Param::signed_list("dims")]).aliases(&["Permute", "transpose"]);
    pub(crate) const CHANNELS: Signature =
        Signature::new("channels", &[Param::range("range")]).aliases(&["narrow", "slice", "chunk"]);
    pub(crate) const PIXEL_SHUFFLE: Signature =
        Signature::new("pixel_shuffle", &[Param::size("upscale_factor")])
            .aliases(&["PixelShuffle", "depth_to_space"]);
    pub(crate) const PIXEL_UNSHUFFLE: Signature =
        Signature::new("pixel_unshuffle", &[Param::size("downscale_factor")])
            .aliases(&["PixelUnshuffle", "space_to_depth"]);
    pub(crate) const CHANNEL_SHUFFLE: Signature =
        Signature::new("channel_shuffle", &[Param::size("groups")]).aliases(&["ChannelShuffle"]);
}

/// Several dims made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Flatten {
    /// The first of them, an index into the shape without the batch axis.
    pub start_dim: usize,
    /// The last of them, likewise.
    pub end_dim: usize,
}

impl Flatten {
    pub(crate) const fn read(call: &mut Call<'_>) -> Flatten {
        let (Some(start), Some(end)) = (call.dim(0), call.dim(1)) else {
            return Flatten { start_dim: 0, end_dim: 0 };
        };
        if start > end {
            let problem = Problem::DimOrder { start: start + 1, end: end + 1 };
            call.fail(call.place(0, 0), problem);
        }
        Flatten { start_dim: start, end_dim: end }
    }

    /// The input with the sizes from `start_dim` to `end_dim` multiplied.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let mut output = Shape::LOST;
        let mut dim = if call.errors.is_empty() { 0 } else { call.input.rank() };
        while dim < call.input.rank() {
            let size = call.input.size(dim);
            if dim > self.start_dim && dim <= self.end_dim {
                let last = output.rank() - 1;
                let product = call.fits(output.size(last).checked_mul(size));
                output = output.with(last, product);
            } else {
                output = output.push(size);
            }
            dim += 1;
        }
        output
    }
}

/// Dims in another order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Permute {
    /// For each dim of the output the dim of the input, indices into the shape without the batch
    /// axis.
    pub dims: Shape,
}

impl Permute {
    /// Reads dims that count the batch axis as 0, which has to stay in front.
    pub(crate) const fn read(call: &mut Call<'_>) -> Permute {
        let rank = call.input.rank();
        let mut dims = Shape::LOST;
        let list = match call.arg(0) {
            Arg::List(list) => list,
            _ => &[],
        };
        let mut taken = [false; crate::MAX_RANK + 1];
        let mut valid = list.len() == rank + 1;
        let mut i = 0;
        while valid && i < list.len() {
            let dim = match list[i] {
                Arg::Signed(value) if value < 0 => value.wrapping_add(rank as isize + 1),
                Arg::Signed(value) => value,
                _ => -1,
            };
            valid = dim >= 0 && dim <= rank as isize && (dim == 0) == (i == 0);
            if valid {
                valid = !taken[dim as usize];
                taken[dim as usize] = true;
            }
            if valid && i > 0 {
                dims = dims.push(dim as usize - 1);
            }
            i += 1;
        }
        if !valid && !call.input.is_lost() {
            call.fail(At::Param(0), Problem::Permutation { dims: rank + 1 });
        }
        Permute { dims }
    }

    /// The sizes of the input in their new order.
    pub(crate) const fn output(&self, call: &Call<'_>) -> Shape {
        let mut output = Shape::LOST;
        while output.rank() < self.dims.rank() {
            output = output.push(call.input.size(self.dims.size(output.rank())));
        }
        output
    }
}

/// Some of the channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Channels {
    /// The first channel.
    pub start: usize,
    /// The first channel after the range.
    pub end: usize,
}

impl Channels {
    pub(crate) const fn read(call: &mut Call<'_>) -> Channels {
        let Arg::Range(start, end) = call.arg(0) else { return Channels { start: 0, end: 0 } };
        let channels = call.input.size(0);
        if start >= end || (channels > 0 && end > channels) {
            call.fail(At::Param(0), Problem::ChannelRange { start, end, channels });
            return Channels { start: 0, end: 0 };
        }
        Channels { start, end }
    }

    /// The input with as many channels as the range has.
    pub(crate) const fn output(&self, call: &Call<'_>) -> Shape {
        call.input.with(0, self.end - self.start)
    }
}

/// Channels spread over a finer image, `[C × r², H, W]` to `[C, H × r, W × r]`. Works on the last
/// three axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PixelShuffle {
    /// r, by which height and width grow.
    pub upscale_factor: usize,
}

impl PixelShuffle {
    pub(crate) const fn read(call: &mut Call<'_>) -> PixelShuffle {
        call.spatial_rank(2, 3);
        PixelShuffle { upscale_factor: call.size(0) }
    }

    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let rank = call.input.rank();
        if rank < 3 || self.upscale_factor == 0 {
            return call.input.keep_first();
        }
        let (dim, r) = (rank - 3, self.upscale_factor);
        let by = call.fits(r.checked_mul(r));
        let channels = divide(call, dim, by);
        let height = call.fits(call.input.size(rank - 2).checked_mul(r));
        let width = call.fits(call.input.size(rank - 1).checked_mul(r));
        call.input.with(dim, channels).with(rank - 2, height).with(rank - 1, width)
    }
}

/// The inverse of [`PixelShuffle`], `[C, H × r, W × r]` to `[C × r², H, W]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PixelUnshuffle {
    /// r, by which height and width shrink.
    pub downscale_factor: usize,
}

impl PixelUnshuffle {
    pub(crate) const fn read(call: &mut Call<'_>) -> PixelUnshuffle {
        call.spatial_rank(2, 3);
        PixelUnshuffle { downscale_factor: call.size(0) }
    }

    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let rank = call.input.rank();
        if rank < 3 || self.downscale_factor == 0 {
            return call.input.keep_first();
        }
        let (dim, r) = (rank - 3, self.downscale_factor);
        let height = divide(call, rank - 2, r);
        let width = divide(call, rank - 1, r);
        let by = call.fits(r.checked_mul(r));
        let channels = call.fits(call.input.size(dim).checked_mul(by));
        call.input.with(dim, channels).with(rank - 2, height).with(rank - 1, width)
    }
}

/// Channels interleaved: group `g` of `G`, channel `c` becomes channel `c × G + g`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ChannelShuffle {
    /// The groups, which divide the channels.
    pub groups: usize,
}

impl ChannelShuffle {
    pub(crate) const fn read(call: &mut Call<'_>) -> ChannelShuffle {
        call.spatial_rank(1, 3);
        let groups = call.size(0);
        let channels = call.input.size(0);
        if groups > 0 && !channels.is_multiple_of(groups) {
            call.fail(At::Param(0), Problem::Groups { groups, channels, output: false });
        }
        ChannelShuffle { groups }
    }
}

/// A size divided by what has to divide it.
const fn divide(call: &mut Call<'_>, dim: usize, by: usize) -> usize {
    let size = call.input.size(dim);
    if by == 0 {
        return 0;
    }
    if !size.is_multiple_of(by) {
        call.fail(call.place(0, 0), Problem::Indivisible { dim, size, by });
        return 0;
    }
    size / by
}
