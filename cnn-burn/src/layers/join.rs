//! Joins of several branches.

use burn::tensor::Tensor;
use cnn::ops::Join;

use crate::value::Value;

pub(crate) fn join(join: Join, values: Vec<Value>) -> Value {
    match values.first() {
        Some(Value::Rank2(_)) => Value::Rank2(all(join, values)),
        Some(Value::Rank3(_)) => Value::Rank3(all(join, values)),
        Some(Value::Rank4(_)) => Value::Rank4(all(join, values)),
        Some(Value::Rank5(_)) => Value::Rank5(all(join, values)),
        None => unreachable!("a join has branches"),
    }
}

/// A size of 1 is broadcast by burn as well.
fn all<const D: usize>(join: Join, values: Vec<Value>) -> Tensor<D> {
    let tensors = values.into_iter().filter_map(Value::into_tensor);
    let joined = match join {
        Join::Add => tensors.reduce(|sum, branch| sum + branch),
        Join::Mul => tensors.reduce(|product, branch| product * branch),
        Join::Concat => Some(Tensor::cat(tensors.collect(), 1)),
    };
    match joined {
        Some(joined) => joined,
        None => unreachable!("the branches of a join have one rank"),
    }
}
