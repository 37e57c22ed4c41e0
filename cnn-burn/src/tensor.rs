//! Operations on tensors that burn does not have.

use burn::tensor::Tensor;
use cnn_core::Shape;

/// The sizes of a shape that has `N` of them.
pub(crate) fn sizes<const N: usize>(shape: &Shape) -> [usize; N] {
    sizes_from(shape, 0)
}

/// `N` sizes of a shape, from an axis on.
pub(crate) fn sizes_from<const N: usize>(shape: &Shape, first: usize) -> [usize; N] {
    core::array::from_fn(|axis| shape.size(first + axis))
}

/// Applies a function of images to all planes of a volume.
pub(crate) fn by_planes(x: Tensor<5>, function: impl Fn(Tensor<4>) -> Tensor<4>) -> Tensor<5> {
    let [n, c, d, h, w] = x.dims();
    let planes = function(x.reshape([n, c * d, h, w]));
    let [_, _, h, w] = planes.dims();
    planes.reshape([n, c, d, h, w])
}

/// Applies a function of rows to all columns of a volume, along its depth.
pub(crate) fn by_columns(x: Tensor<5>, function: impl Fn(Tensor<3>) -> Tensor<3>) -> Tensor<5> {
    let x = x.permute([0, 1, 3, 4, 2]);
    let [n, c, h, w, d] = x.dims();
    let columns = function(x.reshape([n, c * h * w, d]));
    let d = columns.dims()[2];
    columns.reshape([n, c, h, w, d]).permute([0, 1, 4, 2, 3])
}

/// One value for each channel, reshaped to be broadcast to a tensor of rank `D`.
pub(crate) fn per_channel<const D: usize>(values: Tensor<1>) -> Tensor<D> {
    along(values, 1)
}

/// A row of values, reshaped to be broadcast to a tensor of rank `D` along a dim.
pub(crate) fn along<const D: usize>(values: Tensor<1>, dim: usize) -> Tensor<D> {
    let mut dims = [1; D];
    dims[dim] = values.dims()[0];
    values.reshape(dims)
}

/// `x` to the power of `exponent`, by the quickest way that burn has.
pub(crate) fn power<const D: usize>(x: Tensor<D>, exponent: f64) -> Tensor<D> {
    match exponent {
        0.5 => x.sqrt(),
        1.0 => x,
        2.0 => x.square(),
        _ => x.powf_scalar(exponent),
    }
}
