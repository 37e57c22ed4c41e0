//! Normalization layers.

use burn::module::RunningState;
use burn::tensor::module::{avg_pool2d, batch_norm, batch_norm_train, layer_norm};
use burn::tensor::ops::AvgPoolOptions;
use burn::tensor::{Tensor, TensorCreationOptions};
use cnn_core::layers::{
    BatchNorm, FrozenBatchNorm, GlobalResponseNorm, GroupNorm, InstanceNorm, LayerNorm,
    LocalResponseNorm, Normalize, RmsNorm,
};

use crate::layer::{Initial, Site, Stateful, Stateless};
use crate::state::LayerState;
use crate::tensor::{along, per_channel, power};
use crate::value::{Value, keep_rank};

impl Stateful for BatchNorm {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        keep_rank!(x, x => each_channel(self, state, site.training, x))
    }

    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }

    fn has_training_mode(&self) -> bool {
        true
    }

    fn values_per_variance(&self, batch: usize, site: Site<'_>) -> Option<usize> {
        (site.training || !self.track_running_stats).then(|| batch * places(site))
    }
}

fn each_channel<const D: usize>(
    norm: &BatchNorm,
    state: &LayerState,
    training: bool,
    x: Tensor<D>,
) -> Tensor<D> {
    let dims = x.dims();
    let [scale, shift] = affine(state, dims[1], &x);
    match state.running() {
        Some([mean, var]) if !training => {
            batch_norm(x, scale, shift, mean.value_sync(), var.value_sync(), norm.eps)
        }
        running => {
            let normal = batch_norm_train(x, scale, shift, norm.eps);
            if let Some([mean, var]) = running {
                let values = dims[0] * dims[2..].iter().product::<usize>();
                update(mean, normal.mean, norm.momentum);
                update(var, unbiased(normal.variance, values), norm.momentum);
            }
            normal.output
        }
    }
}

/// It has the running statistics of a batch norm, and never takes new ones.
impl Stateful for FrozenBatchNorm {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        keep_rank!(x, x => {
            let [scale, shift] = affine(state, x.dims()[1], &x);
            let [mean, var] = state.running().expect("a frozen norm has statistics");
            batch_norm(x, scale, shift, mean.value_sync(), var.value_sync(), self.eps)
        })
    }

    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }
}

/// It is computed as a batch norm of one sample, which has a channel for each channel of each sample.
impl Stateful for InstanceNorm {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        keep_rank!(x, x => each_instance(self, state, site.training, x))
    }

    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }

    fn has_training_mode(&self) -> bool {
        true
    }

    fn values_per_variance(&self, _: usize, site: Site<'_>) -> Option<usize> {
        site.training.then(|| places(site))
    }
}

fn each_instance<const D: usize>(
    norm: &InstanceNorm,
    state: &LayerState,
    training: bool,
    x: Tensor<D>,
) -> Tensor<D> {
    let dims = x.dims();
    let (samples, channels) = (dims[0], dims[1]);
    let values: usize = dims[2..].iter().product();
    let [scale, shift] = affine(state, channels, &x);
    let running = state.running();
    if let (Some([mean, var]), false) = (running, training) {
        return batch_norm(x, scale, shift, mean.value_sync(), var.value_sync(), norm.eps);
    }
    let row = x.reshape([1, samples * channels, values]);
    let [scale, shift] = [scale, shift].map(|each| each.repeat_dim(0, samples));
    let normal = batch_norm_train(row, scale, shift, norm.eps);
    if let Some([mean, var]) = running {
        let over_samples =
            |each: Tensor<1>| each.reshape([samples, channels]).mean_dim(0).reshape([channels]);
        update(mean, over_samples(normal.mean), norm.momentum);
        update(var, over_samples(unbiased(normal.variance, values)), norm.momentum);
    }
    normal.output.reshape(dims)
}

/// It is computed as a layer norm of each group.
impl Stateful for GroupNorm {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        keep_rank!(x, x => each_group(self, state, x))
    }

    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }
}

fn each_group<const D: usize>(norm: &GroupNorm, state: &LayerState, x: Tensor<D>) -> Tensor<D> {
    let dims = x.dims();
    let values = dims[1..].iter().product::<usize>() / norm.num_groups;
    let ones = Tensor::ones([values], options(&x));
    let groups = x.reshape([dims[0] * norm.num_groups, values]);
    let normal = layer_norm(groups, ones, None, norm.eps).reshape(dims);
    match (state.row("weight"), state.row("bias")) {
        (Some(scale), Some(shift)) => normal * per_channel(scale) + per_channel(shift),
        _ => normal,
    }
}

impl Stateful for LayerNorm {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        keep_rank!(x, x => match self.channels_first {
            true => channels_last(x, |x| last_axes(self, state, x)),
            false => last_axes(self, state, x),
        })
    }

    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }
}

fn last_axes<const D: usize>(norm: &LayerNorm, state: &LayerState, x: Tensor<D>) -> Tensor<D> {
    let dims = x.dims();
    let values: usize = norm.normalized_shape.dims().iter().product();
    let scale = match state.row("weight") {
        Some(scale) => scale,
        None => Tensor::ones([values], options(&x)),
    };
    let rows = x.reshape([dims.iter().product::<usize>() / values, values]);
    layer_norm(rows, scale, state.row("bias"), norm.eps).reshape(dims)
}

/// A function of a tensor with its channels behind all other axes.
fn channels_last<const D: usize>(
    x: Tensor<D>,
    function: impl FnOnce(Tensor<D>) -> Tensor<D>,
) -> Tensor<D> {
    let last = core::array::from_fn::<usize, D, _>(|dim| match dim {
        0 => 0,
        dim if dim + 1 == D => 1,
        dim => dim + 1,
    });
    let first = core::array::from_fn::<usize, D, _>(|dim| match dim {
        0 => 0,
        1 => D - 1,
        dim => dim - 1,
    });
    function(x.permute(last)).permute(first)
}

impl Stateful for RmsNorm {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        let values: usize = self.normalized_shape.dims().iter().product();
        keep_rank!(x, x => {
            let dims = x.dims();
            let rows = x.reshape([dims.iter().product::<usize>() / values, values]);
            let mean = rows.clone().square().mean_dim(1);
            let rows = rows / mean.add_scalar(self.eps).sqrt();
            match state.row("weight") {
                Some(weight) => (rows * weight.unsqueeze()).reshape(dims),
                None => rows.reshape(dims),
            }
        })
    }

    fn initial(&self, suffix: &str) -> Initial {
        initial(suffix)
    }
}

impl Stateful for GlobalResponseNorm {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        keep_rank!(x, x => global_response(self, state, x))
    }

    /// As in ConvNeXt V2: it begins as the identity.
    fn initial(&self, _: &str) -> Initial {
        Initial::Constant(0.0)
    }
}

fn global_response<const D: usize>(
    norm: &GlobalResponseNorm,
    state: &LayerState,
    x: Tensor<D>,
) -> Tensor<D> {
    let channels = norm.dim + 1;
    let learned =
        |suffix| along(state.row(suffix).expect("it has a factor and an offset"), channels);
    let positions: Vec<usize> = (1..D).filter(|dim| *dim != channels).collect();
    // A root of 0 has no gradient.
    let squares = x.clone().square().sum_dims(&positions).clamp_min(f64::from(f32::MIN_POSITIVE));
    let norms = squares.sqrt();
    let mean = norms.clone().mean_dim(channels).add_scalar(norm.eps);
    x.clone() + learned("bias") + learned("weight") * x * (norms / mean)
}

/// `x / (k + alpha × m)^beta`, where m is the mean of the squares of `size` neighbouring channels, which
/// begin `size / 2` channels before; channels that do not exist count as 0. If the size is even, burn's own
/// layer begins one channel later.
impl Stateless for LocalResponseNorm {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        keep_rank!(x, x => {
            let dims = x.dims();
            let rest = dims[2..].iter().product();
            let squares = x.clone().square().reshape([dims[0], 1, dims[1], rest]);
            let window = AvgPoolOptions::new([self.size, 1])
                .with_stride([1, 1])
                .with_padding_pairs([(self.size / 2, (self.size - 1) / 2), (0, 0)]);
            let means = avg_pool2d(squares, window).reshape(dims);
            x / means.mul_scalar(self.alpha).add_scalar(self.k).powf_scalar(self.beta)
        })
    }
}

impl Stateless for Normalize {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        keep_rank!(x, x => {
            let sum = power(x.clone().abs(), self.p).sum_dim(self.dim + 1);
            // A root of 0 has no gradient.
            let sum = sum.clamp_min(self.eps.powf(self.p));
            x / power(sum, 1.0 / self.p).clamp_min(self.eps)
        })
    }
}

/// New norms scale by 1 and shift by 0, and so do their statistics.
fn initial(suffix: &str) -> Initial {
    match suffix {
        "bias" | "running_mean" => Initial::Constant(0.0),
        _ => Initial::Constant(1.0),
    }
}

/// The number of places that a channel of a sample has. A norm keeps the shape of its input.
fn places(site: Site<'_>) -> usize {
    site.output.dims()[1..].iter().product()
}

/// The scale and the shift of each channel: 1 and 0 in layers that do not learn them.
fn affine<const D: usize>(state: &LayerState, channels: usize, x: &Tensor<D>) -> [Tensor<1>; 2] {
    match (state.row("weight"), state.row("bias")) {
        (Some(scale), Some(shift)) => [scale, shift],
        _ => [Tensor::ones([channels], options(x)), Tensor::zeros([channels], options(x))],
    }
}

/// For tensors on the device of `x`, and of its type.
fn options<const D: usize>(x: &Tensor<D>) -> TensorCreationOptions {
    (&x.device(), x.dtype()).into()
}

/// The variance that PyTorch keeps, whose divisor is one less than the number of values.
fn unbiased(variance: Tensor<1>, values: usize) -> Tensor<1> {
    variance.mul_scalar(values as f64 / (values.max(2) - 1) as f64)
}

fn update(running: &RunningState<Tensor<1>>, new: Tensor<1>, momentum: f64) {
    let old = running.value_sync().mul_scalar(1.0 - momentum);
    running.update((old + new.detach().mul_scalar(momentum)).detach());
}
