//! Max and average pooling, also to a fixed output size.
//!
//! burn pools rows and images. A window over a volume is one over its planes, then one over its
//! depth: the largest of the largest is the largest, and the divisor of a mean is a product with a
//! factor for each axis, also where the window hangs over.

use burn::tensor::Tensor;
use burn::tensor::module::{
    adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d, avg_pool1d, avg_pool2d,
    max_pool1d, max_pool2d,
};
use burn::tensor::ops::{AvgPoolOptions, MaxPoolOptions};
use cnn::Shape;
use cnn::ops::{AdaptivePool, AvgPool, MaxPool};

use super::{by_columns, by_planes, sizes};
use crate::value::{Value, keep_rank};

const SPATIAL: &str = "what is pooled has one to three spatial axes";

pub(crate) fn max_pool(pool: &MaxPool, x: Value) -> Value {
    match x {
        Value::Rank3(x) => Value::Rank3(max_pool1d(x, max_options(pool, 0))),
        Value::Rank4(x) => Value::Rank4(max_pool2d(x, max_options(pool, 0))),
        Value::Rank5(x) => {
            let planes = by_planes(x, |x| max_pool2d(x, max_options(pool, 1)));
            Value::Rank5(by_columns(planes, |x| max_pool1d(x, max_options(pool, 0))))
        }
        Value::Rank2(_) => unreachable!("{SPATIAL}"),
    }
}

/// The options of `N` axes from the axis `first`. Padding is −∞ in burn.
fn max_options<const N: usize>(pool: &MaxPool, first: usize) -> MaxPoolOptions<N> {
    let window = &pool.window;
    MaxPoolOptions::new(from(&window.kernel_size, first))
        .with_stride(from(&window.stride, first))
        .with_padding(from(&window.padding.before, first))
        .with_dilation(from(&window.dilation, first))
        .with_ceil_mode(pool.ceil_mode)
}

pub(crate) fn avg_pool(pool: &AvgPool, x: Value) -> Value {
    match x {
        Value::Rank3(x) => Value::Rank3(avg_pool1d(x, avg_options(pool, 0))),
        Value::Rank4(x) => Value::Rank4(avg_pool2d(x, avg_options(pool, 0))),
        Value::Rank5(x) => {
            let planes = by_planes(x, |x| avg_pool2d(x, avg_options(pool, 1)));
            Value::Rank5(by_columns(planes, |x| avg_pool1d(x, avg_options(pool, 0))))
        }
        Value::Rank2(_) => unreachable!("{SPATIAL}"),
    }
}

fn avg_options<const N: usize>(pool: &AvgPool, first: usize) -> AvgPoolOptions<N> {
    let window = &pool.window;
    AvgPoolOptions::new(from(&window.kernel_size, first))
        .with_stride(from(&window.stride, first))
        .with_padding(from(&window.padding.before, first))
        .with_ceil_mode(pool.ceil_mode)
        .with_count_include_pad(pool.count_include_pad)
}

fn from<const N: usize>(shape: &Shape, first: usize) -> [usize; N] {
    core::array::from_fn(|axis| shape.size(first + axis))
}

pub(crate) fn adaptive_pool(pool: &AdaptivePool, x: Value) -> Value {
    if !pool.average {
        return keep_rank!(x, x => adaptive_max(x, &pool.output_size));
    }
    match x {
        Value::Rank3(x) => Value::Rank3(adaptive_avg_pool1d(x, pool.output_size.size(0))),
        Value::Rank4(x) => Value::Rank4(adaptive_avg_pool2d(x, sizes(&pool.output_size))),
        Value::Rank5(x) => Value::Rank5(adaptive_avg_pool3d(x, sizes(&pool.output_size))),
        Value::Rank2(_) => unreachable!("{SPATIAL}"),
    }
}

/// The largest values along one axis after the other. burn has no such pool.
fn adaptive_max<const D: usize>(x: Tensor<D>, output_size: &Shape) -> Tensor<D> {
    let places = output_size.dims().iter().enumerate();
    places.fold(x, |x, (axis, &places)| largest(x, axis + 2, places))
}

/// The largest value of each of the windows that divide a dim as evenly as they can.
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
