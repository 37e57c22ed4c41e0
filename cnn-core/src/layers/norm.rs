//! Code that norms share.
//!
//! Their operations are counted as fvcore counts them: a batch norm folds into one multiplication and
//! one addition per value, without learnable scales into one. The others also have to find mean and
//! variance, which makes four per value, and a fifth for the learnable scales.

use crate::error::Problem;
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::{Size, Sizes};
use crate::shape::{Shape, Tensor, Tensors};

/// A declared number of features that PyTorch does not compare with the input.
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

/// The declared shape, which must be the end of the input; `_` is all of the input.
pub(super) const fn normalized_shape(call: &mut Call<'_>, param: Sizes) -> Shape {
    let at = param.at();
    let input = call.input;
    let mut shape = Shape::LOST;
    match call.arg(param.0) {
        Arg::Size(value) => shape = shape.push(value),
        Arg::List(list) if list.len() > crate::MAX_RANK => {
            let problem = Problem::AxisCount { values: list.len(), axes: input.rank() };
            call.fail(at, problem);
        }
        Arg::List(list) => {
            while shape.rank() < list.len() {
                let Arg::Size(value) = list[shape.rank()] else { return input };
                shape = shape.push(value);
            }
        }
        _ => return input,
    }
    if input.is_lost() {
        return shape;
    }
    let mut agrees = shape.rank() > 0 && shape.rank() <= input.rank();
    let mut axis = 0;
    while agrees && axis < shape.rank() {
        let arrives = input.size(input.rank() - shape.rank() + axis);
        agrees = shape.size(axis) > 0 && (arrives == 0 || arrives == shape.size(axis));
        axis += 1;
    }
    if !agrees {
        let fix = if shape.rank() == 1 { Some(input.size(input.spatial_rank())) } else { None };
        call.fail_with_fix(at, Problem::Normalized { shape }, fix);
    }
    shape
}

/// The operations per value of a norm that finds mean and variance.
pub(super) const fn ops_per_value(affine: bool) -> usize {
    if affine { 5 } else { 4 }
}
