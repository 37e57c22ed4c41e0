//! The cost of running a network through its graph: compares LeNet and ResNet-18 of the zoo with the same
//! networks written by hand with burn's modules, with the same weights, in one process and by turns.
//!
//! ```sh
//! cargo bench -p cnn-burn --bench forward
//! ```
//!
//! With `RAYON_NUM_THREADS=1` no thread waits for another, so the ratio is most exact.

mod handwritten;

use std::hint::black_box;

use burn::module::Module;
use burn::store::{ModuleSnapshot as _, PyTorchToBurnAdapter, SafetensorsStore};
use burn::tensor::{Device, Distribution, Tensor, Tolerance};
use cnn::Network;
use cnn_burn::Net;
use cnn_reference::{State, timing};
use cnn_zoo::{lenet, resnet};

fn main() {
    let device = Device::default();
    for batch in [1, 32] {
        let hand = handwritten::LeNet::new(&device);
        compare::<lenet::LeNet, _>("lenet", batch, hand, &device, handwritten::LeNet::forward);
    }
    for batch in [1, 32] {
        let hand = handwritten::ResNet18::new(&device);
        compare::<resnet::ResNet18, _>(
            "resnet18",
            batch,
            hand,
            &device,
            handwritten::ResNet18::forward,
        );
    }
}

/// Prints how long both take, and their ratio.
fn compare<N: Network, H: Module>(
    name: &str,
    batch: usize,
    mut hand: H,
    device: &Device,
    forward: fn(&H, Tensor<4>) -> Tensor<2>,
) {
    let weights = || Some(State::random(&N::GRAPH, 1).to_safetensors());
    let mut net = Net::<4, 2>::new::<N>(device).unwrap();
    net.load_from(&mut SafetensorsStore::from_bytes(weights())).unwrap();
    let store = SafetensorsStore::from_bytes(weights()).with_from_adapter(PyTorchToBurnAdapter);
    let mut store = store
        .with_key_remapping(r"downsample\.0", "downsample.conv")
        .with_key_remapping(r"downsample\.1", "downsample.bn");
    hand.load_from(&mut store).unwrap();

    let &[channels, height, width] = N::GRAPH.input.dims() else { unreachable!("an image") };
    let shape = [batch, channels, height, width];
    let x = Tensor::<4>::random(shape, Distribution::Uniform(-1.0, 1.0), device);
    let same = forward(&hand, x.clone()).into_data();
    net.forward(x.clone()).into_data().assert_approx_eq::<f32>(&same, Tolerance::default());

    // Some devices compute only when the result is read.
    let mut by_hand = || drop(black_box(forward(&hand, x.clone()).into_data()));
    let mut by_graph = || drop(black_box(net.forward(x.clone()).into_data()));
    let what = format!("{name}, batch {batch}");
    timing::compare(&what, &mut [("by hand", &mut by_hand), ("graph", &mut by_graph)]);
}
