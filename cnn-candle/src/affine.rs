//! A scale and a shift of each channel.

use candle_core::{Result, Tensor};

use crate::state::LayerState;
use crate::tensor::per_channel;

/// `scale × x + shift` of each channel: what a norm with running statistics computes.
pub(crate) struct ChannelAffine {
    pub(crate) scale: Tensor,
    pub(crate) shift: Tensor,
}

impl ChannelAffine {
    /// `(x − mean) / √(var + eps) × weight + bias`, if the layer keeps `mean` and `var`. Without learned
    /// parameters, `weight` is 1 and `bias` is 0.
    pub(crate) fn of_norm(state: &LayerState, eps: f64) -> Result<Option<ChannelAffine>> {
        let (Some(mean), Some(var)) = (state.get("running_mean"), state.get("running_var")) else {
            return Ok(None);
        };
        let scale = (var + eps)?.sqrt()?.recip()?;
        Ok(Some(match (state.get("weight"), state.get("bias")) {
            (Some(weight), Some(bias)) => {
                let scale = (weight * scale)?;
                ChannelAffine { shift: (bias - (mean * &scale)?)?, scale }
            }
            _ => ChannelAffine { shift: (mean * &scale)?.neg()?, scale },
        }))
    }

    pub(crate) fn apply(&self, x: &Tensor) -> Result<Tensor> {
        let [scale, shift] = [per_channel(&self.scale, x)?, per_channel(&self.shift, x)?];
        x.broadcast_mul(&scale)?.broadcast_add(&shift)
    }
}
