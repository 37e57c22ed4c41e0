//! What differs during training, and what must not change.

mod common;

use burn::module::Module;
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer, SgdConfig};
use burn::tensor::{Device, Distribution, Tensor, TensorData};
use cnn::cnn;
use cnn_burn::{ForwardError, Net};
use common::{Tensors, assert_close, noise, values};

fn training() -> Device {
    Device::default().autodiff()
}

fn input<const D: usize>(dims: [usize; D], device: &Device) -> Tensor<D> {
    Tensor::from_data(TensorData::new(noise(dims.iter().product(), 3), dims), device)
}

cnn! {
    struct Partly: [2, 6, 6] -> [3] <
        #[frozen] #[allow(bias_before_batchnorm)] conv(2, 4, 3);
        #[frozen] batchnorm;
        relu;
        conv(4, 4, 3, bias = false); batchnorm; relu;
        fc(_, 3);
    >
}

const FROZEN: [&str; 4] = ["conv1.weight", "conv1.bias", "bn1.weight", "bn1.bias"];

#[test]
fn frozen_layers_have_no_gradients_and_do_not_change() {
    let device = training();
    let net: Net<4, 2> = Net::new::<Partly>(&device).unwrap();
    // Also after a validation in between.
    for net in [net.clone(), net.valid().train()] {
        let loss = net.forward(input([3, 2, 6, 6], &device)).powi_scalar(2).sum();
        let gradients = loss.backward();
        let before = Tensors::with(&net, &gradients);
        for (name, _, gradient) in &before {
            let learned = !name.contains("running_") && !FROZEN.contains(&name.as_str());
            assert_eq!(*gradient, learned, "{name}");
        }
        let mut optimizer: ModuleOptimizer = SgdConfig::new().init();
        let gradients = GradientsParams::from_grads(gradients, &net);
        let after = Tensors::of(&optimizer.step(0.1, net, gradients));
        for ((name, before, _), (_, after, _)) in before.iter().zip(&after) {
            let frozen = FROZEN.contains(&name.as_str());
            // The statistics of the other norm were updated before `before` was taken.
            assert_eq!(before == after, frozen || name.contains("running_"), "{name}");
        }
    }
}

#[test]
fn frozen_layers_run_as_in_inference() {
    cnn! {
        struct Frozen: [2, 6, 6] -> [10] <
            #[frozen] stem: seq { conv(2, 4, 3, bias = false); batchnorm; relu; dropout(0.5) }
            batchnorm; dropout(0.5); fc(_, 10);
        >
    }
    let device = training();
    let net: Net<4, 2> = Net::new::<Frozen>(&device).unwrap();
    let statistics = |net: &Net<4, 2>, norm: &str| {
        ["mean", "var"].map(|name| Tensors::get(net, &format!("{norm}.running_{name}")))
    };
    let (stem, free) = (statistics(&net, "stem.1"), statistics(&net, "bn1"));
    let outputs = |net: &Net<4, 2>, device: &Device| {
        let mut outputs = Vec::new();
        net.observe(input([3, 2, 6, 6], device), |name, value| {
            outputs.push((name.to_owned(), common::numbers(&value.clone().into_data())));
        })
        .unwrap();
        outputs
    };
    // Also after a validation in between.
    for net in [net.clone(), net.clone().valid().train()] {
        let trained = outputs(&net, &device);
        assert_eq!(statistics(&net, "stem.1"), stem, "a frozen norm keeps its statistics");
        assert_ne!(statistics(&net, "bn1"), free);
        let inferred = outputs(&net.valid(), &Device::default());
        for ((name, trained), (_, inferred)) in trained.iter().zip(&inferred) {
            assert_eq!(trained == inferred, name.starts_with("stem"), "{name}");
        }
    }
}

#[test]
fn an_optimizer_keeps_nothing_of_frozen_layers() {
    cnn! {
        struct Whole: [2, 6, 6] -> [3] <
            #[allow(bias_before_batchnorm)] conv(2, 4, 3); batchnorm; relu;
            conv(4, 4, 3, bias = false); batchnorm; relu;
            fc(_, 3);
        >
    }
    let device = training();
    let kept = |net: Net<4, 2>| {
        let loss = net.forward(input([3, 2, 6, 6], &device)).powi_scalar(2).sum();
        let gradients = GradientsParams::from_grads(loss.backward(), &net);
        let mut optimizer: ModuleOptimizer = AdamWConfig::new().init();
        optimizer.step(0.1, net, gradients);
        optimizer.to_record().len()
    };
    let (partly, whole) =
        (kept(Net::new::<Partly>(&device).unwrap()), kept(Net::new::<Whole>(&device).unwrap()));
    // Of nine parameters, four are frozen.
    assert_eq!(9 * partly, 5 * whole);
    assert!(partly > 0);
}

#[test]
fn an_optimizer_makes_the_loss_smaller() {
    cnn! {
        struct Fit: [1, 6, 6] -> [2] <
            conv(1, 4, 3, bias = false); batchnorm; prelu(4); maxpool(2);
            residual { conv(4, 4, 3, padding = 1); gelu }
            fc(_, 2);
        >
    }
    let device = training();
    let mut net: Net<4, 2> = Net::new::<Fit>(&device).unwrap();
    let (x, y) = (input([8, 1, 6, 6], &device), input([8, 2], &device));
    let mut optimizer: ModuleOptimizer = SgdConfig::new().init();
    let mut losses: Vec<f64> = Vec::new();
    // From most of the initial values, a third of these steps would do.
    for _ in 0..200 {
        let loss = (net.forward(x.clone()) - y.clone()).powi_scalar(2).mean();
        losses.push(loss.clone().into_scalar());
        let gradients = GradientsParams::from_grads(loss.backward(), &net);
        net = optimizer.step(0.05, net, gradients);
    }
    assert!(losses[199] < losses[0] / 4.0, "{losses:?}");
}

#[test]
fn dropout_drops_while_training_only() {
    cnn! { struct Drop: [1000] < dropout(0.25) > }
    let net: Net<2, 2> = Net::new::<Drop>(&training()).unwrap();
    let kept = values(&net.forward(Tensor::ones([4, 1000], &training())));
    let dropped = kept.iter().filter(|value| **value == 0.0).count();
    assert!((850..1150).contains(&dropped), "{dropped}");
    assert!(kept.iter().all(|value| *value == 0.0 || (value - 4.0 / 3.0).abs() < 1e-6));

    let device = Device::default();
    let kept = values(&net.valid().forward(Tensor::ones([4, 1000], &device)));
    assert!(kept.iter().all(|value| *value == 1.0));
    // burn freezes by flags.
    let kept = values(&net.freeze().forward(Tensor::ones([4, 1000], &training())));
    assert!(kept.iter().all(|value| *value == 1.0));
}

#[test]
fn stochastic_depth_drops_samples() {
    cnn! { struct Drop: [3, 4] < stochastic_depth(0.5) > }
    let net: Net<3, 3> = Net::new::<Drop>(&training()).unwrap();
    let kept = values(&net.forward(Tensor::ones([400, 3, 4], &training())));
    let samples = kept.chunks(12);
    assert!(samples.clone().all(|sample| sample.iter().all(|value| *value == sample[0])));
    let dropped = samples.filter(|sample| sample[0] == 0.0).count();
    assert!((130..270).contains(&dropped), "{dropped}");
}

#[test]
fn feature_dropout_drops_channels() {
    cnn! { struct Drop: [100, 3, 4] < feature_dropout(0.5) > }
    let net: Net<4, 4> = Net::new::<Drop>(&training()).unwrap();
    let kept = values(&net.forward(Tensor::ones([4, 100, 3, 4], &training())));
    let channels = kept.chunks(12);
    assert!(channels.clone().all(|channel| channel.iter().all(|value| *value == channel[0])));
    let dropped = channels.filter(|channel| channel[0] == 0.0).count();
    assert!((130..270).contains(&dropped), "{dropped}");
}

#[test]
fn alpha_dropout_keeps_mean_and_variance() {
    cnn! { struct Drop: [100, 100] < alpha_dropout(0.3) > }
    let net: Net<3, 3> = Net::new::<Drop>(&training()).unwrap();
    let x = Tensor::random([2, 100, 100], Distribution::Normal(0.0, 1.0), &training());
    let (given, made) = (values(&x), values(&net.forward(x)));
    let mean = made.iter().sum::<f64>() / made.len() as f64;
    let variance = made.iter().map(|value| value * value).sum::<f64>() / made.len() as f64;
    assert!(mean.abs() < 0.05 && (variance - 1.0).abs() < 0.06, "{mean} {variance}");
    // What is dropped has one value, and the others are a line.
    let least: f64 = -1.758_099_340_847_376_6;
    let scale: f64 = 1.0 / (0.7f64 * (1.0 + 0.3 * least * least)).sqrt();
    let offset = -scale * 0.3 * least;
    let dropped = |value: f64| (value - (scale * least + offset)).abs() < 1e-5;
    assert!(
        given
            .iter()
            .zip(&made)
            .all(|(x, y)| { dropped(*y) || (scale * x + offset - y).abs() < 1e-5 })
    );
    let count = made.iter().filter(|value| dropped(**value)).count();
    assert!((5_600..6_400).contains(&count), "{count}");
}

#[test]
fn a_new_weight_norm_changes_no_weights() {
    cnn! { struct Normed: [2, 5, 6] < conv(2, 3, 3, weight_norm = legacy) > }
    let net: Net<4, 4> = Net::new::<Normed>(&training()).unwrap();
    let weights = Tensors::get(&net, "conv1.weight_v");
    let lengths = weights.chunks(18).map(|kernel| kernel.iter().map(|v| v * v).sum::<f64>().sqrt());
    let lengths: Vec<f64> = lengths.collect();
    assert_close(&Tensors::get(&net, "conv1.weight_g"), &lengths, 1e-6, "lengths");
    // fan_in is that of the directions.
    assert!(weights.iter().all(|weight| weight.abs() <= 1.0 / 18f64.sqrt()));
    assert!(weights.iter().any(|weight| weight.abs() > 0.8 / 18f64.sqrt()));
}

/// The power method, which PyTorch starts with 15 steps and continues with one in each step of training.
#[test]
fn training_improves_the_vectors_of_a_spectral_norm() {
    cnn! { struct Normed: [4] -> [3] < fc(4, 3, bias = false, spectral_norm = true) > }
    let device = training();
    let net: Net<2, 2> = Net::new::<Normed>(&device).unwrap();
    let of = |net: &Net<2, 2>, suffix: &str| {
        Tensors::get(net, &format!("fc1.parametrizations.weight.{suffix}"))
    };
    let weight = of(&net, "original");
    let norm = |u: &[f64], v: &[f64]| -> f64 {
        (0..12).map(|index| u[index / 4] * weight[index] * v[index % 4]).sum()
    };
    let length = |vector: &[f64]| vector.iter().map(|value| value * value).sum::<f64>().sqrt();
    let (u, v) = (of(&net, "0._u"), of(&net, "0._v"));
    assert!((length(&u) - 1.0).abs() < 1e-5 && (length(&v) - 1.0).abs() < 1e-5);
    let before = norm(&u, &v);
    for _ in 0..50 {
        net.forward(Tensor::<2>::ones([2, 4], &device));
    }
    let net = net.valid();
    let (u, v) = (of(&net, "0._u"), of(&net, "0._v"));
    let after = norm(&u, &v);
    assert!(after >= before - 1e-5, "{before} {after}");
    // Singular vectors: W v = σ u.
    let product: Vec<f64> =
        (0..3).map(|row| (0..4).map(|column| weight[4 * row + column] * v[column]).sum()).collect();
    let expected: Vec<f64> = u.iter().map(|value| value * after).collect();
    assert_close(&product, &expected, 1e-4, "W v");
    // Outside of training they stay.
    net.forward(Tensor::<2>::ones([2, 4], &Device::default()));
    assert_close(&of(&net, "0._u"), &u, 1e-7, "u");
}

#[test]
fn everything_can_be_dropped() {
    cnn! { struct Drop: [3] < dropout(1.0) > }
    let net: Net<2, 2> = Net::new::<Drop>(&training()).unwrap();
    assert_eq!(values(&net.forward(Tensor::ones([2, 3], &training()))), [0.0; 6]);
}

#[test]
fn batch_norm_keeps_the_statistics_that_pytorch_keeps() {
    cnn! { struct Norm: [2, 2] < batchnorm(momentum = 0.25) > }
    let device = training();
    let net: Net<3, 3> = Net::new::<Norm>(&device).unwrap();
    let x = [[[1.0, 2.0], [10.0, 10.0]], [[3.0, 6.0], [10.0, 14.0]]];
    net.forward(Tensor::<3>::from_floats(x, &device));
    // Means 3 and 11; variances, of four values less one, 14 / 3 and 4.
    let net = net.valid();
    assert_close(&Tensors::get(&net, "bn1.running_mean"), &[0.75, 2.75], 1e-6, "mean");
    let var = [0.75 + 0.25 * 14.0 / 3.0, 0.75 + 0.25 * 4.0];
    assert_close(&Tensors::get(&net, "bn1.running_var"), &var, 1e-6, "var");
    // With these it normalizes from then on.
    let y = values(&net.forward(Tensor::<3>::from_floats(x, &Device::default())));
    assert_close(&y[..1], &[(1.0 - 0.75) / (var[0] + 1e-5).sqrt()], 1e-6, "inference");
}

#[test]
fn instance_norm_keeps_the_means_over_the_samples() {
    cnn! { struct Norm: [1, 4] < instancenorm(track_running_stats = true) > }
    let device = training();
    let net: Net<3, 3> = Net::new::<Norm>(&device).unwrap();
    let x = [[[1.0, 2.0, 3.0, 6.0]], [[10.0, 10.0, 10.0, 14.0]]];
    net.forward(Tensor::<3>::from_floats(x, &device));
    let net = net.valid();
    assert_close(&Tensors::get(&net, "instancenorm1.running_mean"), &[0.7], 1e-6, "mean");
    let var = 0.9 + 0.1 * (14.0 / 3.0 + 4.0) / 2.0;
    assert_close(&Tensors::get(&net, "instancenorm1.running_var"), &[var], 1e-6, "var");
}

#[test]
fn one_value_has_no_variance() {
    cnn! { struct Norm: [3] < fc(3, 4, bias = false); norm: batchnorm; relu > }
    let net: Net<2, 2> = Net::new::<Norm>(&training()).unwrap();
    let error = net.try_forward(Tensor::zeros([1, 3], &training())).unwrap_err();
    assert!(matches!(&error, ForwardError::OneValue { node, .. } if node == "norm"));
    assert_eq!(
        error.to_string(),
        "`norm` (batchnorm) must compute a variance for each channel, but a single [4] arrives, with \
         one value for each: use a larger batch"
    );
    assert!(net.try_forward(Tensor::zeros([2, 3], &training())).is_ok());
    assert!(net.valid().try_forward(Tensor::zeros([1, 3], &Device::default())).is_ok());
}

#[test]
fn large_values_have_gradients() {
    cnn! {
        struct Steep: [4] <
            concat {
                elu; selu; gelu; { gelu(approximate = tanh) } silu; mish; sigmoid; tanh; hardswish;
                softplus;
            }
        >
    }
    let net: Net<2, 2> = Net::new::<Steep>(&training()).unwrap();
    let x = Tensor::<2>::from_floats([[-500.0, -90.0, 90.0, 500.0]], &training()).require_grad();
    let y = net.forward(x.clone());
    assert!(values(&y).iter().all(|value| value.is_finite()));
    let gradient = values(&x.grad(&y.sum().backward()).unwrap());
    // Eight of the ten become the line x, one of them with the factor of selu.
    let sums = [0.0, 0.0, 8.050_700_987, 8.050_700_987];
    assert_close(&gradient, &sums, 1e-4, "gradients");
}

#[test]
fn copies_share_their_statistics_on_one_device_only() {
    cnn! { struct Normal: [2, 6, 6] -> [3] < batchnorm; fc(_, 3) > }
    let statistics = |net: &Net<4, 2>| Tensors::get(net, "bn1.running_mean");
    let device = training();
    let net: Net<4, 2> = Net::new::<Normal>(&device).unwrap();
    let copy = net.clone().fork(&device);
    copy.forward(input([3, 2, 6, 6], &device));
    // burn's `Learner` trains a copy in each step.
    assert_ne!(statistics(&net), [0.0, 0.0]);
    assert_eq!(statistics(&net), statistics(&copy));

    let inference = Device::default();
    let net: Net<4, 2> = Net::new::<Normal>(&inference).unwrap();
    let copy = net.clone().fork(&device);
    copy.forward(input([3, 2, 6, 6], &device));
    assert_ne!(statistics(&copy), [0.0, 0.0]);
    assert_eq!(statistics(&net), [0.0, 0.0]);
    net.forward(input([3, 2, 6, 6], &inference));
}
