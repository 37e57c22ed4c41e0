//! Joins of several branches.

use burn::tensor::Tensor;
use cnn_core::layers::Join;

use crate::layer::{Joined, Site};
use crate::state::LayerState;
use crate::value::Value;

impl Joined for Join {
    fn forward(&self, branches: Vec<Value>, _: &LayerState, _: Site<'_>) -> Value {
        match branches.first() {
            Some(Value::Rank2(_)) => Value::Rank2(of_rank(*self, branches)),
            Some(Value::Rank3(_)) => Value::Rank3(of_rank(*self, branches)),
            Some(Value::Rank4(_)) => Value::Rank4(of_rank(*self, branches)),
            Some(Value::Rank5(_)) => Value::Rank5(of_rank(*self, branches)),
            None => unreachable!("a join has branches"),
        }
    }
}

/// burn broadcasts axes of size 1, too.
fn of_rank<const D: usize>(join: Join, branches: Vec<Value>) -> Tensor<D> {
    let tensors = branches
        .into_iter()
        .map(|branch| branch.into_tensor().expect("the branches of a join have one rank"));
    let joined = match join {
        Join::Add => tensors.reduce(|sum, branch| sum + branch),
        Join::Sub => tensors.reduce(|difference, branch| difference - branch),
        Join::Mul => tensors.reduce(|product, branch| product * branch),
        Join::Div => tensors.reduce(|quotient, branch| quotient / branch),
        Join::Max => tensors.reduce(|most, branch| pairs(most, branch, Tensor::max_pair)),
        Join::Min => tensors.reduce(|least, branch| pairs(least, branch, Tensor::min_pair)),
        Join::MatMul => tensors.reduce(Tensor::matmul),
        Join::Concat { dim } => Some(Tensor::cat(tensors.collect(), dim + 1)),
    };
    joined.expect("a join has branches")
}

/// A function of two tensors of one shape, to which both are expanded.
fn pairs<const D: usize>(
    a: Tensor<D>,
    b: Tensor<D>,
    function: fn(Tensor<D>, Tensor<D>) -> Tensor<D>,
) -> Tensor<D> {
    let (sizes, others) = (a.dims(), b.dims());
    let dims: [usize; D] = core::array::from_fn(|dim| sizes[dim].max(others[dim]));
    function(a.expand(dims), b.expand(dims))
}
