//! A GPU computes what the CPU does. These tests need an adapter, and a feature: `cargo test -p cnn-burn --features
//! wgpu --test gpu`. Mesa's lavapipe is an adapter that runs on a CPU.

#![cfg(any(feature = "wgpu", feature = "vulkan", feature = "metal", feature = "cuda"))]

mod common;

use burn::module::Module;
use burn::nn::loss::CrossEntropyLossConfig;
use burn::optim::{GradientsParams, ModuleOptimizer, SgdConfig};
use burn::tensor::{Device, Int, Tensor, TensorData};
use cnn::{Graph, cnn};
use cnn_burn::Net;
use cnn_zoo::lenet::LeNet;
use common::{Tensors, assert_close, noise, values};

/// The largest difference to the largest value of the same tensor. The order of sums differs, and shaders may use
/// approximations of functions.
const TOLERANCE: f64 = 1e-4;

cnn! {
    block unit(cin, cout, stride) {
        residual {
            conv(cin, cout, 3, stride, padding = 1, bias = false); batchnorm; relu;
            conv(cout, cout, 3, padding = 1, bias = false); batchnorm;
        } shortcut {
            if stride > 1 || cin != cout { conv(cin, cout, 1, stride, bias = false); batchnorm }
        }
        relu;
    }

    struct SmallResNet: [3, 32, 32] -> [10] <
        conv(3, 16, 3, padding = 1, bias = false); batchnorm; relu;
        unit(16, 16, 1); unit(16, 32, 2); unit(32, 64, 2);
        adaptive_avgpool(1);
        fc(64, 10);
    >
}

/// The GPU of the feature.
#[allow(unreachable_code, reason = "the first of the features counts")]
fn gpu() -> Device {
    #[cfg(feature = "cuda")]
    return Device::cuda(0);
    #[cfg(feature = "metal")]
    return Device::metal(Default::default());
    #[cfg(feature = "vulkan")]
    return Device::vulkan(Default::default());
    #[cfg(feature = "wgpu")]
    return Device::wgpu(Default::default());
}

fn images(graph: &Graph, batch: usize, device: &Device) -> Tensor<4> {
    let &[channels, height, width] = graph.input.dims() else { panic!("an image") };
    let dims = [batch, channels, height, width];
    let values: Vec<f32> = noise(dims.iter().product(), 5).into_iter().map(|x| x as f32).collect();
    Tensor::from_data(TensorData::new(values, dims), device)
}

/// Asserts that all values of a tensor are equal up to a part of the largest one.
#[track_caller]
fn assert_same(what: &str, gpu: &[f64], cpu: &[f64]) {
    let scale = cpu.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
    assert!(scale > 0.0, "{what}: zeros would fit anything");
    assert_close(gpu, cpu, TOLERANCE * scale, what);
}

/// The network after a step, and the loss before.
fn step(net: Net<4, 2>, device: &Device) -> (Net<4, 2>, Vec<f64>) {
    let batch = 8;
    let targets: Vec<i64> = (0..batch as i64).map(|i| i * 7 % 10).collect();
    let targets = Tensor::<1, Int>::from_data(targets.as_slice(), device);
    let scores = net.forward(images(net.graph(), batch, device));
    let loss = CrossEntropyLossConfig::new().init(device).forward(scores, targets);
    let mut optimizer: ModuleOptimizer = SgdConfig::new().init();
    let gradients = GradientsParams::from_grads(loss.backward(), &net);
    let net = optimizer.step(0.5, net, gradients);
    (net, values(&loss))
}

fn compare(graph: &'static Graph) {
    let (cpu, gpu) = (Device::flex().autodiff(), gpu().autodiff());
    cpu.seed(1);
    let net: Net<4, 2> = Net::from_graph(graph, &cpu).unwrap();
    let same = net.clone().fork(&gpu);

    let (inference, same_inference) = (net.valid(), same.valid());
    let expected = values(&inference.forward(images(graph, 4, &cpu.clone().inner())));
    let output = values(&same_inference.forward(images(graph, 4, &gpu.clone().inner())));
    assert_same("the output", &output, &expected);

    let before = Tensors::of(&net);
    let [(net, loss), (same, same_loss)] = [step(net, &cpu), step(same, &gpu)];
    assert_same("the loss", &same_loss, &loss);
    let mut changed = 0;
    let both = Tensors::of(&net).into_iter().zip(Tensors::of(&same));
    for (((name, expected, _), (_, found, _)), (_, before, _)) in both.zip(&before) {
        assert_same(&name, &found, &expected);
        changed += usize::from(*before != expected);
    }
    assert!(changed > before.len() * 2 / 3, "{changed} of {} tensors have changed", before.len());
}

#[test]
fn lenet_runs_and_learns_as_on_the_cpu() {
    compare(&<LeNet>::GRAPH);
}

#[test]
fn a_residual_network_runs_and_learns_as_on_the_cpu() {
    compare(&SmallResNet::GRAPH);
}
