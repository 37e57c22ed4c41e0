//! Layers that matter while training, and layers that do next to nothing.

use burn::tensor::{Distribution, Tensor};
use cnn::ops::Dropout;

use super::per_channel;
use crate::state::State;
use crate::value::{Value, keep_rank};

pub(crate) fn dropout(dropout: &Dropout, training: bool, x: Value) -> Value {
    if !training || dropout.p == 0.0 {
        return x;
    }
    keep_rank!(x, x => drop_some(dropout, x))
}

fn drop_some<const D: usize>(dropout: &Dropout, x: Tensor<D>) -> Tensor<D> {
    let kept = 1.0 - dropout.p;
    if kept <= 0.0 {
        // Nothing is left that could make up for it.
        return x.mul_scalar(0.0);
    }
    let mut dims = x.dims();
    if dropout.samples {
        dims[1..].fill(1);
    }
    let options = (&x.device(), x.dtype());
    let mask = Tensor::random(dims, Distribution::Bernoulli(kept), options);
    x * mask.div_scalar(kept)
}

pub(crate) fn layer_scale(state: &State, x: Value) -> Value {
    let Some(factors) = state.row("") else { unreachable!("a layer_scale has factors") };
    keep_rank!(x, x => x * per_channel(factors))
}
