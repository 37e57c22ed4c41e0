//! What each layer does to the values that arrive: a function for each, in burn's operations.
//!
//! Shapes are those of the graph, which has checked them. Where burn lacks an operation, it is
//! made of others.

pub(crate) mod activation;
pub(crate) mod arrange;
pub(crate) mod conv;
pub(crate) mod join;
pub(crate) mod norm;
pub(crate) mod pool;
pub(crate) mod regular;
pub(crate) mod resize;

use burn::tensor::Tensor;
use cnn::Shape;

/// The sizes of a shape that has `N` of them.
fn sizes<const N: usize>(shape: &Shape) -> [usize; N] {
    core::array::from_fn(|axis| shape.size(axis))
}

/// Applies a function of images to all planes of a volume.
fn by_planes(x: Tensor<5>, function: impl Fn(Tensor<4>) -> Tensor<4>) -> Tensor<5> {
    let [n, c, d, h, w] = x.dims();
    let planes = function(x.reshape([n, c * d, h, w]));
    let [_, _, h, w] = planes.dims();
    planes.reshape([n, c, d, h, w])
}

/// Applies a function of rows to all columns of a volume, along its depth.
fn by_columns(x: Tensor<5>, function: impl Fn(Tensor<3>) -> Tensor<3>) -> Tensor<5> {
    let x = x.permute([0, 1, 3, 4, 2]);
    let [n, c, h, w, d] = x.dims();
    let columns = function(x.reshape([n, c * h * w, d]));
    let d = columns.dims()[2];
    columns.reshape([n, c, h, w, d]).permute([0, 1, 4, 2, 3])
}

/// One value for each channel, in the shape in which it is combined with `x`.
fn per_channel<const D: usize>(values: Tensor<1>) -> Tensor<D> {
    let mut dims = [1; D];
    dims[1] = values.dims()[0];
    values.reshape(dims)
}
