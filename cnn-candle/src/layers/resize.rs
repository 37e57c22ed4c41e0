//! Padding and upsampling, one axis after the other.

use candle_core::{Result, Tensor};
use cnn_core::layers::{Pad, PadMode, Upsample, UpsampleMode};

use crate::layer::{Site, Unary};
use crate::tensor::{along, extend, reduce, select};

impl Unary for Pad {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        (2..x.rank()).try_fold(x.clone(), |x, dim| {
            let (before, after) = (self.before[dim - 2], self.after[dim - 2]);
            if (before, after) == (0, 0) {
                return Ok(x);
            }
            if self.mode == PadMode::Zeros {
                return extend(&x, dim, before, after);
            }
            let size = x.dim(dim)?;
            let length = size.saturating_add_signed(before).saturating_add_signed(after);
            let positions = (0..length as isize).map(|place| place - before);
            select(&x, dim, positions.map(|position| inside(self, dim - 2, size, position)))
        })
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// The position along an axis of `size` whose value fills a position that may lie outside.
fn inside(pad: &Pad, axis: usize, size: usize, position: isize) -> usize {
    let last = size as isize - 1;
    let position = match pad.mode {
        PadMode::Reflect if position > last => 2 * last - position,
        PadMode::Reflect => position.abs(),
        PadMode::Circular => {
            // Values that are cut off do not come back at the other end.
            let first = (-pad.before[axis]).max(0);
            let end = last + 1 - (-pad.after[axis]).max(0);
            first + (position - first).rem_euclid(end - first)
        }
        PadMode::Zeros | PadMode::Replicate => position.clamp(0, last),
    };
    position.unsigned_abs()
}

impl Unary for Upsample {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        self.size.dims().iter().enumerate().try_fold(x.clone(), |x, (axis, &output)| {
            let dim = axis + 2;
            let taps = self.taps(axis, x.dim(dim)?);
            let weighted = (0..taps[0].len()).map(|tap| {
                let positions = taps.iter().map(|taps| taps[tap].0);
                let values = select(&x, dim, positions)?;
                if self.mode == UpsampleMode::Nearest {
                    return Ok(values);
                }
                let weights: Vec<f64> = taps.iter().map(|taps| taps[tap].1).collect();
                let weights = Tensor::from_vec(weights, output, x.device())?.to_dtype(x.dtype())?;
                values.broadcast_mul(&along(&weights, dim, &x)?)
            });
            reduce(weighted, Tensor::add)
        })
    }
}
