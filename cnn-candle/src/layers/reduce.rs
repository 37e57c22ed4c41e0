//! Many values made one.

use candle_core::{Result, Tensor};
use cnn_core::layers::{Reduce, Reduction};

use super::arrange::as_batch;
use crate::layer::{Site, Unary};
use crate::tensor::power;

impl Unary for Reduce {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let dims: Vec<usize> = self.dims.dims().iter().map(|dim| dim + 1).collect();
        let values: usize = dims.iter().map(|dim| x.dims()[*dim]).product();
        let sum = |x: &Tensor| x.sum_keepdim(dims.clone());
        let mean = |x: &Tensor| sum(x)? / values as f64;
        let reduced = match self.how {
            Reduction::Mean => mean(x),
            Reduction::Sum => sum(x),
            Reduction::Max => dims.iter().try_fold(x.clone(), |x, dim| x.max_keepdim(*dim)),
            Reduction::Min => dims.iter().try_fold(x.clone(), |x, dim| x.min_keepdim(*dim)),
            Reduction::Var { correction } => {
                let squares = sum(&x.broadcast_sub(&mean(x)?)?.sqr()?)?;
                squares / values.saturating_sub(correction) as f64
            }
            Reduction::Norm { p } => power(&sum(&power(&x.abs()?, p)?)?, 1.0 / p),
        };
        as_batch(&reduced?, x.dim(0)?, site.output)
    }
}
