//! What each layer does to the values that arrive: a function for each, in candle's operations.
//!
//! Shapes are those of the graph, which has checked them. Where candle lacks an operation, it is
//! made of others.

pub(crate) mod activation;
pub(crate) mod arrange;
pub(crate) mod conv;
pub(crate) mod join;
pub(crate) mod norm;
pub(crate) mod pool;
pub(crate) mod resize;

use candle_core::{Result, Tensor};

/// One value for each channel, in the shape in which it is combined with `x`.
pub(crate) fn per_channel(values: &Tensor, x: &Tensor) -> Result<Tensor> {
    along(values, 1, x)
}

/// A row of values, in the shape in which it is combined with `x` along a dim.
fn along(values: &Tensor, dim: usize, x: &Tensor) -> Result<Tensor> {
    let mut dims = vec![1; x.rank()];
    dims[dim] = values.elem_count();
    values.reshape(dims)
}

/// Every `step`th value along a dim, `places` of them.
fn every(x: &Tensor, dim: usize, start: usize, step: usize, places: usize) -> Result<Tensor> {
    if step == 1 || places == 1 {
        return x.narrow(dim, start, places);
    }
    select(x, dim, (0..places).map(|place| start + place * step))
}

/// The values along a dim at these positions.
fn select(x: &Tensor, dim: usize, positions: impl Iterator<Item = usize>) -> Result<Tensor> {
    // Sizes are those of tensors in memory, along one dim.
    let positions: Vec<i64> = positions.map(|position| position as i64).collect();
    let count = positions.len();
    x.contiguous()?.index_select(&Tensor::from_vec(positions, count, x.device())?, dim)
}

/// The largest or the sum of values that lie on top of each other: `combine` of all in turn.
fn reduce(
    mut values: impl Iterator<Item = Result<Tensor>>,
    combine: impl Fn(&Tensor, &Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    match values.next() {
        Some(first) => values.try_fold(first?, |so_far, value| combine(&so_far, &value?)),
        None => unreachable!("a kernel has a size"),
    }
}
