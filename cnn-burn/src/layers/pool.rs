//! Max and average pooling, also to a fixed output size.
//!
//! burn pools rows and images. A volume is pooled plane by plane, then along its depth: the maximum of
//! maxima is the maximum, and the divisor of a mean is a product with a factor for each axis, also where
//! the window hangs over the end.

use burn::tensor::Tensor;
use burn::tensor::module::{
    adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d, avg_pool1d, avg_pool2d,
    max_pool1d, max_pool2d,
};
use burn::tensor::ops::{AvgPoolOptions, MaxPoolOptions};
use cnn_core::Shape;
use cnn_core::layers::{AdaptivePool, AvgPool, BlurPool, LpPool, MaxPool, Window};

use crate::layer::{Site, Stateless};
use crate::tensor::{by_columns, by_planes, power, sizes, sizes_from};
use crate::value::{Value, keep_rank};

const SPATIAL: &str = "the input of a pool has one to three spatial axes";

impl Stateless for MaxPool {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        match x {
            Value::Rank3(x) => Value::Rank3(max_pool1d(x, max_options(self, 0))),
            Value::Rank4(x) => Value::Rank4(max_pool2d(x, max_options(self, 0))),
            Value::Rank5(x) => {
                let planes = by_planes(x, |x| max_pool2d(x, max_options(self, 1)));
                Value::Rank5(by_columns(planes, |x| max_pool1d(x, max_options(self, 0))))
            }
            Value::Rank2(_) => unreachable!("{SPATIAL}"),
        }
    }
}

/// The options of `N` axes from the axis `first` on. burn pads with −∞.
fn max_options<const N: usize>(pool: &MaxPool, first: usize) -> MaxPoolOptions<N> {
    let window = &pool.window;
    MaxPoolOptions::new(sizes_from(&window.kernel_size, first))
        .with_stride(sizes_from(&window.stride, first))
        .with_padding_pairs(sides(window, first))
        .with_dilation(sizes_from(&window.dilation, first))
        .with_ceil_mode(pool.ceil_mode)
}

impl Stateless for AvgPool {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        match x {
            Value::Rank3(x) => Value::Rank3(avg_pool1d(x, avg_options(self, 0))),
            Value::Rank4(x) => Value::Rank4(avg_pool2d(x, avg_options(self, 0))),
            Value::Rank5(x) => {
                let planes = by_planes(x, |x| avg_pool2d(x, avg_options(self, 1)));
                Value::Rank5(by_columns(planes, |x| avg_pool1d(x, avg_options(self, 0))))
            }
            Value::Rank2(_) => unreachable!("{SPATIAL}"),
        }
    }
}

fn avg_options<const N: usize>(pool: &AvgPool, first: usize) -> AvgPoolOptions<N> {
    let window = &pool.window;
    AvgPoolOptions::new(sizes_from(&window.kernel_size, first))
        .with_stride(sizes_from(&window.stride, first))
        .with_padding_pairs(sides(window, first))
        .with_ceil_mode(pool.ceil_mode)
        .with_count_include_pad(pool.count_include_pad)
}

/// The root of the sum of powers.
impl Stateless for LpPool {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        let powers = keep_rank!(x, x => power(x, self.norm_type));
        let means = self.mean().forward(powers, site);
        let (values, root) = (self.kernel_values(), 1.0 / self.norm_type);
        keep_rank!(means, means => power(means.mul_scalar(values), root))
    }
}

/// Means of two values, again and again, whose weights are binomial coefficients in the end.
impl Stateless for BlurPool {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        let (pad, times, each, last) = self.as_means();
        let padded = pad.forward(x, site);
        last.forward((0..times).fold(padded, |x, _| each.forward(x, site)), site)
    }
}

/// The padding before and after `N` axes from the axis `first` on.
fn sides<const N: usize>(window: &Window, first: usize) -> [(usize, usize); N] {
    core::array::from_fn(|axis| window.padding.axis(first + axis))
}

impl Stateless for AdaptivePool {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        if !self.average {
            return keep_rank!(x, x => adaptive_max(x, &self.output_size));
        }
        match x {
            Value::Rank3(x) => Value::Rank3(adaptive_avg_pool1d(x, self.output_size.size(0))),
            Value::Rank4(x) => Value::Rank4(adaptive_avg_pool2d(x, sizes(&self.output_size))),
            Value::Rank5(x) => Value::Rank5(adaptive_avg_pool3d(x, sizes(&self.output_size))),
            Value::Rank2(_) => unreachable!("{SPATIAL}"),
        }
    }
}

/// The maxima, computed one axis after the other. burn has no such pool.
fn adaptive_max<const D: usize>(x: Tensor<D>, output_size: &Shape) -> Tensor<D> {
    let places = output_size.dims().iter().enumerate();
    places.fold(x, |x, (axis, &places)| largest(x, axis + 2, places))
}

/// The maximum of each of the windows that divide a dim as evenly as they can.
fn largest<const D: usize>(x: Tensor<D>, dim: usize, places: usize) -> Tensor<D> {
    let size = x.dims()[dim];
    if places == size {
        return x;
    }
    let windows = (0..places).map(|place| {
        let start = place * size / places;
        let end = ((place + 1) * size).div_ceil(places);
        x.clone().narrow(dim, start, end - start).max_dim(dim)
    });
    Tensor::cat(windows.collect(), dim)
}
