//! Padding and upsampling.

use burn::tensor::module::interpolate;
use burn::tensor::ops::{InterpolateMode, InterpolateOptions, PadMode as Fill};
use burn::tensor::{Tensor, TensorData};
use cnn_core::layers::{Pad, PadMode, Upsample, UpsampleMode};

use crate::layer::{Site, Stateless};
use crate::tensor::{along, by_columns, by_planes};
use crate::value::{Value, keep_rank};

impl Stateless for Pad {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        keep_rank!(x, x => match self.mode {
            PadMode::Zeros => crop(self, enlarge(self, Fill::Constant(0.0), x)),
            PadMode::Reflect => crop(self, enlarge(self, Fill::Reflect, x)),
            PadMode::Replicate => crop(self, enlarge(self, Fill::Edge, x)),
            // Values that are cut off do not come back at the other end.
            PadMode::Circular => wrap(self, crop(self, x)),
        })
    }
}

/// Adds the paddings that are not negative.
fn enlarge<const D: usize>(pad: &Pad, fill: Fill, x: Tensor<D>) -> Tensor<D> {
    let sides: Vec<(usize, usize)> = sides(pad, D)
        .map(|(_, before, after)| (before.max(0).unsigned_abs(), after.max(0).unsigned_abs()))
        .collect();
    x.pad(sides, fill)
}

/// Cuts off the paddings that are negative.
fn crop<const D: usize>(pad: &Pad, x: Tensor<D>) -> Tensor<D> {
    sides(pad, D).fold(x, |x, (dim, before, after)| {
        let (before, after) = (before.min(0).unsigned_abs(), after.min(0).unsigned_abs());
        if before + after == 0 {
            return x;
        }
        let length = x.dims()[dim] - before - after;
        x.narrow(dim, before, length)
    })
}

/// Repeats the values at the other end of each axis.
fn wrap<const D: usize>(pad: &Pad, x: Tensor<D>) -> Tensor<D> {
    sides(pad, D).fold(x, |x, (dim, before, after)| {
        let size = x.dims()[dim];
        let mut parts = vec![x.clone()];
        if before > 0 {
            let before = before.unsigned_abs();
            parts.insert(0, x.clone().narrow(dim, size - before, before));
        }
        if after > 0 {
            parts.push(x.narrow(dim, 0, after.unsigned_abs()));
        }
        Tensor::cat(parts, dim)
    })
}

/// The spatial dims of a tensor of this rank, with their paddings before and after.
fn sides(pad: &Pad, rank: usize) -> impl Iterator<Item = (usize, isize, isize)> {
    (2..rank).map(|dim| (dim, pad.before[dim - 2], pad.after[dim - 2]))
}

/// burn upsamples images. A row is an image with a single row; a volume is upsampled plane by plane, then
/// along its depth.
impl Stateless for Upsample {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        let size = |axis| self.size.size(axis);
        let inputs = x.dims();
        let rounded = |axis| self.rounded(axis, inputs[axis + 2]).is_some();
        if !self.align_corners && (0..self.size.rank()).any(rounded) {
            return keep_rank!(x, x => weighted(self, x));
        }
        match x {
            Value::Rank3(x) => {
                let [n, c, length] = x.dims();
                let row = resize(self, x.reshape([n, c, 1, length]), [1, size(0)]);
                Value::Rank3(row.reshape([n, c, size(0)]))
            }
            Value::Rank4(x) => Value::Rank4(resize(self, x, [size(0), size(1)])),
            Value::Rank5(x) => {
                let planes = by_planes(x, |x| resize(self, x, [size(1), size(2)]));
                Value::Rank5(by_columns(planes, |x| {
                    let [n, c, depth] = x.dims();
                    let row = resize(self, x.reshape([n, c, 1, depth]), [1, size(0)]);
                    row.reshape([n, c, size(0)])
                }))
            }
            Value::Rank2(_) => {
                unreachable!("the input of an upsample has one to three spatial axes")
            }
        }
    }
}

/// Sums of selected values with their weights, one axis after the other: burn scales places by the quotient of the
/// sizes, which is not the factor where the size was rounded down.
fn weighted<const D: usize>(upsample: &Upsample, x: Tensor<D>) -> Tensor<D> {
    (0..upsample.size.rank()).fold(x, |x, axis| {
        let (dim, device) = (axis + 2, x.device());
        let taps = upsample.taps(axis, x.dims()[dim]);
        let terms = (0..taps[0].len()).map(|tap| {
            let positions: Vec<i64> = taps.iter().map(|taps| taps[tap].0 as i64).collect();
            let weights: Vec<f64> = taps.iter().map(|taps| taps[tap].1).collect();
            let positions = Tensor::from_data(TensorData::from(&positions[..]), &device);
            let weights = TensorData::from(&weights[..]);
            let weights = Tensor::<1>::from_data(weights, (&device, x.dtype()));
            x.clone().select(dim, positions) * along(weights, dim)
        });
        terms.reduce(|sum, term| sum + term).expect("each place takes some values")
    })
}

fn resize(upsample: &Upsample, x: Tensor<4>, size: [usize; 2]) -> Tensor<4> {
    let mode = match upsample.mode {
        UpsampleMode::Nearest => InterpolateMode::Nearest,
        UpsampleMode::Linear => InterpolateMode::Bilinear,
        UpsampleMode::Cubic => InterpolateMode::Bicubic,
    };
    let options = InterpolateOptions::new(mode).with_output_size(size);
    interpolate(x, options.with_align_corners(upsample.align_corners))
}
