//! What norms have in common.
//!
//! Their operations are counted as fvcore counts them: a batch norm folds into one multiplication and
//! one addition per value, without learned factors into one. The others also have to find mean and
//! variance, which makes four per value, and a fifth for the learned factors.

use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::Size;
use crate::shape::{Shape, Tensor, Tensors};

/// A declared number of features that PyTorch does not compare with what arrives.
pub(super) const fn unchecked_features(call: &mut Call<'_>, param: Size) -> usize {
    match call.arg(param.0) {
        Arg::Size(_) => call.size(param),
        _ => call.input.size(0),
    }
}

/// `weight` and `bias` if the norm is `affine`, and the running `statistics`; one value for each
/// channel.
pub(super) const fn channel_tensors(channels: usize, affine: bool, statistics: bool) -> Tensors {
    let shape = Shape::one(channels);
    let mut tensors = Tensors::NONE;
    if affine {
        tensors = Tensors::weight_and_bias(shape, Some(shape));
    }
    if statistics {
        tensors = tensors
            .and(Tensor::buffer(Tensor::RUNNING_MEAN, shape))
            .and(Tensor::buffer(Tensor::RUNNING_VAR, shape));
    }
    tensors
}

/// The operations per value of a norm that finds mean and variance.
pub(super) const fn ops_per_value(affine: bool) -> usize {
    if affine { 5 } else { 4 }
}
