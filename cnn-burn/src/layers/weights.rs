//! What layers make of the weights that they store.

use burn::module::{Param, ParamId, RunningState};
use burn::tensor::{Distribution, Tensor};
use cnn_core::layers::{Parametrization, TensorNames, WeightStandardization};

use crate::state::{LayerState, Stored};

/// Added to lengths by which vectors are divided, as in PyTorch's `spectral_norm`.
const EPS: f64 = 1e-12;

/// The steps of the power method by which new vectors approach those of the new weights, as in PyTorch.
const FIRST_STEPS: usize = 15;

/// The weights of a layer: those that it stores, or what a parametrization makes of the tensors in their place. `dim` is
/// the one that the rows of their matrix are made of. Training changes the vectors of a spectral norm.
pub(super) fn weights<const D: usize>(
    parametrization: Option<Parametrization>,
    dim: usize,
    state: &LayerState,
    training: bool,
) -> Tensor<D> {
    match parametrization {
        None => state.tensor("weight"),
        Some(Parametrization::WeightNorm(names)) => {
            let [lengths, directions] = names.of_weight_norm();
            let directions: Tensor<D> = state.tensor(directions);
            let factors = state.tensor::<D>(lengths) / norms(&directions);
            directions * factors
        }
        Some(Parametrization::SpectralNorm(names)) => {
            let [weight, u, v] = names.of_spectral_norm();
            let vectors = [u, v].map(|name| state.vector(name));
            let weight: Tensor<D> = state.tensor(weight);
            let matrix = rows(&weight.clone().swap_dims(0, dim));
            if training {
                let fixed = matrix.clone().detach();
                let new = power_step(names, &fixed, vectors.map(RunningState::value_sync));
                vectors.into_iter().zip(new).for_each(|(vector, new)| vector.update(new));
            }
            let [u, v] = vectors.map(|vector| vector.value_sync().detach());
            let norm = (u * product(matrix, v)).sum();
            let dims = weight.dims();
            weight / norm.reshape([1; D]).expand(dims)
        }
    }
}

/// Whether training changes what the layer computes.
pub(super) fn has_training_mode(parametrization: Option<Parametrization>) -> bool {
    matches!(parametrization, Some(Parametrization::SpectralNorm(_)))
}

/// One step of the power method from the vectors u and v. The older function of PyTorch computes v first.
fn power_step(names: TensorNames, matrix: &Tensor<2>, vectors: [Tensor<1>; 2]) -> [Tensor<1>; 2] {
    let from_v = |v| unit(product(matrix.clone(), v));
    let from_u = |u| unit(product(matrix.clone().transpose(), u));
    let [u, v] = vectors;
    match names {
        TensorNames::Parametrized => {
            let u = from_v(v);
            [u.clone(), from_u(u)]
        }
        TensorNames::Legacy => {
            let v = from_u(u);
            [from_v(v.clone()), v]
        }
    }
}

fn product(matrix: Tensor<2>, vector: Tensor<1>) -> Tensor<1> {
    matrix.matmul(vector.unsqueeze_dim(1)).squeeze_dim(1)
}

/// The vector with a length of 1.
fn unit(vector: Tensor<1>) -> Tensor<1> {
    let length = vector.clone().square().sum().sqrt().clamp_min(EPS);
    vector / length
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

/// Gives new weights the lengths that they have without a weight norm, or the singular vectors of their matrix, as far as
/// the power method finds them.
pub(super) fn complete(
    parametrization: Option<Parametrization>,
    dim: usize,
    state: &mut LayerState,
) {
    match parametrization {
        None => {}
        Some(Parametrization::WeightNorm(names)) => {
            let [lengths, directions] = names.of_weight_norm();
            let made = match state.stored(directions) {
                Stored::Rank2(param) => Stored::Rank2(lengths_of(param)),
                Stored::Rank3(param) => Stored::Rank3(lengths_of(param)),
                Stored::Rank4(param) => Stored::Rank4(lengths_of(param)),
                Stored::Rank5(param) => Stored::Rank5(lengths_of(param)),
                _ => unreachable!("weights have two to five sizes"),
            };
            state.set(lengths, made);
        }
        Some(Parametrization::SpectralNorm(names)) => {
            let [weight, u, v] = names.of_spectral_norm();
            let matrix = match state.stored(weight) {
                Stored::Rank2(param) => matrix_of(param, dim),
                Stored::Rank3(param) => matrix_of(param, dim),
                Stored::Rank4(param) => matrix_of(param, dim),
                Stored::Rank5(param) => matrix_of(param, dim),
                _ => unreachable!("weights have two to five sizes"),
            };
            let [height, width] = matrix.dims();
            let device = matrix.device();
            let random =
                |count| unit(Tensor::random([count], Distribution::Normal(0.0, 1.0), &device));
            let mut vectors = [random(height), random(width)];
            for _ in 0..FIRST_STEPS {
                vectors = power_step(TensorNames::Parametrized, &matrix, vectors);
            }
            for (name, vector) in [u, v].into_iter().zip(vectors) {
                state.set(name, Stored::Running(RunningState::new(vector)));
            }
        }
    }
}

fn matrix_of<const D: usize>(weight: &Param<Tensor<D>>, dim: usize) -> Tensor<2> {
    rows(&weight.val().detach().swap_dims(0, dim))
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
