//! Max and average pooling, also to a fixed output size.
//!
//! The largest of the largest is the largest, and the divisor of a mean is a product with a factor for
//! each axis, also where the window hangs over: a pool is one over each axis after the other.

use candle_core::{Result, Tensor};
use cnn::Shape;
use cnn::ops::{AdaptivePool, AvgPool, MaxPool, Window};

use super::resize::extend;
use super::{along, every, reduce};

pub(crate) fn max_pool(pool: &MaxPool, output: &Shape, x: &Tensor) -> Result<Tensor> {
    each_axis(&pool.window, output, x, |slide, x| {
        let x = slide.fill(x, f64::NEG_INFINITY)?;
        reduce(slide.taps(&x), |a, b| a.maximum(b))
    })
}

pub(crate) fn avg_pool(pool: &AvgPool, output: &Shape, x: &Tensor) -> Result<Tensor> {
    each_axis(&pool.window, output, x, |slide, x| {
        let sums = reduce(slide.taps(&slide.fill(x, 0.0)?), Tensor::add)?;
        let counts = (0..slide.places).map(|place| slide.values_at(place, pool.count_include_pad));
        let counts: Vec<f64> = counts.map(|count| count as f64).collect();
        let counts = Tensor::from_vec(counts, slide.places, x.device())?.to_dtype(x.dtype())?;
        sums.broadcast_div(&along(&counts, slide.dim, x)?)
    })
}

/// A window along one axis.
struct Slide {
    dim: usize,
    /// The size of the axis.
    size: usize,
    kernel: usize,
    stride: usize,
    dilation: usize,
    padding: (usize, usize),
    places: usize,
}

/// Applies a pool of one axis to all axes.
fn each_axis(
    window: &Window,
    output: &Shape,
    x: &Tensor,
    pool: impl Fn(&Slide, &Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    (0..window.kernel_size.rank()).try_fold(x.clone(), |x, axis| {
        let slide = Slide {
            dim: axis + 2,
            size: x.dim(axis + 2)?,
            kernel: window.kernel_size.size(axis),
            stride: window.stride.size(axis),
            dilation: window.dilation.size(axis),
            padding: window.padding.axis(axis),
            places: output.size(axis + 1),
        };
        pool(&slide, &x)
    })
}

impl Slide {
    /// The axis with its padding, as far as windows reach: no further, or over its end.
    fn fill(&self, x: &Tensor, value: f64) -> Result<Tensor> {
        let reach = (self.places - 1) * self.stride + self.dilation * (self.kernel - 1) + 1;
        let before = self.padding.0;
        let after = reach as isize - (before + self.size) as isize;
        let x = if after < 0 { extend(x, self.dim, 0, after)? } else { x.clone() };
        let after = after.max(0).unsigned_abs();
        if before + after == 0 {
            return Ok(x);
        }
        let filling = |length: usize| {
            let mut dims = x.dims().to_vec();
            dims[self.dim] = length;
            Tensor::full(value, dims, x.device())?.to_dtype(x.dtype())
        };
        Tensor::cat(&[filling(before)?, x.clone(), filling(after)?], self.dim)
    }

    /// What lies under each tap of the window.
    fn taps(&self, filled: &Tensor) -> impl Iterator<Item = Result<Tensor>> {
        (0..self.kernel)
            .map(|tap| every(filled, self.dim, tap * self.dilation, self.stride, self.places))
    }

    /// How many values the window has at a place. What hangs over the end of the padding is none.
    fn values_at(&self, place: usize, padding_counts: bool) -> usize {
        let (before, after) = self.padding;
        let values =
            if padding_counts { 0..before + self.size + after } else { before..before + self.size };
        let tap = |tap| place * self.stride + tap * self.dilation;
        (0..self.kernel).filter(|number| values.contains(&tap(*number))).count()
    }
}

/// The largest or mean of each of the windows that divide an axis as evenly as they can, one axis
/// after the other.
pub(crate) fn adaptive_pool(pool: &AdaptivePool, x: &Tensor) -> Result<Tensor> {
    let mut places = pool.output_size.dims().iter().enumerate();
    places.try_fold(x.clone(), |x, (axis, &places)| {
        let dim = axis + 2;
        let size = x.dim(dim)?;
        if places == size {
            return Ok(x);
        }
        let windows = (0..places).map(|place| {
            let start = place * size / places;
            let end = ((place + 1) * size).div_ceil(places);
            let window = x.narrow(dim, start, end - start)?;
            if pool.average { window.mean_keepdim(dim) } else { window.max_keepdim(dim) }
        });
        Tensor::cat(&windows.collect::<Result<Vec<Tensor>>>()?, dim)
    })
}
