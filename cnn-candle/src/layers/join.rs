//! Joins of several branches.

use candle_core::{Result, Tensor};
use cnn::ops::Join;

use super::reduce;

/// A size of 1 is broadcast, as in the language.
pub(crate) fn join(join: Join, values: &[Tensor]) -> Result<Tensor> {
    let branches = values.iter().cloned().map(Ok);
    match join {
        Join::Add => reduce(branches, Tensor::broadcast_add),
        Join::Mul => reduce(branches, Tensor::broadcast_mul),
        Join::Concat => Tensor::cat(values, 1),
    }
}
