//! Declares a network, trains it on burn, and runs it on candle.

use std::error::Error;

use burn::module::Module;
use burn::nn::loss::CrossEntropyLossConfig;
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Int, Tensor, TensorData};
use cnn::cnn;

cnn! {
    /// Tells a horizontal line from a vertical one.
    pub struct Lines: [1, 8, 8] -> [2] <
        conv(1, 4, 3, padding = 1, bias = false); batchnorm; relu;
        maxpool(2);
        fc(_, 2);
    >

    /// A network of another package, with a new head.
    pub struct Backbone: [3, 64, 64] -> [5] <
        backbone: cnn_zoo::resnet::ResNet18<1000, 64> until layer4;
        adaptive_avgpool(1);
        fc(_, 5);
    >
}

const _: () = assert!(Backbone::PARAMS == 11_176_512 + 512 * 5 + 5);

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", Lines::SUMMARY);
    let (pixels, labels) = lines();
    let rows = labels.len();
    let device = Device::default();
    let training = device.clone().autodiff();
    training.seed(1);

    let images = TensorData::new(pixels.clone(), [rows, 1, 8, 8]);
    let mut net: cnn_burn::Net<4, 2> = cnn_burn::Net::new::<Lines>(&training)?;
    let mut optimizer: ModuleOptimizer = AdamWConfig::new().init();
    let cross_entropy = CrossEntropyLossConfig::new().init(&training);
    for _ in 0..30 {
        let scores = net.forward(Tensor::from_data(images.clone(), &training));
        let targets = Tensor::<1, Int>::from_data(labels.as_slice(), &training);
        let loss = cross_entropy.forward(scores, targets);
        let gradients = GradientsParams::from_grads(loss.backward(), &net);
        net = optimizer.step(0.01, net, gradients);
    }
    let net = net.valid();
    let scores: Vec<f32> =
        net.forward(Tensor::from_data(images, &device)).into_data().iter().collect();
    let right = scores
        .chunks(2)
        .zip(&labels)
        .filter(|(scores, label)| (scores[1] > scores[0]) == (**label == 1))
        .count();
    assert_eq!(right, rows, "all lines are told apart after 30 steps");

    let directory = std::env::temp_dir().join(format!("outside-{}", std::process::id()));
    std::fs::create_dir_all(&directory)?;
    let path = directory.join("lines.safetensors");
    net.save_safetensors(&path)?;
    let on_candle = cnn_candle::Net::load_safetensors::<Lines>(&path, &candle_core::Device::Cpu)?;
    let images = candle_core::Tensor::from_vec(pixels, (rows, 1, 8, 8), &candle_core::Device::Cpu)?;
    let others: Vec<f32> = on_candle.forward(&images)?.flatten_all()?.to_vec1()?;
    let furthest = scores.iter().zip(&others).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(furthest < 1e-4, "the engines differ by {furthest}");
    std::fs::remove_dir_all(&directory)?;
    println!(
        "{right} of {rows} lines are told apart; burn and candle differ by at most {furthest:.1e}"
    );
    Ok(())
}

/// The eight horizontal lines of an image and its eight vertical ones, with their labels.
fn lines() -> (Vec<f32>, Vec<i64>) {
    let image = |label: usize, line: usize| {
        (0..64).map(move |pixel| if [pixel / 8, pixel % 8][label] == line { 1.0 } else { 0.0 })
    };
    let all = (0..2).flat_map(|label| (0..8).map(move |line| (label, line)));
    let pixels = all.clone().flat_map(|(label, line)| image(label, line)).collect();
    (pixels, all.map(|(label, _)| label as i64).collect())
}
