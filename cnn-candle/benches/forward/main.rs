//! The cost of running a network through its graph: compares LeNet and ResNet-18 of the zoo with the same
//! networks written by hand with candle-nn, with the same weights, in one process and by turns; and with
//! their batch norms folded, of which LeNet has none.
//!
//! ```sh
//! cargo bench -p cnn-candle --bench forward
//! ```
//!
//! With `RAYON_NUM_THREADS=1` no thread waits for another, so the ratio is most exact.

mod handwritten;

use std::hint::black_box;

use candle_core::{DType, Device, Module, Result, Tensor};
use candle_nn::VarBuilder;
use cnn::Network;
use cnn_candle::Net;
use cnn_reference::{State, timing};
use cnn_zoo::{lenet, resnet};

fn main() -> Result<()> {
    for batch in [1, 32] {
        compare::<lenet::LeNet, _>("lenet", batch, handwritten::LeNet::new)?;
    }
    for batch in [1, 32] {
        compare::<resnet::ResNet18, _>("resnet18", batch, handwritten::ResNet18::new)?;
    }
    Ok(())
}

/// Prints how long they take, and their ratios.
fn compare<N: Network, H: Module>(
    name: &str,
    batch: usize,
    by_hand: fn(&VarBuilder<'_>) -> Result<H>,
) -> Result<()> {
    let file = State::random(&N::GRAPH, 1).to_safetensors();
    let weights = VarBuilder::from_buffered_safetensors(file, DType::F32, &Device::Cpu)?;
    let (net, hand) = (Net::new::<N>(&weights).expect("its own weights"), by_hand(&weights)?);
    let folded = net.clone().fold_batchnorm()?;

    let sizes = [&[batch], N::GRAPH.input.dims()].concat();
    let x = Tensor::rand(-1f32, 1., sizes, &Device::Cpu)?;
    let same = hand.forward(&x)?;
    for net in [&net, &folded] {
        let apart = (net.forward(&x)? - &same)?.abs()?.max_all()?.to_scalar::<f32>()?;
        let most = same.abs()?.max_all()?.to_scalar::<f32>()?;
        assert!(apart <= 1e-5 * most, "{name}: {apart} apart of {most}");
    }

    let run = |net: &dyn Module| drop(black_box(net.forward(&x).expect("it ran before")));
    let (mut by_hand, mut graph, mut folded) = (|| run(&hand), || run(&net), || run(&folded));
    timing::compare(
        &format!("{name}, batch {batch}"),
        &mut [("by hand", &mut by_hand), ("graph", &mut graph), ("folded", &mut folded)],
    );
    Ok(())
}
