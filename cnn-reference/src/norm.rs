//! Normalizations.

use std::collections::BTreeMap;

use cnn_core::layers::{
    BatchNorm, FrozenBatchNorm, GlobalResponseNorm, GroupNorm, InstanceNorm, LayerNorm,
    LocalResponseNorm, Normalize, RmsNorm,
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

/// `torch.nn.LayerNorm`: by the statistics over the last axes, with a scale and a shift for each
/// of their values; or `torchvision.models.convnext.LayerNorm2d`: by those of the channels at a position.
pub(crate) fn layer(layer: &LayerNorm, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let leading = x.sizes().len() - layer.normalized_shape.rank();
    let others = |index: &[usize]| match layer.channels_first {
        true => [&index[..1], &index[2..]].concat(),
        false => index[..leading].to_vec(),
    };
    let y = normalized(x, layer.eps, others);
    if !layer.elementwise_affine {
        return y;
    }
    let (weight, bias) = (state.get("weight"), state.get_if(layer.bias, "bias"));
    Tensor::from_fn(y.sizes(), |index| {
        let own = if layer.channels_first { &index[1..2] } else { &index[leading..] };
        y.at(index) * weight.at(own) + bias.map_or(0.0, |bias| bias.at(own))
    })
}

/// `torch.nn.RMSNorm`
pub(crate) fn root_mean_square(layer: &RmsNorm, x: &Tensor, state: LayerState<'_>) -> Tensor {
    let leading = x.sizes().len() - layer.normalized_shape.rank();
    let values: usize = layer.normalized_shape.dims().iter().product();
    let mut made = Vec::new();
    for row in x.values().chunks(values) {
        let mean = row.iter().map(|value| value.powi(2)).sum::<f64>() / values as f64;
        made.extend(row.iter().map(|value| value / (mean + layer.eps).sqrt()));
    }
    let y = Tensor::new(x.sizes(), made);
    match state.get_if(layer.elementwise_affine, "weight") {
        Some(weight) => {
            Tensor::from_fn(y.sizes(), |index| y.at(index) * weight.at(&index[leading..]))
        }
        None => y,
    }
}

/// timm's `GlobalResponseNorm`.
pub(crate) fn global_response(
    layer: &GlobalResponseNorm,
    x: &Tensor,
    state: LayerState<'_>,
) -> Tensor {
    let (dim, channels) = (layer.dim + 1, layer.num_channels);
    // The squares of each channel of each sample, added up.
    let mut norms = vec![0.0; x.size(0) * channels];
    for index in crate::tensor::indices(x.sizes()) {
        norms[index[0] * channels + index[dim]] += x.at(&index).powi(2);
    }
    norms.iter_mut().for_each(|norm| *norm = norm.sqrt());
    let (weight, bias) = (state.get("weight"), state.get("bias"));
    Tensor::from_fn(x.sizes(), |index| {
        let (own, value) = (index[dim], x.at(index));
        let norms = &norms[index[0] * channels..][..channels];
        let mean = norms.iter().sum::<f64>() / channels as f64;
        value + bias.at(&[own]) + weight.at(&[own]) * value * norms[own] / (mean + layer.eps)
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
