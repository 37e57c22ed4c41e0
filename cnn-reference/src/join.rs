//! Joins of several branches.

use cnn_core::layers::Join;

use crate::tensor::Tensor;

/// `x + y`, `x - y`, `x * y`, `x / y`, `torch.maximum`, `minimum`, `cat([x, y], dim)` and `matmul`, over all branches.
pub(crate) fn join(layer: Join, branches: &[&Tensor]) -> Tensor {
    let (first, others) = branches.split_first().expect("a join has branches");
    others.iter().fold((*first).clone(), |joined, branch| match layer {
        Join::Add => broadcast(&joined, branch, |a, b| a + b),
        Join::Sub => broadcast(&joined, branch, |a, b| a - b),
        Join::Mul => broadcast(&joined, branch, |a, b| a * b),
        Join::Div => broadcast(&joined, branch, |a, b| a / b),
        Join::Max => broadcast(&joined, branch, f64::max),
        Join::Min => broadcast(&joined, branch, f64::min),
        Join::MatMul => matmul(&joined, branch),
        Join::Concat { dim } => concat(&joined, branch, dim + 1),
    })
}

/// A function of two tensors, value by value. Axes of size 1 are broadcast.
fn broadcast(a: &Tensor, b: &Tensor, function: impl Fn(f64, f64) -> f64) -> Tensor {
    let sizes: Vec<usize> = a.sizes().iter().zip(b.sizes()).map(|(a, b)| *a.max(b)).collect();
    Tensor::from_fn(&sizes, |index| function(broadcast_at(a, index), broadcast_at(b, index)))
}

/// The value at an index, where axes of size 1 have all positions.
pub(crate) fn broadcast_at(x: &Tensor, index: &[usize]) -> f64 {
    let place = |(place, size): (&usize, &usize)| if *size == 1 { 0 } else { *place };
    x.at(&index.iter().zip(x.sizes()).map(place).collect::<Vec<_>>())
}

/// Rows times columns, for all matrices along the other axes.
fn matmul(a: &Tensor, b: &Tensor) -> Tensor {
    let others = a.sizes().len() - 2;
    let mut sizes: Vec<usize> = a.sizes().iter().zip(b.sizes()).map(|(a, b)| *a.max(b)).collect();
    (sizes[others], sizes[others + 1]) = (a.size(others), b.size(others + 1));
    Tensor::from_fn(&sizes, |index| {
        let product = |between: usize| {
            let (mut left, mut right) = (index.to_vec(), index.to_vec());
            (left[others + 1], right[others]) = (between, between);
            broadcast_at(a, &left) * broadcast_at(b, &right)
        };
        (0..a.size(others + 1)).map(product).sum()
    })
}

/// The positions of `a` along a dim, then those of `b`.
fn concat(a: &Tensor, b: &Tensor, dim: usize) -> Tensor {
    let mut sizes = a.sizes().to_vec();
    sizes[dim] = b.size(dim);
    assert_eq!(sizes, b.sizes(), "branches of a concatenation");
    sizes[dim] += a.size(dim);
    Tensor::from_fn(&sizes, |index| match index[dim].checked_sub(a.size(dim)) {
        None => a.at(index),
        Some(position) => {
            let mut index = index.to_vec();
            index[dim] = position;
            b.at(&index)
        }
    })
}
