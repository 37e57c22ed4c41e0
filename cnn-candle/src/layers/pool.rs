//! Max and average pooling, also to a fixed output size.
//!
//! A pool is computed one axis after the other: the maximum of maxima is the maximum, and the divisor of a
//! mean is a product with a factor for each axis, also where the window hangs over the end. Candle has pools
//! of images, without padding and dilation. They are faster, except with a stride of 1, where each value
//! lies under many windows.

use candle_core::{Result, Tensor};
use cnn_core::Shape;
use cnn_core::layers::{AdaptivePool, AvgPool, BlurPool, LpPool, MaxPool, Window};

use crate::layer::{Site, Unary};
use crate::tensor::{along, every, extend, power, reduce};

impl Unary for MaxPool {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let slides = slides(&self.window, site.output, x)?;
        let filled = fill(&slides, x, f64::NEG_INFINITY)?;
        if slides.iter().all(Slide::is_candles) {
            over_images(&slides, &filled, Tensor::max_pool2d_with_stride)
        } else {
            slides.iter().try_fold(filled, |x, slide| slide.reduce(&x, |a, b| a.maximum(b)))
        }
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

impl Unary for AvgPool {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let slides = slides(&self.window, site.output, x)?;
        let filled = fill(&slides, x, 0.0)?;
        // The means of all that lies under the window, also of what does not count.
        let means = if slides.iter().all(Slide::is_candles) {
            over_images(&slides, &filled, Tensor::avg_pool2d_with_stride)?
        } else {
            slides
                .iter()
                .try_fold(filled, |x, slide| slide.reduce(&x, Tensor::add)? / slide.kernel as f64)?
        };
        slides.iter().try_fold(means, |means, slide| {
            let counts =
                (0..slide.places).map(|place| slide.values_at(place, self.count_include_pad));
            let factors: Vec<f64> =
                counts.map(|count| slide.kernel as f64 / count as f64).collect();
            if factors.iter().all(|factor| *factor == 1.0) {
                return Ok(means);
            }
            let factors = Tensor::from_iter(factors, x.device())?.to_dtype(x.dtype())?;
            means.broadcast_mul(&along(&factors, slide.dim, &means)?)
        })
    }
}

/// The root of the sum of powers.
impl Unary for LpPool {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let means = self.mean().forward(&power(x, self.norm_type)?, site)?;
        power(&(means * self.kernel_values())?, 1.0 / self.norm_type)
    }
}

/// Means of two values, again and again, whose weights are binomial coefficients in the end.
impl Unary for BlurPool {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let (pad, times, each, last) = self.as_means();
        let mut x = pad.forward(x, site)?;
        for _ in 0..times {
            let sizes = x.dims()[2..].iter().map(|size| size - 1);
            let sizes: Vec<usize> = [x.dim(1)?].into_iter().chain(sizes).collect();
            x = each.forward(&x, Site { output: &Shape::new(&sizes), ..site })?;
        }
        last.forward(&x, site)
    }
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

/// The window along each axis.
fn slides(window: &Window, output: &Shape, x: &Tensor) -> Result<Vec<Slide>> {
    let slide = |axis| {
        Ok(Slide {
            dim: axis + 2,
            size: x.dim(axis + 2)?,
            kernel: window.kernel_size.size(axis),
            stride: window.stride.size(axis),
            dilation: window.dilation.size(axis),
            padding: window.padding.axis(axis),
            places: output.size(axis + 1),
        })
    };
    (0..window.kernel_size.rank()).map(slide).collect()
}

/// The values with their padding.
fn fill(slides: &[Slide], x: &Tensor, value: f64) -> Result<Tensor> {
    slides.iter().try_fold(x.clone(), |x, slide| slide.fill(&x, value))
}

/// Applies a pool of images. A row is an image of one line. A volume is pooled plane by plane, and then
/// along its depth, for which each plane is a line of an image.
fn over_images(
    slides: &[Slide],
    x: &Tensor,
    pool: impl Fn(&Tensor, (usize, usize), (usize, usize)) -> Result<Tensor>,
) -> Result<Tensor> {
    let image = |x: &Tensor, rows: &Slide, columns: &Slide| {
        pool(x, (rows.kernel, columns.kernel), (rows.stride, columns.stride))
    };
    match slides {
        [row] => pool(&x.unsqueeze(2)?, (1, row.kernel), (1, row.stride))?.squeeze(2),
        [rows, columns] => image(x, rows, columns),
        [depth, rows, columns] => {
            let (n, c, d, h, w) = x.dims5()?;
            let planes = image(&x.reshape((n, c * d, h, w))?, rows, columns)?;
            let lines = planes.reshape((n, c, d, rows.places * columns.places))?;
            let y = pool(&lines, (depth.kernel, 1), (depth.stride, 1))?;
            y.reshape((n, c, depth.places, rows.places, columns.places))
        }
        _ => unreachable!("a pool has one to three axes"),
    }
}

impl Slide {
    /// The axis with its padding, cut or extended to where the last window ends.
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

    /// Whether candle has such a window, and is faster: not if neighbouring windows share most values.
    fn is_candles(&self) -> bool {
        self.dilation == 1 && (self.stride > 1 || self.kernel == 1)
    }

    /// `combine` of the values under the taps of the window.
    fn reduce(
        &self,
        filled: &Tensor,
        combine: impl Fn(&Tensor, &Tensor) -> Result<Tensor>,
    ) -> Result<Tensor> {
        let under = |tap| every(filled, self.dim, tap * self.dilation, self.stride, self.places);
        reduce((0..self.kernel).map(under), combine)
    }

    /// The number of values under the window at a place. Taps beyond the end of the padding have none.
    fn values_at(&self, place: usize, padding_counts: bool) -> usize {
        let (before, after) = self.padding;
        let values =
            if padding_counts { 0..before + self.size + after } else { before..before + self.size };
        let tap = |tap| place * self.stride + tap * self.dilation;
        (0..self.kernel).filter(|number| values.contains(&tap(*number))).count()
    }
}

/// The maximum or mean of each of the windows that divide an axis as evenly as they can. The last axis
/// comes first, since its values are next to each other in memory.
impl Unary for AdaptivePool {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let mut places = self.output_size.dims().iter().enumerate().rev();
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
                if self.average { window.mean_keepdim(dim) } else { window.max_keepdim(dim) }
            });
            Tensor::cat(&windows.collect::<Result<Vec<Tensor>>>()?, dim)
        })
    }
}
