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
            let (dim, input) = (axis + 2, x.dim(axis + 2)?);
            let taps: Vec<Vec<(usize, f64)>> =
                (0..output).map(|place| taps(self, input, output, place)).collect();
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

/// The positions of the input whose weighted sum is one place of the output along an axis, with the weights.
///
/// Pixels are areas, the centre of the first at ½. With `align_corners` they are points, and the first and
/// the last keep their places.
fn taps(upsample: &Upsample, input: usize, output: usize, place: usize) -> Vec<(usize, f64)> {
    let last = input - 1;
    let source = match upsample.align_corners {
        true if output == 1 => 0.0,
        true => (place * last) as f64 / (output - 1) as f64,
        false => (place as f64 + 0.5) * input as f64 / output as f64 - 0.5,
    };
    let inside = |position: f64| (position.max(0.0) as usize).min(last);
    match upsample.mode {
        UpsampleMode::Nearest => vec![(place * input / output, 1.0)],
        UpsampleMode::Linear => {
            let source = source.max(0.0);
            let part = source.fract();
            vec![(inside(source), 1.0 - part), (inside(source + 1.0), part)]
        }
        UpsampleMode::Cubic => {
            let first = source.floor();
            let tap = |position: f64| (inside(position), cubic((source - position).abs()));
            [-1.0, 0.0, 1.0, 2.0].map(|offset| tap(first + offset)).to_vec()
        }
    }
}

/// Keys' cubic kernel, with PyTorch's `A = −0.75`.
fn cubic(d: f64) -> f64 {
    const A: f64 = -0.75;
    if d <= 1.0 {
        ((A + 2.0) * d - (A + 3.0)) * d * d + 1.0
    } else {
        ((A * d - 5.0 * A) * d + 8.0 * A) * d - 4.0 * A
    }
}
