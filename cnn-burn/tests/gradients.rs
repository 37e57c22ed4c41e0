//! Compares the gradients of every layer with finite differences, in `f64`, for odd sizes and corner
//! cases; and the shape of every node's output with that of the graph.

mod common;

use std::sync::OnceLock;

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::{Device, FloatDType, Tensor, TensorData};
use cnn::{Network, cnn};
use cnn_burn::Net;
use common::{noise, values};

/// A device that differentiates, in `f64`.
fn device() -> Device {
    static DEVICE: OnceLock<Device> = OnceLock::new();
    DEVICE
        .get_or_init(|| {
            let mut device = Device::default();
            device.configure(FloatDType::F64).unwrap();
            device.autodiff()
        })
        .clone()
}

/// The number of values of each tensor that are moved.
const MOVED: usize = 7;
/// The distance by which they are moved.
const STEP: f64 = 1e-5;

fn check<const IN: usize, const OUT: usize, N: Network>(batch: usize) {
    let device = device();
    let net = Net::<IN, OUT>::new::<N>(&device).unwrap();
    // With the initial values, a factor of 0 or 1 would hide mistakes.
    let net = net.map(&mut Scatter { seed: 1, path: Vec::new() });
    let mut dims = vec![batch];
    dims.extend(N::GRAPH.input.dims());
    let input = noise(dims.iter().product(), 99);
    let tensor = |values: &[f64]| {
        let dims: [usize; IN] = dims.clone().try_into().unwrap();
        Tensor::<IN>::from_data(TensorData::new(values.to_vec(), dims), &device)
    };

    shapes_are_those_of_the_graph(&net, tensor(&input));

    let x = tensor(&input).require_grad();
    let grads = weighted(&net.forward(x.clone())).backward();
    let mut collect = Gradients { grads: &grads, path: Vec::new(), found: Vec::new() };
    net.visit(&mut collect);

    let found = values(&x.grad(&grads).expect("a gradient of the input"));
    for i in spread(found.len()) {
        let moved = |step: f64| {
            let mut input = input.clone();
            input[i] += step;
            loss(&net.forward(tensor(&input)))
        };
        compare(found[i], moved, &format!("input {i}"));
    }
    for (name, found) in collect.found {
        for i in spread(found.len()) {
            let moved = |step: f64| {
                let mut shift = Shift { name: &name, i, step, path: Vec::new() };
                loss(&net.clone().map(&mut shift).forward(tensor(&input)))
            };
            compare(found[i], moved, &format!("{name} {i}"));
        }
    }
}

fn shapes_are_those_of_the_graph<const IN: usize, const OUT: usize>(
    net: &Net<IN, OUT>,
    input: Tensor<IN>,
) {
    let batch = input.dims()[0];
    let mut nodes = net.graph().nodes.iter();
    net.observe(input, |name, value| {
        let node = nodes.next().unwrap();
        assert_eq!(name, node.name);
        let mut dims = vec![batch];
        dims.extend(node.output.dims());
        assert_eq!(value.dims(), dims, "{name}");
    })
    .unwrap();
    assert_eq!(nodes.next(), None);
}

fn compare(found: f64, moved: impl Fn(f64) -> f64, what: &str) {
    let expected = (moved(STEP) - moved(-STEP)) / (2.0 * STEP);
    let within = 1e-6 * (1.0 + expected.abs());
    assert!((found - expected).abs() < within, "{what}: {found}, not {expected}");
}

/// A loss in which every value of the output counts differently.
fn weighted<const OUT: usize>(output: &Tensor<OUT>) -> Tensor<1> {
    let weights = noise(output.shape().num_elements(), 5);
    let weights = TensorData::new(weights, output.dims());
    (output.clone() * Tensor::from_data(weights, &output.device())).sum()
}

fn loss<const OUT: usize>(output: &Tensor<OUT>) -> f64 {
    weighted(output).into_scalar()
}

/// Some indices, first and last among them.
fn spread(len: usize) -> Vec<usize> {
    if len <= MOVED {
        (0..len).collect()
    } else {
        (0..MOVED).map(|i| i * (len - 1) / (MOVED - 1)).collect()
    }
}

/// The gradient of each parameter.
struct Gradients<'a> {
    grads: &'a burn::tensor::Gradients,
    path: Vec<String>,
    found: Vec<(String, Vec<f64>)>,
}

impl ModuleVisitor for Gradients<'_> {
    fn enter_module(&mut self, name: &str, _: &str) {
        self.path.push(name.to_string());
    }

    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let name = self.path.join(".");
        match param.val().grad(self.grads) {
            Some(gradient) => self.found.push((name, values(&gradient))),
            None => assert!(name.contains("running_"), "no gradient of {name}"),
        }
    }
}

/// Other parameters: noise around what they were, and positive variances.
struct Scatter {
    seed: usize,
    path: Vec<String>,
}

impl ModuleMapper for Scatter {
    fn enter_module(&mut self, name: &str, _: &str) {
        self.path.push(name.to_string());
    }

    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.pop();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        self.seed += 1;
        let old = param.val();
        let scale = if self.path.ends_with(&["running_var".to_string()]) { 0.25 } else { 0.5 };
        let noise = TensorData::new(noise(old.shape().num_elements(), self.seed), old.dims());
        let noise = Tensor::<D>::from_data(noise, &old.device()).mul_scalar(scale);
        param.map(|old| (old.detach() + noise).detach().require_grad())
    }
}

/// One value of one parameter, moved.
struct Shift<'a> {
    name: &'a str,
    i: usize,
    step: f64,
    path: Vec<String>,
}

impl ModuleMapper for Shift<'_> {
    fn enter_module(&mut self, name: &str, _: &str) {
        self.path.push(name.to_string());
    }

    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.pop();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        if self.path.join(".") != self.name {
            return param;
        }
        let old = param.val();
        let mut step = vec![0.0; old.shape().num_elements()];
        step[self.i] = self.step;
        let step = Tensor::<D>::from_data(TensorData::new(step, old.dims()), &old.device());
        param.map(|old| old + step)
    }
}

/// A test for each network, on a batch of two.
macro_rules! gradients {
    ($($name:ident: [$($size:expr),*] { $($layers:tt)* })*) => {
        $(
            #[test]
            fn $name() {
                cnn! { struct Case: [$($size),*] { $($layers)* } }
                check::<{ Case::INPUT.rank() + 1 }, { Case::OUTPUT.rank() + 1 }, Case>(2);
            }
        )*
    };
}

gradients! {
    conv_1d: [4, 9] { conv(4, 6, 3, 2, padding = 1, dilation = 2, groups = 2) }
    conv_2d: [3, 7, 5] { conv(3, 4, (3, 2), (2, 1), padding = (1, 0), bias = false) }
    conv_2d_strided: [3, 10, 7] { conv(3, 4, 3, 3, padding = 1) }
    conv_2d_grouped: [4, 6, 7] { conv(4, 8, 3, groups = 4, dilation = (1, 2)) }
    conv_2d_depthwise: [6, 8, 9] { conv(6, 6, 5, 2, padding = 2, groups = 6) }
    conv_2d_pointwise: [5, 3, 4] { conv(5, 2, 1) }
    conv_3d: [2, 5, 4, 6] { conv(2, 4, (2, 3, 1), (2, 1, 3), padding = (1, 1, 0), groups = 2) }
    conv_same_even: [2, 5, 6] { conv(2, 3, (4, 2), padding = same, dilation = (1, 3)) }
    conv_same_1d: [2, 7] { conv(2, 3, 4, padding = same) }
    conv_same_3d: [1, 4, 3, 5] { conv(1, 2, (2, 3, 4), padding = same) }
    conv_same_upper: [2, 8, 7] { conv(2, 3, (3, 4), 2, same_upper) }
    conv_reflect: [2, 5, 6] { conv(2, 3, 3, 2, (2, 1), padding_mode = reflect) }
    conv_circular_3d: [1, 4, 3, 5] { conv(1, 2, 3, padding = same, padding_mode = circular) }
    conv_standardized: [4, 5, 6] { conv(4, 6, 3, groups = 2, weight_standardization = true) }
    conv_standardized_gain: [2, 7] { conv(2, 3, 3, weight_standardization = true, eps = 0.01, gain = true, gamma = 1.7) }
    conv_weight_norm: [2, 5, 6] { conv(2, 3, (3, 2), weight_norm = true) }
    conv_weight_norm_legacy: [2, 3, 4, 3] { conv(2, 3, 2, bias = false, weight_norm = legacy) }
    conv_transpose_weight_norm: [4, 5] { conv_transpose(4, 6, 3, 2, groups = 2, weight_norm = true) }
    linear_weight_norm: [4, 5] { linear(5, 3, weight_norm = legacy) }
    conv_transpose_1d: [4, 5] { conv_transpose(4, 6, 3, 2, padding = 1, output_padding = 1, groups = 2) }
    conv_transpose_2d: [3, 4, 5] { conv_transpose(3, 2, (3, 4), (2, 3), padding = (1, 2), dilation = (2, 1)) }
    conv_transpose_dilated_out: [2, 4, 3] { conv_transpose(2, 3, 2, 1, dilation = 3, output_padding = 2) }
    conv_transpose_3d: [2, 3, 2, 4] { conv_transpose(2, 4, (2, 1, 3), 2, padding = (0, 0, 1), groups = 2, bias = false) }
    max_pool_1d: [3, 11] { maxpool(3, 2, padding = 1, dilation = 2) }
    max_pool_2d: [2, 7, 9] { maxpool((3, 2), (2, 3), padding = (1, 0)) }
    max_pool_2d_overlapping: [2, 7, 7] { maxpool(3, 1, padding = 1) }
    max_pool_2d_ceil: [2, 7, 8] { maxpool(3, 2, padding = 1, ceil_mode = true) }
    max_pool_2d_ceil_dilated: [2, 8, 11] { maxpool(2, 3, dilation = 3, ceil_mode = true) }
    max_pool_larger_than_input: [2, 3] { maxpool(4, 2, ceil_mode = true) }
    max_pool_3d: [2, 6, 5, 7] { maxpool((2, 3, 3), 2, padding = (1, 1, 0), dilation = (1, 1, 2), ceil_mode = true) }
    avg_pool_1d: [3, 10] { avgpool(3, 2, padding = 1) }
    avg_pool_1d_ceil: [3, 10] { avgpool(3, 3, padding = 1, ceil_mode = true, count_include_pad = false) }
    avg_pool_2d: [2, 7, 9] { avgpool((3, 4), (2, 3), padding = (1, 2)) }
    avg_pool_2d_ceil: [2, 8, 7] { avgpool(3, 2, padding = 1, ceil_mode = true) }
    avg_pool_2d_excluding: [2, 8, 7] { avgpool(3, 2, padding = 1, ceil_mode = true, count_include_pad = false) }
    avg_pool_3d: [2, 5, 4, 6] { avgpool((2, 3, 2), (1, 2, 3), padding = (1, 1, 0), ceil_mode = true) }
    avg_pool_3d_excluding: [2, 5, 4, 6] { avgpool((3, 2, 3), 2, padding = 1, count_include_pad = false) }
    max_pool_same: [2, 8, 7] { maxpool((3, 4), 2, same_lower) }
    avg_pool_same: [2, 8, 7] { avgpool((3, 4), 2, same_upper, count_include_pad = false) }
    avg_pool_same_3d: [2, 4, 5, 6] { avgpool((2, 3, 4), 3, same_upper) }
    lp_pool: [2, 7, 8] { lp_pool(2.0, 3, 2, ceil_mode = true) }
    lp_pool_3d: [1, 4, 5, 4] { lp_pool(4.0, (2, 3, 2), 1) }
    blur_pool: [3, 8, 7] { blur_pool }
    blur_pool_wide: [2, 7, 8] { blur_pool(filt_size = 4, stride = (1, 3), pad_mode = circular) }
    blur_pool_1d: [2, 9] { blur_pool(filt_size = 2) }
    unfold: [2, 6, 7] { unfold((2, 3), (2, 1), (1, 2), (2, 3)); linear(9, 2) }
    fold: [12, 9] { fold((6, 7), (2, 3), (2, 1), (1, 2), (2, 3)); conv(2, 1, 2) }
    adaptive_avg_1d: [3, 7] { adaptive_avgpool(3) }
    adaptive_avg_2d: [3, 7, 5] { adaptive_avgpool((3, 7)) }
    adaptive_avg_global: [3, 7, 5] { adaptive_avgpool(1) }
    adaptive_avg_3d: [2, 5, 3, 4] { adaptive_avgpool((2, 5, 1)) }
    adaptive_max_1d: [3, 7] { adaptive_maxpool(3) }
    adaptive_max_2d: [3, 7, 5] { adaptive_maxpool((2, 9)) }
    adaptive_max_3d: [2, 5, 4, 3] { adaptive_maxpool((2, _, 1)) }
    fully_connected: [2, 3, 4] { fc(24, 5) }
    linear_last_axis: [3, 4, 5] { linear(5, 2, bias = false) }
    // The gradient of a shared tensor is the sum over its uses.
    shared_layer: [2, 5, 6] { tower: conv(2, 2, 3, padding = 1); tanh; again(tower); tanh; again(tower) }
    shared_group: [3, 6, 8] {
        tower: seq { conv(3, 3, 3, padding = 1, bias = false); batchnorm; tanh }
        maxpool(2);
        again(tower);
        add { identity; again(tower) }
    }
    shared_block: [4, 6] { tower: residual { linear(6, 6); tanh } from(tower); other: again(tower); mul(tower) }
    linear_features: [6] { linear(6, 4); linear(4, 3) }
    batchnorm_features: [5] { batchnorm }
    batchnorm_images: [3, 4, 5] { batchnorm(eps = 0.001) }
    batchnorm_plain: [3, 4, 5] { batchnorm(affine = false, track_running_stats = false) }
    batchnorm_volumes: [2, 3, 2, 4] { batchnorm(affine = false) }
    instancenorm: [3, 4, 5] { instancenorm }
    instancenorm_affine: [3, 6] { instancenorm(affine = true, track_running_stats = true) }
    groupnorm: [6, 3, 5] { groupnorm(3) }
    groupnorm_features: [6] { groupnorm(2, affine = false) }
    layernorm_last: [4, 3, 5] { layernorm(5) }
    layernorm_all: [4, 3, 5] { layernorm }
    layernorm_plain: [4, 3, 5] { layernorm((3, 5), elementwise_affine = false) }
    lrn_odd: [7, 3, 4] { lrn(3, alpha = 0.5, beta = 0.6, k = 2.0) }
    lrn_even: [7, 5] { lrn(4, alpha = 0.5) }
    lrn_wide: [2, 2, 3, 2] { lrn(9, alpha = 1.0) }
    relu: [4, 5] { relu }
    relu6: [4, 5] { linear(5, 30); relu6 }
    elu: [4, 5] { elu(alpha = 0.7) }
    leaky_relu: [4, 5] { leaky_relu(negative_slope = 0.2) }
    selu: [4, 5] { selu }
    gelu: [4, 5] { gelu }
    gelu_tanh: [4, 5] { gelu(approximate = tanh) }
    silu: [4, 5] { silu }
    mish: [4, 5] { mish }
    sigmoid: [4, 5] { sigmoid }
    tanh: [4, 5] { tanh }
    hardswish: [4, 5] { hardswish }
    hardsigmoid: [4, 5] { hardsigmoid }
    softplus: [4, 5] { softplus(beta = 2.0, threshold = 1.0) }
    softmax: [4, 5, 3] { #[allow(final_softmax)] softmax(1) }
    log_softmax: [4, 5, 3] { #[allow(final_softmax)] log_softmax(-1) }
    glu: [4, 6] { glu }
    glu_channels: [4, 5] { glu(1) }
    prelu_one: [4, 5] { prelu }
    prelu_channels: [4, 5, 3] { prelu(4) }
    prelu_features: [4] { prelu(4) }
    flatten: [2, 3, 4, 2] { flatten(2, 3); linear(2, 3); flatten }
    pad_zeros: [2, 3, 4] { pad((1, -2, 0, 3)) }
    pad_reflect: [2, 3, 4] { pad((3, -1, 2, 1), mode = reflect) }
    pad_replicate: [2, 3, 4, 2] { pad((2, 1, 0, 5, 1, 0), mode = replicate) }
    pad_circular: [2, 4, 5] { pad((3, -1, 4, 2), mode = circular) }
    pad_circular_1d: [2, 5] { pad((5, 4), mode = circular) }
    upsample_nearest_1d: [2, 4] { upsample(3) }
    upsample_nearest_2d: [2, 3, 4] { upsample((2, 3)) }
    upsample_nearest_size: [2, 5, 7] { upsample(size = (7, 4)) }
    upsample_nearest_3d: [2, 3, 2, 4] { upsample((2, 1, 3)) }
    upsample_linear: [2, 5] { upsample(2, mode = linear) }
    upsample_linear_aligned: [2, 5] { upsample(size = 8, mode = linear, align_corners = true) }
    upsample_bilinear: [2, 3, 5] { upsample((2, 3), mode = bilinear) }
    upsample_bilinear_aligned: [2, 3, 5] { upsample(size = (5, 7), mode = bilinear, align_corners = true) }
    upsample_bilinear_down: [2, 7, 8] { upsample(size = (3, 5), mode = bilinear) }
    upsample_bicubic: [2, 4, 5] { upsample(2, mode = bicubic) }
    upsample_bicubic_aligned: [2, 4, 5] { upsample(size = (7, 9), mode = bicubic, align_corners = true) }
    upsample_trilinear: [2, 3, 2, 4] { upsample(2, mode = trilinear) }
    upsample_trilinear_aligned: [2, 3, 2, 4] { upsample(size = (5, 3, 4), mode = trilinear, align_corners = true) }
    upsample_fraction: [2, 3, 5] { upsample((1.5, 0.7)) }
    upsample_linear_fraction: [2, 5] { upsample(1.3, mode = linear) }
    upsample_bicubic_fraction: [2, 4, 5] { upsample((1.3, 2.5), mode = bicubic) }
    pixel_shuffle: [12, 3, 2] { pixel_shuffle(2); linear(4, 2) }
    pixel_shuffle_volumes: [2, 9, 2, 3] { pixel_shuffle(3); linear(9, 2) }
    pixel_unshuffle: [3, 4, 6] { pixel_unshuffle(2); linear(3, 2) }
    pixel_unshuffle_volumes: [2, 1, 4, 2] { pixel_unshuffle(2); linear(1, 2) }
    channel_shuffle: [6, 3, 2] { channel_shuffle(3); linear(2, 2) }
    channels: [6, 3] { channels(2..5) }
    permute: [2, 3, 4] { permute((0, 2, -1, 1)); linear(2, 3) }
    layer_scale: [3, 2, 4] { layer_scale }
    add_broadcast: [3, 4, 5] { #[allow(broadcast_add)] add { identity; adaptive_avgpool(1); conv(3, 1, 1) } }
    mul_broadcast: [3, 4, 5] { mul { { adaptive_avgpool(1); sigmoid } identity } }
    mul_squared: [3, 4] { mul { identity; identity } }
    concat: [3, 4] { concat { identity; conv(3, 2, 1); { conv(3, 1, 3, padding = 1); relu } } }
    residual: [3, 4, 4] { residual { conv(3, 3, 3, padding = 1, bias = false); batchnorm; relu; conv(3, 3, 3, padding = 1) } }
    skips: [2, 8, 8] {
        skip: conv(2, 3, 3, padding = 1); maxpool(2); conv(3, 4, 1); conv_transpose(4, 3, 2, 2);
        concat(skip, _); conv(6, 2, 1);
    }
}
