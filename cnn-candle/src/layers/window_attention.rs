//! Attention in windows.

use candle_core::{Result, Tensor};
use candle_nn::ops;
use cnn_core::layers::{WindowAttention, WindowForm};

use super::attention::{heads, products, weighed};
use super::conv::rows;
use crate::layer::{Site, Unary};
use crate::state::LayerState;
use crate::tensor::rolled;

impl Unary for WindowAttention {
    fn forward(&self, x: &Tensor, Site { state, .. }: Site<'_>) -> Result<Tensor> {
        let windows = match self.form {
            WindowForm::MaxVit => x.flatten(0, 1)?,
            WindowForm::Swin | WindowForm::SwinV2 => divide(self, x)?,
        };
        let windows = attend(self, &windows.contiguous()?, state)?;
        match self.form {
            WindowForm::MaxVit => windows.reshape(x.dims()),
            WindowForm::Swin | WindowForm::SwinV2 => unite(self, &windows, x.dims()),
        }
    }
}

/// The windows of images `[batch, height, width, channels]`: `[windows, tokens, channels]`.
fn divide(layer: &WindowAttention, x: &Tensor) -> Result<Tensor> {
    let (batch, _, _, channels) = x.dims4()?;
    let mut x = x.clone();
    for axis in 0..2 {
        let padded = layer.windows.size(axis) * layer.window_size.size(axis);
        x = x.pad_with_zeros(axis + 1, 0, padded - x.dim(axis + 1)?)?;
        x = rolled(&x, axis + 1, padded - layer.shift_size.size(axis) % padded)?;
    }
    let ([down, right], [height, width]) = (sizes(&layer.windows), sizes(&layer.window_size));
    let x = x.contiguous()?.reshape((batch * down, height, right, width * channels))?;
    let x = x.transpose(1, 2)?.contiguous()?;
    x.reshape((batch * down * right, height * width, channels))
}

/// The other way round, for images of these sizes.
fn unite(layer: &WindowAttention, windows: &Tensor, dims: &[usize]) -> Result<Tensor> {
    let (batch, channels) = (dims[0], dims[3]);
    let ([down, right], [height, width]) = (sizes(&layer.windows), sizes(&layer.window_size));
    let x = windows.reshape((batch * down, right, height, width * channels))?;
    let x = x.transpose(1, 2)?.contiguous()?;
    let mut x = x.reshape((batch, down * height, right * width, channels))?;
    for axis in 0..2 {
        x = rolled(&x, axis + 1, layer.shift_size.size(axis))?;
        x = x.narrow(axis + 1, 0, dims[axis + 1])?;
    }
    x.contiguous()
}

fn sizes(shape: &cnn_core::Shape) -> [usize; 2] {
    [shape.size(0), shape.size(1)]
}

/// Attention within each window, `[windows, tokens, features]`.
fn attend(layer: &WindowAttention, x: &Tensor, state: &LayerState) -> Result<Tensor> {
    let (windows, tokens, features) = x.dims3()?;
    let (count, each) = (layer.num_heads, features / layer.num_heads);
    let [[weight, bias], [last_weight, last_bias]] = layer.linear();
    let bias = match (state.get(bias), layer.form) {
        // Keys have none.
        (Some(bias), WindowForm::SwinV2) => {
            let part = |index: usize| bias.narrow(0, index * features, features);
            Some(Tensor::cat(&[part(0)?, part(1)?.zeros_like()?, part(2)?], 0)?)
        }
        (bias, _) => bias.cloned(),
    };
    let projected = rows(x, 2, state.tensor(weight), bias.as_ref())?;
    let part = |index: usize| heads(&projected.narrow(2, index * features, features)?, count);
    let (query, key, value) = (part(0)?, part(1)?, part(2)?);
    let scores = match layer.form {
        WindowForm::Swin => products(&(query / (each as f64).sqrt())?, &key)?,
        WindowForm::MaxVit => products(&(query / (features as f64).sqrt())?, &key)?,
        WindowForm::SwinV2 => {
            let scale =
                state.tensor("logit_scale").clamp(f64::NEG_INFINITY, 100_f64.ln())?.exp()?;
            products(&unit(&query)?, &unit(&key)?)?.broadcast_mul(&scale)?
        }
    };
    let mut scores = scores.broadcast_add(&biases(layer, state)?)?;
    if let Some(mask) = mask(layer, &scores)? {
        let images = windows / mask.dim(1)?;
        let dims = (images, mask.dim(1)?, count, tokens, tokens);
        let masked = scores.reshape(dims)?.broadcast_add(&mask)?;
        scores = masked.reshape((windows, count, tokens, tokens))?;
    }
    rows(&weighed(&scores, &value)?, 2, state.tensor(last_weight), state.get(last_bias))
}

/// The same directions with a length of 1.
fn unit(vectors: &Tensor) -> Result<Tensor> {
    let length = vectors.sqr()?.sum_keepdim(3)?.sqrt()?;
    vectors.broadcast_div(&length.clamp(1e-12, f64::INFINITY)?)
}

/// The biases of scores, `[heads, tokens, tokens]`.
fn biases(layer: &WindowAttention, state: &LayerState) -> Result<Tensor> {
    let table = match layer.form {
        WindowForm::Swin | WindowForm::MaxVit => {
            state.tensor("relative_position_bias_table").clone()
        }
        WindowForm::SwinV2 => {
            let coords = state.tensor("relative_coords_table").reshape(((), 2))?;
            let bias = Some(state.tensor("cpb_mlp.0.bias"));
            let hidden = rows(&coords, 1, state.tensor("cpb_mlp.0.weight"), bias)?.relu()?;
            let made = rows(&hidden, 1, state.tensor("cpb_mlp.2.weight"), None)?;
            (ops::sigmoid(&made)? * 16.0)?
        }
    };
    let index = state.tensor("relative_position_index").flatten_all()?;
    let tokens = layer.tokens();
    let biases = table.contiguous()?.index_select(&index, 0)?.t()?.contiguous()?;
    biases.reshape((layer.num_heads, tokens, tokens))
}

/// Added to the scores of tokens that are in one window only because the shifted image wraps around: `[1, windows, 1,
/// tokens, tokens]`. `None` where it has not been moved.
fn mask(layer: &WindowAttention, scores: &Tensor) -> Result<Option<Tensor>> {
    let masks = layer.mask();
    let Some(mask) = masks else { return Ok(None) };
    let tokens = layer.tokens();
    let windows = mask.len() / (tokens * tokens);
    let values: Vec<f64> = mask.iter().map(|apart| if *apart { -100.0 } else { 0.0 }).collect();
    let mask = Tensor::from_vec(values, (1, windows, 1, tokens, tokens), scores.device())?;
    Ok(Some(mask.to_dtype(scores.dtype())?))
}
