//! Joins of several branches.

use candle_core::{Result, Tensor};
use cnn_core::layers::Join;

use crate::layer::{Joined, Site};
use crate::tensor::reduce;

/// An axis of size 1 is broadcast.
impl Joined for Join {
    fn forward(&self, branches: &[Tensor], _: Site<'_>) -> Result<Tensor> {
        let each = branches.iter().cloned().map(Ok);
        match self {
            Join::Add => reduce(each, Tensor::broadcast_add),
            Join::Sub => reduce(each, Tensor::broadcast_sub),
            Join::Mul => reduce(each, Tensor::broadcast_mul),
            Join::Div => reduce(each, Tensor::broadcast_div),
            Join::Max => reduce(each, Tensor::broadcast_maximum),
            Join::Min => reduce(each, Tensor::broadcast_minimum),
            Join::MatMul => reduce(each, matmul),
            Join::Concat { dim } => Tensor::cat(branches, dim + 1),
        }
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// The products of all pairs of matrices. candle multiplies along one other axis, so all others become one.
pub(super) fn matmul(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    let others = a.rank() - 2;
    let pairs = a.dims()[..others].iter().zip(b.dims());
    let leading: Vec<usize> = pairs.map(|(a, b)| *a.max(b)).collect();
    let count: usize = leading.iter().product();
    let expanded = |x: &Tensor| {
        let matrix = &x.dims()[others..];
        let all = x.broadcast_as([&leading, matrix].concat())?.contiguous()?;
        all.reshape((count, matrix[0], matrix[1]))
    };
    let product = expanded(a)?.matmul(&expanded(b)?)?;
    product.reshape([&leading[..], &product.dims()[1..]].concat())
}
