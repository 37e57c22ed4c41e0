//! Attention.

use candle_core::{Result, Tensor};
use candle_nn::ops;
use cnn_core::layers::Attention;

use super::conv::rows;
use crate::layer::{Site, Unary};
use crate::state::LayerState;

impl Unary for Attention {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let (batch, tokens, features) = x.dims3()?;
        let (heads, each) = (self.num_heads, features / self.num_heads);
        let projected = project(x, site.state, "in_proj_weight", "in_proj_bias")?;
        let part = |first: usize| {
            let part = projected.narrow(2, first * features, features)?.contiguous()?;
            part.reshape((batch, tokens, heads, each))?.transpose(1, 2)?.contiguous()
        };
        let queries = (part(0)? / (each as f64).sqrt())?;
        let scores = queries.matmul(&part(1)?.transpose(2, 3)?.contiguous()?)?;
        let mixed = ops::softmax(&scores, 3)?.matmul(&part(2)?)?;
        let mixed = mixed.transpose(1, 2)?.contiguous()?.reshape((batch, tokens, features))?;
        project(&mixed, site.state, "out_proj.weight", "out_proj.bias")
    }
}

/// A linear layer along the last axis.
fn project(x: &Tensor, state: &LayerState, weight: &str, bias: &str) -> Result<Tensor> {
    rows(x, 2, state.get(weight).expect("an attention has matrices"), state.get(bias))
}
