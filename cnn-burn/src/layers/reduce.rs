//! Many values made one.

use burn::tensor::Tensor;
use cnn_core::layers::{Reduce, Reduction};

use crate::layer::{Site, Stateless};
use crate::tensor::power;
use crate::value::{Value, any_rank};

impl Stateless for Reduce {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        let dims: Vec<usize> = self.dims.dims().iter().map(|dim| dim + 1).collect();
        any_rank!(x, x => Value::from(reduced(self.how, x, &dims)).reshape(site.output.dims()))
    }
}

/// The dims stay, with a size of 1.
fn reduced<const D: usize>(how: Reduction, x: Tensor<D>, dims: &[usize]) -> Tensor<D> {
    match how {
        Reduction::Mean => x.mean_dims(dims),
        Reduction::Sum => x.sum_dims(dims),
        Reduction::Max => x.max_dims(dims),
        Reduction::Min => x.min_dims(dims),
        Reduction::Var { correction } => {
            let values: usize = dims.iter().map(|dim| x.dims()[*dim]).product();
            let squares = (x.clone() - x.mean_dims(dims)).square().sum_dims(dims);
            squares.div_scalar(values.saturating_sub(correction) as f64)
        }
        Reduction::Norm { p } => power(power(x.abs(), p).sum_dims(dims), 1.0 / p),
    }
}
