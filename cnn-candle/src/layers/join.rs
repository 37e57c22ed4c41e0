//! Joins of several branches.

use candle_core::{Result, Tensor};
use cnn_core::layers::Join;

use crate::tensor::reduce;

/// An axis of size 1 is broadcast.
pub(crate) fn forward(join: Join, branches: &[Tensor]) -> Result<Tensor> {
    let each = branches.iter().cloned().map(Ok);
    match join {
        Join::Add => reduce(each, Tensor::broadcast_add),
        Join::Mul => reduce(each, Tensor::broadcast_mul),
        Join::Concat => Tensor::cat(branches, 1),
    }
}
