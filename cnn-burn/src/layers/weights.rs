//! What layers make of the weights that they store.

use burn::module::{Param, ParamId};
use burn::tensor::Tensor;
use cnn_core::layers::{WeightNorm, WeightStandardization};

use crate::state::{LayerState, Stored};

/// The weights of a layer: those that it stores, or what a weight norm makes of them.
pub(super) fn weights<const D: usize>(norm: Option<WeightNorm>, state: &LayerState) -> Tensor<D> {
    let Some(norm) = norm else { return state.tensor("weight") };
    let [lengths, directions] = norm.suffixes();
    let directions: Tensor<D> = state.tensor(directions);
    let factors = state.tensor::<D>(lengths) / norms(&directions);
    directions * factors
}

/// The weights with a mean of 0 and a variance of 1 for each kernel, and with its gain.
pub(super) fn standardized<const D: usize>(
    how: &WeightStandardization,
    weight: &Tensor<D>,
    state: &LayerState,
) -> Tensor<D> {
    let dims = weight.dims();
    let rows = rows(weight);
    let centred = rows.clone() - rows.mean_dim(1);
    let variance = centred.clone().square().mean_dim(1);
    let mut factors = variance.add_scalar(how.eps).sqrt().recip();
    if let Some(gain) = state.row("gain") {
        let scale = how.gamma / (centred.dims()[1] as f64).sqrt();
        factors = factors * gain.mul_scalar(scale).unsqueeze_dim(1);
    }
    (centred * factors).reshape(dims)
}

/// Gives new weights the lengths that they have without a weight norm.
pub(super) fn set_lengths(norm: Option<WeightNorm>, state: &mut LayerState) {
    let Some([lengths, directions]) = norm.map(WeightNorm::suffixes) else { return };
    let of = |suffix| move |(name, _): &&mut (&'static str, Stored)| *name == suffix;
    let made = state.0.iter_mut().find(of(directions)).map(|(_, stored)| match stored {
        Stored::Rank2(param) => Stored::Rank2(lengths_of(param)),
        Stored::Rank3(param) => Stored::Rank3(lengths_of(param)),
        Stored::Rank4(param) => Stored::Rank4(lengths_of(param)),
        Stored::Rank5(param) => Stored::Rank5(lengths_of(param)),
        _ => unreachable!("weights have two to five sizes"),
    });
    if let (Some(made), Some((_, stored))) = (made, state.0.iter_mut().find(of(lengths))) {
        *stored = made;
    }
}

fn lengths_of<const D: usize>(directions: &Param<Tensor<D>>) -> Param<Tensor<D>> {
    let lengths = norms(&directions.val()).detach();
    Param::initialized(ParamId::new(), lengths).set_require_grad(directions.is_require_grad())
}

/// The length of the weights at each position of the first dim, to be broadcast to them.
fn norms<const D: usize>(weight: &Tensor<D>) -> Tensor<D> {
    let mut dims = [1; D];
    dims[0] = weight.dims()[0];
    rows(weight).square().sum_dim(1).sqrt().reshape(dims)
}

/// A row for each position of the first dim.
fn rows<const D: usize>(weight: &Tensor<D>) -> Tensor<2> {
    let outputs = weight.dims()[0];
    weight.clone().reshape([outputs, weight.dims().iter().skip(1).product()])
}
