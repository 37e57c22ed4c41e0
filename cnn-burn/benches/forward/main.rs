//! What it costs to run a network through its graph: LeNet and ResNet-18 of the zoo against the same
//! networks written by hand with burn's modules, with the same weights, in one process and by turns.
//!
//! ```sh
//! cargo bench -p cnn-burn --bench forward
//! ```
//!
//! Both are timed in pairs, each of them first in every other pair. What is compared is the median of the
//! processor's time in all threads: that of a clock depends on what else the machine does. With
//! `RAYON_NUM_THREADS=1` no thread waits for another, and the ratio is the sharpest.

mod handwritten;

use std::hint::black_box;

use burn::module::Module;
use burn::store::{ModuleSnapshot as _, PyTorchToBurnAdapter, SafetensorsStore};
use burn::tensor::{Device, Distribution, Tensor, Tolerance};
use cnn::Network;
use cnn_burn::Net;
use cnn_reference::State;
use cnn_zoo::{lenet, resnet};
use cpu_time::ProcessTime;

/// How long each comparison takes, at least.
const SECONDS: f64 = 12.0;

fn main() {
    let device = Device::default();
    println!(
        "{:10} {:>5} {:>12} {:>12} {:>7}",
        "network", "batch", "handwritten", "graph", "ratio"
    );
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

    let by_graph = || seconds(|| net.forward(x.clone()));
    let by_hand = || seconds(|| forward(&hand, x.clone()));
    let (mut graphs, mut hands) = (Vec::new(), Vec::new());
    let start = ProcessTime::now();
    while start.elapsed().as_secs_f64() < SECONDS || graphs.len() < 10 {
        if graphs.len() % 2 == 0 {
            graphs.push(by_graph());
            hands.push(by_hand());
        } else {
            hands.push(by_hand());
            graphs.push(by_graph());
        }
    }
    let [graph, hand] = [graphs, hands].map(|times| 1e3 * median(times));
    println!("{name:10} {batch:5} {hand:9.3} ms {graph:9.3} ms {:7.3}", graph / hand);
}

fn seconds(run: impl Fn() -> Tensor<2>) -> f64 {
    let start = ProcessTime::now();
    // Some devices compute when they are asked for the result.
    black_box(run().into_data());
    start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
