//! Normalizations.

use cnn_core::Shape;
use cnn_core::layers::{
    BatchNorm, FrozenBatchNorm, GlobalResponseNorm, GroupNorm, InstanceNorm, LayerNorm,
    LocalResponseNorm, Normalize, RmsNorm,
};

use super::Unary;
use super::activation::clip;
use super::linear::affine;
use super::reduce::norm;
use crate::write::{Site, Value, float, int, ints};

impl Unary for BatchNorm {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        if self.track_running_stats {
            return by_running_statistics(x, self.num_features, self.affine, self.eps, site);
        }
        // By the statistics of the batch.
        let axes: Vec<i64> = (0..site.rank()).filter(|axis| *axis != 1).collect();
        let mean = site.reduce("ReduceMean", x, &axes, true);
        let centred = site.op("Sub", &[x, &mean], []);
        let squares = site.op("Mul", &[&centred, &centred], []);
        let variance = site.reduce("ReduceMean", &squares, &axes, true);
        let variance = site.with("Add", &variance, self.eps);
        let deviation = site.op("Sqrt", &[&variance], []);
        let normalized = site.op("Div", &[&centred, &deviation], []);
        if self.affine { affine(&normalized, 0, site) } else { normalized }
    }
}

impl Unary for FrozenBatchNorm {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        by_running_statistics(x, self.num_features, true, self.eps, site)
    }
}

impl Unary for InstanceNorm {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        if self.track_running_stats {
            return by_running_statistics(x, self.num_features, self.affine, self.eps, site);
        }
        // Without tensors, the number of features may be any.
        let channels = site.input.size(0);
        let [weight, bias] = scale_and_shift(channels, self.affine, site);
        site.op("InstanceNormalization", &[x, &weight, &bias], [float("epsilon", self.eps)])
    }
}

fn by_running_statistics(
    x: &Value,
    channels: usize,
    affine: bool,
    eps: f64,
    site: &mut Site<'_>,
) -> Value {
    let [weight, bias] = scale_and_shift(channels, affine, site);
    let [mean, variance] = ["running_mean", "running_var"].map(|suffix| site.state(suffix));
    let inputs = [x, &weight, &bias, &mean, &variance];
    site.op("BatchNormalization", &inputs, [float("epsilon", eps)])
}

/// Weight and bias, or what changes nothing.
fn scale_and_shift(channels: usize, affine: bool, site: &mut Site<'_>) -> [Value; 2] {
    if affine {
        return ["weight", "bias"].map(|suffix| site.state(suffix));
    }
    [1.0, 0.0].map(|value| site.floats(&[channels], &vec![value; channels]))
}

impl Unary for GroupNorm {
    /// Each group as a channel, as ONNX's own operation has factors for groups until opset 21.
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let groups = self.num_groups;
        let grouped = site.reshape(x, &[0, groups as i64, -1]);
        let [ones, zeros] = scale_and_shift(groups, false, site);
        let eps = float("epsilon", self.eps);
        let normalized = site.op("InstanceNormalization", &[&grouped, &ones, &zeros], [eps]);
        let sample = site.input;
        let normalized = site.reshape_samples(&normalized, sample.dims());
        if self.affine { affine(&normalized, 0, site) } else { normalized }
    }
}

impl Unary for LayerNorm {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let rank = site.rank();
        // The channels come last for this.
        let [there, back] = last_and_back(rank);
        let moved = if self.channels_first { site.transpose(x, &there) } else { x.clone() };
        let sizes = self.normalized_shape;
        let weight = match self.elementwise_affine {
            true => site.state("weight"),
            false => ones(&sizes, site),
        };
        let bias = site.state_if(self.elementwise_affine && self.bias, "bias");
        let inputs = [Some(&moved), Some(&weight), bias.as_ref()];
        let inputs: Vec<&Value> = inputs.into_iter().flatten().collect();
        let axis = if self.channels_first { -1 } else { -(sizes.rank() as i64) };
        let attributes = [int("axis", axis), float("epsilon", self.eps)];
        let made = site.op("LayerNormalization", &inputs, attributes);
        if self.channels_first { site.transpose(&made, &back) } else { made }
    }
}

/// The order of axes with the second one last, and the one that undoes it.
fn last_and_back(rank: i64) -> [Vec<i64>; 2] {
    let there = [0].into_iter().chain(2..rank).chain([1]).collect();
    let back = [0, rank - 1].into_iter().chain(1..rank - 1).collect();
    [there, back]
}

fn ones(sizes: &Shape, site: &mut Site<'_>) -> Value {
    let count = sizes.dims().iter().product();
    site.floats(sizes.dims(), &vec![1.0; count])
}

impl Unary for RmsNorm {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let axes: Vec<i64> = (-(self.normalized_shape.rank() as i64)..0).collect();
        let squares = site.op("Mul", &[x, x], []);
        let mean = site.reduce("ReduceMean", &squares, &axes, true);
        let mean = site.with("Add", &mean, self.eps);
        let root = site.op("Sqrt", &[&mean], []);
        let normalized = site.op("Div", &[x, &root], []);
        match site.state_if(self.elementwise_affine, "weight") {
            Some(weight) => site.op("Mul", &[&normalized, &weight], []),
            None => normalized,
        }
    }
}

impl Unary for GlobalResponseNorm {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let channels = self.dim as i64 + 1;
        let axes: Vec<i64> = (1..site.rank()).filter(|axis| *axis != channels).collect();
        let norms = site.reduce("ReduceL2", x, &axes, true);
        let mean = site.reduce("ReduceMean", &norms, &[channels], true);
        let mean = site.with("Add", &mean, self.eps);
        let relative = site.op("Div", &[&norms, &mean], []);
        let scaled = site.op("Mul", &[x, &relative], []);
        let made = affine(&scaled, self.dim, site);
        site.op("Add", &[x, &made], [])
    }
}

impl Unary for LocalResponseNorm {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        // Of an even number, ONNX has one more behind the channel, and PyTorch before it. Its engines take images only.
        if self.size % 2 == 1 && site.input.rank() == 3 {
            let attributes = [
                int("size", self.size as i64),
                float("alpha", self.alpha),
                float("beta", self.beta),
                float("bias", self.k),
            ];
            return site.op("LRN", &[x], attributes);
        }
        let squares = site.op("Mul", &[x, x], []);
        // The channels as an axis of an image with one channel.
        let channels = site.input.size(0) as i64;
        let image = site.reshape(&squares, &[0, 1, channels, -1]);
        let (before, after) = (self.size / 2, (self.size - 1) / 2);
        let attributes = [
            ints("kernel_shape", &[self.size as i64, 1]),
            ints("pads", &[before as i64, 0, after as i64, 0]),
            int("count_include_pad", 1),
        ];
        let mean = site.op("AveragePool", &[&image], attributes);
        let sample = site.input;
        let mean = site.reshape_samples(&mean, sample.dims());
        let scaled = site.with("Mul", &mean, self.alpha);
        let sum = site.with("Add", &scaled, self.k);
        let root = site.with("Pow", &sum, self.beta);
        site.op("Div", &[x, &root], [])
    }
}

impl Unary for Normalize {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let lengths = norm(x, self.p, &[self.dim as i64 + 1], true, site);
        let lengths = clip(&lengths, Some(site.positive(self.eps)), None, site);
        site.op("Div", &[x, &lengths], [])
    }
}
