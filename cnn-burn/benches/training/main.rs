//! The cost of training a network through its graph.
//!
//! ```sh
//! cargo bench -p cnn-burn --bench training
//! ```
//!
//! First, a training step of LeNet and ResNet-18 is compared with that of the same networks written by hand with burn's
//! modules, in one process and by turns. With `RAYON_NUM_THREADS=1` no thread waits for another, so the ratio is most exact.
//!
//! Then the high-water mark of the memory of a process that trains is printed beside the estimate of
//! [`Graph::training`](cnn::Graph::training), where the system tells it (Linux).

#[path = "../forward/handwritten.rs"]
mod handwritten;
mod memory;

use burn::module::Module;
use burn::nn::loss::CrossEntropyLossConfig;
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Distribution, Int, Tensor};
use cnn::Network;
use cnn_burn::Net;
use cnn_reference::timing;
use cnn_zoo::{lenet, resnet};

fn main() {
    if memory::is_child() {
        return;
    }
    let device = Device::default().autodiff();
    for batch in [1, 32] {
        let hand = handwritten::LeNet::new(&device);
        compare::<lenet::LeNet, _>("lenet", batch, hand, handwritten::LeNet::forward);
    }
    // The statistics of the last stage are those of 49 values for a single image.
    for batch in [1, 8] {
        let hand = handwritten::ResNet18::new(&device);
        compare::<resnet::ResNet18, _>("resnet18", batch, hand, handwritten::ResNet18::forward);
    }
    memory::report();
}

/// Prints how long a step of each takes, and the ratio.
fn compare<N: Network, H: Module>(
    name: &str,
    batch: usize,
    hand: H,
    forward: fn(&H, Tensor<4>) -> Tensor<2>,
) {
    let device = Device::default().autodiff();
    let net = Net::<4, 2>::new::<N>(&device).unwrap();
    let mut hand = Trained::new(hand, forward, &N::GRAPH, batch, &device);
    let mut graph = Trained::new(net, Net::forward, &N::GRAPH, batch, &device);
    let what = format!("{name}, batch {batch}");
    let (mut by_hand, mut by_graph) = (|| hand.step(), || graph.step());
    timing::compare(&what, &mut [("by hand", &mut by_hand), ("graph", &mut by_graph)]);
}

/// A network in training.
struct Trained<M> {
    /// There is always one, except during a step.
    net: Option<M>,
    forward: fn(&M, Tensor<4>) -> Tensor<2>,
    optimizer: ModuleOptimizer,
    images: Tensor<4>,
    targets: Tensor<1, Int>,
}

impl<M: Module> Trained<M> {
    fn new(
        net: M,
        forward: fn(&M, Tensor<4>) -> Tensor<2>,
        graph: &cnn::Graph,
        batch: usize,
        device: &Device,
    ) -> Self {
        let &[channels, height, width] = graph.input.dims() else { unreachable!("an image") };
        let images = [batch, channels, height, width];
        let images = Tensor::random(images, Distribution::Uniform(-1.0, 1.0), device);
        let targets = Tensor::<1, Int>::zeros([batch], device);
        let optimizer = AdamWConfig::new().init();
        Trained { net: Some(net), forward, optimizer, images, targets }
    }

    /// Forward, backward, and AdamW.
    fn step(&mut self) {
        let net = self.net.take().unwrap();
        let scores = (self.forward)(&net, self.images.clone());
        let loss = CrossEntropyLossConfig::new().init(&scores.device());
        let loss = loss.forward(scores, self.targets.clone());
        let gradients = GradientsParams::from_grads(loss.backward(), &net);
        self.net = Some(self.optimizer.step(1e-3, net, gradients));
    }
}
