//! Layers that do next to nothing at inference.

use candle_core::{Result, Tensor};
use cnn_core::layers::{Dropout, Identity, LayerScale};

use crate::layer::{Site, Unary};
use crate::tensor::along;

impl Unary for Identity {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        Ok(x.clone())
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// Nothing is dropped at inference.
impl Unary for Dropout {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        Ok(x.clone())
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

impl Unary for LayerScale {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        x.broadcast_mul(&along(site.state.weight(), self.dim + 1, x)?)
    }
}
