//! Normalisation layers.

use burn::module::RunningState;
use burn::tensor::module::{avg_pool2d, batch_norm, batch_norm_train, layer_norm};
use burn::tensor::ops::AvgPoolOptions;
use burn::tensor::{Tensor, TensorCreationOptions};
use cnn::ops::{BatchNorm, GroupNorm, InstanceNorm, LayerNorm, LocalResponseNorm};

use super::per_channel;
use crate::state::State;
use crate::value::{Value, keep_rank};

pub(crate) fn batchnorm(norm: &BatchNorm, state: &State, training: bool, x: Value) -> Value {
    keep_rank!(x, x => each_channel(norm, state, training, x))
}

fn each_channel<const D: usize>(
    norm: &BatchNorm,
    state: &State,
    training: bool,
    x: Tensor<D>,
) -> Tensor<D> {
    let dims = x.dims();
    let [factors, offsets] = affine(state, dims[1], &x);
    match state.running() {
        Some([mean, var]) if !training => {
            batch_norm(x, factors, offsets, mean.value_sync(), var.value_sync(), norm.eps)
        }
        running => {
            let normal = batch_norm_train(x, factors, offsets, norm.eps);
            if let Some([mean, var]) = running {
                let values = dims[0] * dims[2..].iter().product::<usize>();
                update(mean, normal.mean, norm.momentum);
                update(var, unbiased(normal.variance, values), norm.momentum);
            }
            normal.output
        }
    }
}

/// As a batch norm of one sample with a channel for each channel of each sample.
pub(crate) fn instancenorm(norm: &InstanceNorm, state: &State, training: bool, x: Value) -> Value {
    keep_rank!(x, x => each_instance(norm, state, training, x))
}

fn each_instance<const D: usize>(
    norm: &InstanceNorm,
    state: &State,
    training: bool,
    x: Tensor<D>,
) -> Tensor<D> {
    let dims = x.dims();
    let (samples, channels) = (dims[0], dims[1]);
    let values: usize = dims[2..].iter().product();
    let [factors, offsets] = affine(state, channels, &x);
    let running = state.running();
    if let (Some([mean, var]), false) = (running, training) {
        return batch_norm(x, factors, offsets, mean.value_sync(), var.value_sync(), norm.eps);
    }
    let row = x.reshape([1, samples * channels, values]);
    let [factors, offsets] = [factors, offsets].map(|each| each.repeat_dim(0, samples));
    let normal = batch_norm_train(row, factors, offsets, norm.eps);
    if let Some([mean, var]) = running {
        let over_samples =
            |each: Tensor<1>| each.reshape([samples, channels]).mean_dim(0).reshape([channels]);
        update(mean, over_samples(normal.mean), norm.momentum);
        update(var, over_samples(unbiased(normal.variance, values)), norm.momentum);
    }
    normal.output.reshape(dims)
}

/// As a layer norm of each group.
pub(crate) fn groupnorm(norm: &GroupNorm, state: &State, x: Value) -> Value {
    keep_rank!(x, x => each_group(norm, state, x))
}

fn each_group<const D: usize>(norm: &GroupNorm, state: &State, x: Tensor<D>) -> Tensor<D> {
    let dims = x.dims();
    let values = dims[1..].iter().product::<usize>() / norm.num_groups;
    let ones = Tensor::ones([values], options(&x));
    let groups = x.reshape([dims[0] * norm.num_groups, values]);
    let normal = layer_norm(groups, ones, None, norm.eps).reshape(dims);
    match (state.row("weight"), state.row("bias")) {
        (Some(factors), Some(offsets)) => normal * per_channel(factors) + per_channel(offsets),
        _ => normal,
    }
}

pub(crate) fn layernorm(norm: &LayerNorm, state: &State, x: Value) -> Value {
    keep_rank!(x, x => last_axes(norm, state, x))
}

fn last_axes<const D: usize>(norm: &LayerNorm, state: &State, x: Tensor<D>) -> Tensor<D> {
    let dims = x.dims();
    let values: usize = norm.normalized_shape.dims().iter().product();
    let factors = match state.row("weight") {
        Some(factors) => factors,
        None => Tensor::ones([values], options(&x)),
    };
    let rows = x.reshape([dims.iter().product::<usize>() / values, values]);
    layer_norm(rows, factors, state.row("bias"), norm.eps).reshape(dims)
}

/// `x / (k + alpha × m)^beta`, m the mean of the squares of `size` neighbouring channels, the first
/// of which is `size / 2` channels before; channels that do not exist count as 0. burn's own layer
/// has the odd one at the other side where the size is even.
pub(crate) fn lrn(norm: &LocalResponseNorm, x: Value) -> Value {
    keep_rank!(x, x => {
        let dims = x.dims();
        let rest = dims[2..].iter().product();
        let squares = x.clone().square().reshape([dims[0], 1, dims[1], rest]);
        let window = AvgPoolOptions::new([norm.size, 1])
            .with_stride([1, 1])
            .with_padding_pairs([(norm.size / 2, (norm.size - 1) / 2), (0, 0)]);
        let means = avg_pool2d(squares, window).reshape(dims);
        x / means.mul_scalar(norm.alpha).add_scalar(norm.k).powf_scalar(norm.beta)
    })
}

/// Factors and offsets for each channel, which are 1 and 0 in layers that learn none.
fn affine<const D: usize>(state: &State, channels: usize, x: &Tensor<D>) -> [Tensor<1>; 2] {
    match (state.row("weight"), state.row("bias")) {
        (Some(factors), Some(offsets)) => [factors, offsets],
        _ => [Tensor::ones([channels], options(x)), Tensor::zeros([channels], options(x))],
    }
}

/// Tensors where, and of the type that, `x` is.
fn options<const D: usize>(x: &Tensor<D>) -> TensorCreationOptions {
    (&x.device(), x.dtype()).into()
}

/// What PyTorch keeps: the variance divided by one less than the number of values.
fn unbiased(variance: Tensor<1>, values: usize) -> Tensor<1> {
    variance.mul_scalar(values as f64 / (values.max(2) - 1) as f64)
}

fn update(running: &RunningState<Tensor<1>>, new: Tensor<1>, momentum: f64) {
    let old = running.value_sync().mul_scalar(1.0 - momentum);
    running.update((old + new.detach().mul_scalar(momentum)).detach());
}
