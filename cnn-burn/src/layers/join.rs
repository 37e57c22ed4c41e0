//! Joins of several branches.

use burn::tensor::Tensor;
use cnn_core::layers::Join;

use crate::value::Value;

pub(crate) fn forward(join: Join, branches: Vec<Value>) -> Value {
    match branches.first() {
        Some(Value::Rank2(_)) => Value::Rank2(of_rank(join, branches)),
        Some(Value::Rank3(_)) => Value::Rank3(of_rank(join, branches)),
        Some(Value::Rank4(_)) => Value::Rank4(of_rank(join, branches)),
        Some(Value::Rank5(_)) => Value::Rank5(of_rank(join, branches)),
        None => unreachable!("a join has branches"),
    }
}

/// burn broadcasts axes of size 1, too.
fn of_rank<const D: usize>(join: Join, branches: Vec<Value>) -> Tensor<D> {
    let tensors = branches
        .into_iter()
        .map(|branch| branch.into_tensor().expect("the branches of a join have one rank"));
    let joined = match join {
        Join::Add => tensors.reduce(|sum, branch| sum + branch),
        Join::Mul => tensors.reduce(|product, branch| product * branch),
        Join::Concat => Some(Tensor::cat(tensors.collect(), 1)),
    };
    joined.expect("a join has branches")
}
