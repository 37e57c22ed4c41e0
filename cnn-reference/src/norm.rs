//! Normalisations.

use std::collections::BTreeMap;

use cnn_core::layers::{
    BatchNorm, FrozenBatchNorm, GroupNorm, InstanceNorm, LayerNorm, LocalResponseNorm, Normalize,
};

use crate::state::LayerState;
use crate::tensor::Tensor;

/// `torch.nn.BatchNorm1d`, `BatchNorm2d`, `BatchNorm3d`: by the running statistics of the channel, or by
/// those of the batch if no running ones are kept.
pub(crate) fn batch(layer: &BatchNorm, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let y = if layer.track_running_stats {
        by_running_statistics(x, layer.eps, state)
    } else {
        normalized(x, layer.eps, |index| index[1])
    };
    if layer.affine { affine(&y, state) } else { y }
}

/// `torchvision.ops.FrozenBatchNorm2d`.
pub(crate) fn frozen_batch(layer: &FrozenBatchNorm, x: &Tensor, state: LayerState<'_>) -> Tensor {
    affine(&by_running_statistics(x, layer.eps, state), state)
}

/// `torch.nn.InstanceNorm1d`, `InstanceNorm2d`, `InstanceNorm3d`: by the statistics of the channel of
/// the sample, or by the running ones if they are kept.
pub(crate) fn instance(layer: &InstanceNorm, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let y = if layer.track_running_stats {
        by_running_statistics(x, layer.eps, state)
    } else {
        normalized(x, layer.eps, |index| [index[0], index[1]])
    };
    if layer.affine { affine(&y, state) } else { y }
}

/// `torch.nn.GroupNorm`: by the statistics of a group of channels of the sample.
pub(crate) fn group(layer: &GroupNorm, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let per_group = x.size(1) / layer.num_groups;
    let y = normalized(x, layer.eps, |index| [index[0], index[1] / per_group]);
    if layer.affine { affine(&y, state) } else { y }
}

/// `torch.nn.LayerNorm`: by the statistics over the last axes, with a factor and an offset for each
/// of their values.
pub(crate) fn layer(layer: &LayerNorm, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let leading = x.sizes().len() - layer.normalized_shape.rank();
    let y = normalized(x, layer.eps, |index| index[..leading].to_vec());
    if !layer.elementwise_affine {
        return y;
    }
    let (weight, bias) = (state.get("weight"), state.get("bias"));
    Tensor::from_fn(y.sizes(), |index| {
        let last = &index[leading..];
        y.at(index) * weight.at(last) + bias.at(last)
    })
}

/// `torch.nn.LocalResponseNorm`, where the mean is over `size` channels, `⌊size / 2⌋` of which come before
/// the channel itself; channels that do not exist count as 0:
///
/// ```text
/// y = x / (k + alpha × mean of x²)^beta
/// ```
pub(crate) fn local_response(layer: &LocalResponseNorm, x: &Tensor) -> Tensor {
    Tensor::from_fn(x.sizes(), |index| {
        let mut sum = 0.0;
        for neighbour in 0..layer.size {
            let Some(channel) = (index[1] + neighbour).checked_sub(layer.size / 2) else {
                continue;
            };
            if channel < x.size(1) {
                sum += x.at(&[&[index[0], channel], &index[2..]].concat()).powi(2);
            }
        }
        let mean = sum / layer.size as f64;
        x.at(index) / (layer.k + layer.alpha * mean).powf(layer.beta)
    })
}

/// `torch.nn.functional.normalize`.
pub(crate) fn normalize(layer: &Normalize, x: &Tensor) -> Tensor {
    let dim = layer.dim + 1;
    Tensor::from_fn(x.sizes(), |index| {
        let mut along = index.to_vec();
        let powers = (0..x.size(dim)).map(|place| {
            along[dim] = place;
            x.at(&along).abs().powf(layer.p)
        });
        x.at(index) / powers.sum::<f64>().powf(1.0 / layer.p).max(layer.eps)
    })
}

/// `(x − E[x]) / √(Var[x] + eps)`, with mean and biased variance over all values that share a key.
fn normalized<K: Ord>(x: &Tensor, eps: f64, key: impl Fn(&[usize]) -> K) -> Tensor {
    let mut values: BTreeMap<K, Vec<f64>> = BTreeMap::new();
    for index in crate::tensor::indices(x.sizes()) {
        values.entry(key(&index)).or_default().push(x.at(&index));
    }
    let statistics = |(key, values): (K, Vec<f64>)| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let squares = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>();
        (key, (mean, squares / values.len() as f64))
    };
    let statistics: BTreeMap<K, (f64, f64)> = values.into_iter().map(statistics).collect();
    Tensor::from_fn(x.sizes(), |index| {
        let (mean, variance) = statistics[&key(index)];
        (x.at(index) - mean) / (variance + eps).sqrt()
    })
}

/// The same with the running mean and variance of each channel.
fn by_running_statistics(x: &Tensor, eps: f64, state: LayerState<'_>) -> Tensor {
    let (mean, variance) = (state.get("running_mean"), state.get("running_var"));
    Tensor::from_fn(x.sizes(), |index| {
        let channel = &index[1..2];
        (x.at(index) - mean.at(channel)) / (variance.at(channel) + eps).sqrt()
    })
}

/// Times the weight of the channel, plus its bias.
fn affine(x: &Tensor, state: LayerState<'_>) -> Tensor {
    let (weight, bias) = (state.get("weight"), state.get("bias"));
    Tensor::from_fn(x.sizes(), |index| {
        x.at(index) * weight.at(&index[1..2]) + bias.at(&index[1..2])
    })
}
