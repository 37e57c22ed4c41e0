//! Tensors that are values.

use candle_core::{Result, Tensor};
use cnn_core::layers::Parameter;

use crate::layer::{Site, Unary};

impl Unary for Parameter {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let value = site.state.weight().reshape(self.shape.dims())?;
        value.broadcast_left(x.dim(0)?)?.contiguous()
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}
