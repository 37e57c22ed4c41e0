//! Joins of several branches.

use cnn_core::layers::Join;

use crate::tensor::Tensor;

/// `x + y`, `x * y` and `torch.cat([x, y], 1)`, over all branches.
pub(crate) fn join(layer: Join, branches: &[&Tensor]) -> Tensor {
    let (first, others) = branches.split_first().expect("a join has branches");
    others.iter().fold((*first).clone(), |joined, branch| match layer {
        Join::Add => broadcast(&joined, branch, |a, b| a + b),
        Join::Mul => broadcast(&joined, branch, |a, b| a * b),
        Join::Concat => concat(&joined, branch),
    })
}

/// A function of two tensors, value by value. Axes of size 1 are broadcast.
fn broadcast(a: &Tensor, b: &Tensor, function: impl Fn(f64, f64) -> f64) -> Tensor {
    let sizes: Vec<usize> = a.sizes().iter().zip(b.sizes()).map(|(a, b)| *a.max(b)).collect();
    let value = |x: &Tensor, index: &[usize]| {
        let place = |(place, size): (&usize, &usize)| if *size == 1 { 0 } else { *place };
        x.at(&index.iter().zip(x.sizes()).map(place).collect::<Vec<_>>())
    };
    Tensor::from_fn(&sizes, |index| function(value(a, index), value(b, index)))
}

/// The channels of `a`, then those of `b`.
fn concat(a: &Tensor, b: &Tensor) -> Tensor {
    assert_eq!(a.sizes()[2..], b.sizes()[2..], "branches of a concatenation");
    let mut sizes = a.sizes().to_vec();
    sizes[1] += b.size(1);
    Tensor::from_fn(&sizes, |index| match index[1].checked_sub(a.size(1)) {
        None => a.at(index),
        Some(channel) => b.at(&[&[index[0], channel], &index[2..]].concat()),
    })
}
