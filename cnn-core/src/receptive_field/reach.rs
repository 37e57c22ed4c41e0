//! How a layer's output depends on its input, one dim at a time.

use super::taps::{Run, Taps};
use crate::Shape;
use crate::op::Op;

/// How the values along a dim of the output depend on those along a dim of the input. Other dims are
/// not looked at: what a layer does to one, it does to it everywhere.
pub(super) enum Reach {
    /// Each position takes the same position.
    Same,
    /// Each position takes some, which move along with it.
    Taps(Taps),
    /// Each position takes all.
    All,
    /// Several dims become one, in which the positions of each are spread.
    Merged,
    /// It cannot be said.
    Unknown,
}

/// Where a dim of a layer's input is in its output, and how that depends on it.
pub(super) struct Dim {
    pub(super) dim: usize,
    pub(super) reach: Reach,
}

/// What becomes of `dim` of a layer's input, for all layers but joins and networks.
pub(super) fn reach(op: &Op, dim: usize, input: &Shape, output: &Shape) -> Dim {
    let reach = match op {
        Op::Permute(permute) => return permuted(permute.dims.dims(), dim),
        Op::Flatten(flatten) => return flattened(flatten.start_dim, flatten.end_dim, dim, input),
        Op::Linear(linear) if linear.flatten => return Dim { dim: 0, reach: Reach::All },
        _ if dim == 0 => along_channels(op, input),
        _ => along_axis(op, dim, input, output),
    };
    Dim { dim, reach }
}

fn permuted(dims: &[usize], dim: usize) -> Dim {
    let place = dims.iter().position(|from| *from == dim);
    Dim { dim: place.unwrap_or(dim), reach: Reach::Same }
}

fn flattened(start: usize, end: usize, dim: usize, input: &Shape) -> Dim {
    if dim < start {
        return Dim { dim, reach: Reach::Same };
    }
    if dim > end {
        return Dim { dim: dim - (end - start), reach: Reach::Same };
    }
    let alone = (start..=end).all(|other| other == dim || input.size(other) == 1);
    Dim { dim: start, reach: if alone { Reach::Same } else { Reach::Merged } }
}

/// The channels, along which there is something to say only where a permutation has put an axis.
fn along_channels(op: &Op, input: &Shape) -> Reach {
    match op {
        Op::Conv(conv) if conv.groups == 1 => Reach::All,
        Op::ConvTranspose(conv) if conv.groups == 1 => Reach::All,
        Op::Conv(_) | Op::ConvTranspose(_) | Op::ChannelShuffle(_) => Reach::Unknown,
        Op::PixelShuffle(_) | Op::PixelUnshuffle(_) if input.rank() == 3 => Reach::Unknown,
        Op::Linear(_) if input.rank() == 1 => Reach::All,
        Op::LocalResponseNorm(norm) => {
            // Channels c − ⌊size / 2⌋ … c + ⌊(size − 1) / 2⌋.
            let size = norm.size as i128;
            Reach::Taps(Taps::sliding(1, Run { first: -(size / 2), count: size, step: 1 }))
        }
        Op::GroupNorm(norm) if norm.num_groups == 1 => Reach::All,
        Op::GroupNorm(_) => Reach::Unknown,
        Op::LayerNorm(norm) => normalized(norm.normalized_shape.rank(), 0, input),
        Op::Channels(channels) => Reach::Taps(Taps::moved(channels.start as isize)),
        Op::Softmax(softmax) if softmax.dim == 0 => Reach::All,
        Op::Glu(glu) if glu.dim == 0 => halves(input.size(0)),
        _ => Reach::Same,
    }
}

/// An axis behind the channels.
fn along_axis(op: &Op, dim: usize, input: &Shape, output: &Shape) -> Reach {
    let (axis, from_last) = (dim - 1, input.rank() - dim);
    let (size, places) = (input.size(dim), output.size(dim));
    let taps = match op {
        Op::Conv(conv) => Some(Taps::window(&conv.window, axis)),
        Op::MaxPool(pool) => Some(Taps::window(&pool.window, axis)),
        Op::AvgPool(pool) => Some(Taps::window(&pool.window, axis)),
        Op::ConvTranspose(conv) => Taps::transposed(conv, axis),
        Op::AdaptivePool(_) if places == 1 => return Reach::All,
        Op::AdaptivePool(_) => Taps::adaptive(size, places),
        Op::Upsample(upsample) => Taps::upsampling(upsample, size, places),
        Op::Pad(pad) => Some(Taps::moved(pad.before[axis].saturating_neg())),
        Op::PixelShuffle(_) if from_last <= 2 => Taps::nearest(size, places),
        Op::PixelUnshuffle(shuffle) if from_last <= 2 => {
            // Each channel takes one of these.
            let count = shuffle.downscale_factor;
            let run = Run { first: 0, count: count as i128, step: 1 };
            Some(Taps::sliding(count, run))
        }
        Op::PixelShuffle(_) | Op::PixelUnshuffle(_) if from_last == 3 => return Reach::Unknown,
        Op::Linear(_) if from_last == 1 => return Reach::All,
        Op::Softmax(softmax) if softmax.dim == dim => return Reach::All,
        Op::Glu(glu) if glu.dim == dim => return halves(size),
        Op::LayerNorm(norm) => return normalized(norm.normalized_shape.rank(), dim, input),
        // Statistics of the sample; those of training are constants.
        Op::GroupNorm(_) => return Reach::All,
        Op::InstanceNorm(norm) if !norm.track_running_stats => return Reach::All,
        Op::BatchNorm(norm) if !norm.track_running_stats => return Reach::All,
        _ => return Reach::Same,
    };
    taps.map_or(Reach::Unknown, Reach::Taps)
}

/// A norm over the last dims.
fn normalized(dims: usize, dim: usize, input: &Shape) -> Reach {
    if input.rank() - dim <= dims { Reach::All } else { Reach::Same }
}

/// A position of the first half, and the same one of the second half.
fn halves(size: usize) -> Reach {
    let half = (size / 2) as i128;
    let run = |first| Run { first, count: 2, step: half };
    if half > super::along::LONGEST as i128 {
        return Reach::Unknown;
    }
    Reach::Taps(Taps { runs: (0..half).map(run).collect(), shift: None })
}
