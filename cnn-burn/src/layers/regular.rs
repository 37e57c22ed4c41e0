//! Layers for regularisation, and layers that do next to nothing.

use burn::tensor::{Distribution, Tensor};
use cnn_core::layers::{Dropout, Drops, Identity, LayerScale};

use crate::layer::{Initial, Site, Stateful, Stateless};
use crate::state::LayerState;
use crate::tensor::along;
use crate::value::{Value, keep_rank};

impl Stateless for Identity {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        x
    }
}

impl Stateless for Dropout {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        if !site.training || self.p == 0.0 {
            return x;
        }
        keep_rank!(x, x => drop_some(self, x))
    }

    fn has_training_mode(&self) -> bool {
        true
    }
}

fn drop_some<const D: usize>(dropout: &Dropout, x: Tensor<D>) -> Tensor<D> {
    let mut dims = x.dims();
    match dropout.drops {
        Drops::Values => {}
        Drops::Channels => dims[2.min(D)..].fill(1),
        Drops::Samples => dims[1..].fill(1),
    }
    if dropout.alpha { shifted(x, dropout.p, dims) } else { dropped(x, dropout.p, dims) }
}

/// Each value set to 0 with probability `p`, and the others scaled to make up for it. `dims` has a size of 1 where
/// what happens to a value happens to all along that dim.
pub(super) fn dropped<const D: usize>(x: Tensor<D>, p: f64, dims: [usize; D]) -> Tensor<D> {
    let kept = 1.0 - p;
    if kept <= 0.0 {
        // No value is left that could be scaled up.
        return x.mul_scalar(0.0);
    }
    let options = (&x.device(), x.dtype());
    let mask = Tensor::random(dims, Distribution::Bernoulli(kept), options);
    x * mask.div_scalar(kept)
}

/// Each value set with probability `p` to what `selu` makes of −∞, and all of them scaled and shifted: values with a
/// mean of 0 and a variance of 1 stay so.
fn shifted<const D: usize>(x: Tensor<D>, p: f64, dims: [usize; D]) -> Tensor<D> {
    /// −λα of `selu`.
    const LEAST: f64 = -1.758_099_340_847_376_6;
    if p >= 1.0 {
        return x.mul_scalar(0.0);
    }
    let scale = 1.0 / ((1.0 - p) * (1.0 + p * LEAST * LEAST)).sqrt();
    let options = (&x.device(), x.dtype());
    let mask: Tensor<D> = Tensor::random(dims, Distribution::Bernoulli(1.0 - p), options);
    // What is dropped becomes LEAST.
    let least = mask.clone().neg().add_scalar(1.0).mul_scalar(LEAST);
    (x * mask + least).mul_scalar(scale).sub_scalar(scale * p * LEAST)
}

impl Stateful for LayerScale {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        let scale = state.row("").expect("a layer_scale has factors");
        keep_rank!(x, x => x * along(scale, self.dim + 1))
    }

    /// As in torchvision.
    fn initial(&self, _: &str) -> Initial {
        Initial::Constant(1e-6)
    }
}
