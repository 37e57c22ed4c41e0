//! candle loads networks that burn has trained and saved, and has the same outputs.

#[path = "../../cnn-burn/tests/common/mod.rs"]
mod common;
#[path = "../../cnn-burn/examples/train/src/networks/digits.rs"]
mod network;

use std::path::{Path, PathBuf};

use burn::module::Module;
use burn::optim::{GradientsParams, ModuleOptimizer, SgdConfig};
use burn::tensor::{Device, Tensor};
use cnn::{Network, cnn};
use cnn_burn::Net;
use cnn_reference::State;
use common::{assert_close, noise, scratch, values};
use network::Digits;

cnn! {
    /// It has no running statistics.
    struct Plain: [1, 8, 8] -> [10] < conv(1, 6, 3); relu; maxpool(2); fc(_, 20); tanh; fc(_, 10) >
}

/// Images that look random.
fn images(count: usize, seed: usize) -> cnn_reference::Tensor {
    cnn_reference::Tensor::new(&[count, 1, 8, 8], noise(64 * count, seed))
}

/// A network that was trained for some steps, and the file that it was saved to.
fn trained<N: Network>() -> (Net<4, 2>, PathBuf) {
    let device = Device::default().autodiff();
    let mut net: Net<4, 2> = Net::new::<N>(&device).unwrap();
    let mut optimizer: ModuleOptimizer = SgdConfig::new().init();
    for step in 0..8 {
        let scores = net.forward(common::tensor(&images(6, step), &device));
        // Each image is said to show another digit.
        let loss = (scores - Tensor::eye(10, &device).narrow(0, step % 4, 6)).powi_scalar(2).sum();
        let gradients = GradientsParams::from_grads(loss.backward(), &net);
        net = optimizer.step(0.01, net, gradients);
    }
    let net = net.valid();
    let path = scratch(&format!("{}-for-candle.safetensors", N::GRAPH.name));
    net.save_safetensors(&path).unwrap();
    (net, path)
}

fn scores_in_candle<N: Network>(path: &Path, images: &cnn_reference::Tensor) -> Vec<f64> {
    let device = candle_core::Device::Cpu;
    let net = cnn_candle::Net::load_safetensors::<N>(path, &device).unwrap();
    let images = candle_core::Tensor::from_slice(images.values(), images.sizes(), &device);
    let images = images.and_then(|images| images.to_dtype(candle_core::DType::F32)).unwrap();
    let scores = net.forward(&images).unwrap().flatten_all().unwrap();
    scores.to_dtype(candle_core::DType::F64).unwrap().to_vec1().unwrap()
}

/// The place of the highest of ten scores.
fn best(scores: &[f64]) -> Vec<usize> {
    let best = |scores: &[f64]| (0..10).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap();
    scores.chunks(10).map(best).collect()
}

fn agree<N: Network>() -> PathBuf {
    let (net, path) = trained::<N>();
    let images = images(5, 77);
    let burn = values(&net.forward(common::tensor(&images, &Device::default())));
    let candle = scores_in_candle::<N>(&path, &images);
    assert_eq!(best(&candle), best(&burn));
    assert_close(&candle, &burn, 1e-5, N::GRAPH.name);
    path
}

#[test]
fn a_trained_network_runs_in_candle() {
    agree::<Plain>();
}

#[test]
fn a_trained_network_runs_in_candle_with_its_running_statistics() {
    let state = State::from_safetensors(&std::fs::read(agree::<Digits>()).unwrap());
    let mut statistics = 0;
    for (name, values) in state.iter().filter(|(name, _)| name.contains("running_")) {
        let initial = if name.ends_with("_var") { 1.0 } else { 0.0 };
        let moved = values.map(|value| value - initial).magnitude();
        assert!(moved > 1e-3, "{name} is as it was: {moved}");
        statistics += 1;
    }
    assert_eq!(statistics, 6);
}
