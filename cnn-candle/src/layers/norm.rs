//! Normalization layers.

use candle_core::{Result, Tensor};
use cnn_core::layers::{
    BatchNorm, FrozenBatchNorm, GlobalResponseNorm, GroupNorm, InstanceNorm, LayerNorm,
    LocalResponseNorm, Normalize, RmsNorm,
};

use crate::affine::ChannelAffine;
use crate::layer::{Site, Unary};
use crate::state::LayerState;
use crate::tensor::{along, per_channel, power, reduce};

/// It uses the running statistics, or those of the batch if the layer keeps none.
impl Unary for BatchNorm {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        if let Some(running) = ChannelAffine::of_norm(site.state, self.eps)? {
            return running.apply(x);
        }
        let channels = x.transpose(0, 1)?.contiguous()?;
        let rows = channels.reshape((x.dim(1)?, x.elem_count() / x.dim(1)?))?;
        let y = normalized(&rows, self.eps)?.reshape(channels.dims())?;
        learned_affine(site.state, y.transpose(0, 1)?.contiguous()?)
    }

    fn channel_affine(&self, state: &LayerState) -> Result<Option<ChannelAffine>> {
        ChannelAffine::of_norm(state, self.eps)
    }
}

impl Unary for FrozenBatchNorm {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        match self.channel_affine(site.state)? {
            Some(frozen) => frozen.apply(x),
            None => unreachable!("it has all four tensors"),
        }
    }

    fn channel_affine(&self, state: &LayerState) -> Result<Option<ChannelAffine>> {
        ChannelAffine::of_norm(state, self.eps)
    }
}

impl Unary for InstanceNorm {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        match ChannelAffine::of_norm(site.state, self.eps)? {
            Some(running) => running.apply(x),
            None => learned_affine(site.state, by_rows(x, x.dim(0)? * x.dim(1)?, self.eps)?),
        }
    }
}

impl Unary for GroupNorm {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        learned_affine(site.state, by_rows(x, x.dim(0)? * self.num_groups, self.eps)?)
    }
}

impl Unary for LayerNorm {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        if self.channels_first {
            return channels_first(&last_axes(self, &channels_last(x)?, site)?);
        }
        last_axes(self, x, site)
    }
}

fn last_axes(norm: &LayerNorm, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
    let values: usize = norm.normalized_shape.dims().iter().product();
    let y = by_rows(x, x.elem_count() / values, norm.eps)?;
    let y = site.state.get("weight").map_or(Ok(y.clone()), |weight| y.broadcast_mul(weight))?;
    site.state.get("bias").map_or(Ok(y.clone()), |bias| y.broadcast_add(bias))
}

/// The tensor with its channels behind all other axes.
fn channels_last(x: &Tensor) -> Result<Tensor> {
    x.permute([0].into_iter().chain(2..x.rank()).chain([1]).collect::<Vec<_>>())?.contiguous()
}

/// The tensor with its last axis as the channels.
fn channels_first(x: &Tensor) -> Result<Tensor> {
    let last = x.rank() - 1;
    x.permute([0, last].into_iter().chain(1..last).collect::<Vec<_>>())?.contiguous()
}

impl Unary for RmsNorm {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let values: usize = self.normalized_shape.dims().iter().product();
        let rows = x.reshape((x.elem_count() / values, values))?;
        let mean = rows.sqr()?.mean_keepdim(1)?;
        let y = rows.broadcast_div(&(mean + self.eps)?.sqrt()?)?.reshape(x.dims())?;
        site.state.get("weight").map_or(Ok(y.clone()), |weight| y.broadcast_mul(weight))
    }
}

impl Unary for GlobalResponseNorm {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let channels = self.dim + 1;
        let positions: Vec<usize> = (1..x.rank()).filter(|dim| *dim != channels).collect();
        let norms = x.sqr()?.sum_keepdim(positions)?.sqrt()?;
        let normal = norms.broadcast_div(&(norms.mean_keepdim(channels)? + self.eps)?)?;
        let [weight, bias] = ["weight", "bias"].map(|suffix| {
            let learned = site.state.tensor(suffix);
            along(learned, channels, x)
        });
        let factor = (normal.broadcast_mul(&weight?)? + 1.0)?;
        x.broadcast_mul(&factor)?.broadcast_add(&bias?)
    }
}

/// `x / (k + alpha × m)^beta`, where m is the mean of the squares of `size` neighbouring channels, which
/// begin `size / 2` channels before; channels that do not exist count as 0.
impl Unary for LocalResponseNorm {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let squares = x.sqr()?.pad_with_zeros(1, self.size / 2, (self.size - 1) / 2)?;
        let channels = x.dim(1)?;
        let neighbours = (0..self.size).map(|first| squares.narrow(1, first, channels));
        let sums = reduce(neighbours, Tensor::add)?;
        x.div(&sums.affine(self.alpha / self.size as f64, self.k)?.powf(self.beta)?)
    }
}

impl Unary for Normalize {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let powers = power(&x.abs()?, self.p)?.sum_keepdim(self.dim + 1)?;
        x.broadcast_div(&power(&powers, 1.0 / self.p)?.maximum(self.eps)?)
    }
}

/// The values split into so many rows, each with a mean of 0 and a variance of 1.
fn by_rows(x: &Tensor, rows: usize, eps: f64) -> Result<Tensor> {
    normalized(&x.reshape((rows, x.elem_count() / rows))?, eps)?.reshape(x.dims())
}

fn normalized(rows: &Tensor, eps: f64) -> Result<Tensor> {
    let centred = rows.broadcast_sub(&rows.mean_keepdim(1)?)?;
    let variance = centred.sqr()?.mean_keepdim(1)?;
    centred.broadcast_div(&(variance + eps)?.sqrt()?)
}

/// The learned scale and shift of each channel, if the layer learns them.
fn learned_affine(state: &LayerState, y: Tensor) -> Result<Tensor> {
    match (state.get("weight"), state.get("bias")) {
        (Some(weight), Some(bias)) => {
            let [weight, bias] = [per_channel(weight, &y)?, per_channel(bias, &y)?];
            y.broadcast_mul(&weight)?.broadcast_add(&bias)
        }
        _ => Ok(y),
    }
}
