//! Trains a small network on handwritten digits, tests it on held-out digits, and saves it.
//!
//! ```sh
//! cargo run -p cnn-burn --example digits
//! ```

mod data;
#[path = "../train/src/networks/digits.rs"]
mod network;

use std::error::Error;
use std::time::Instant;

use burn::module::Module;
use burn::nn::loss::CrossEntropyLossConfig;
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Distribution, Int, Tensor, TensorData};
use cnn_burn::Net;
use indicatif::{ProgressBar, ProgressStyle};

use data::{Row, drawing};
use network::Digits;

const EPOCHS: usize = 20;
const BATCH: usize = 32;
const LEARNING_RATE: f64 = 2e-3;

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}\n", Digits::SUMMARY);
    let (seen, held_out) = data::read()?;

    let device = Device::default();
    let start = Instant::now();
    let net = train(&seen, &held_out, &device.clone().autodiff())?.valid();
    println!("trained in {:.1} s", start.elapsed().as_secs_f64());

    let (images, labels) = tensors(&held_out, &device);
    let read = best(&scores(&net, &images));
    let wrong: Vec<usize> = (0..held_out.len()).filter(|&i| read[i] != labels[i]).collect();
    let accuracy = 100.0 * (1.0 - wrong.len() as f64 / held_out.len() as f64);
    println!("of {} images never seen, {accuracy:.1} % are read correctly\n", held_out.len());
    for &i in wrong.iter().take(3) {
        println!("a {}, read as {}:\n{}", labels[i], read[i], drawing(&held_out[i].pixels));
    }

    let path = std::env::temp_dir().join("digits.safetensors");
    net.save_safetensors(&path)?;
    println!("saved to {}", path.display());
    Ok(())
}

/// Images as a batch, and their digits.
fn tensors(rows: &[Row], device: &Device) -> (Tensor<4>, Vec<i64>) {
    let pixels = rows.iter().flat_map(|row| row.pixels).collect();
    let images = TensorData::new::<f32, _>(pixels, [rows.len(), 1, 8, 8]);
    (Tensor::from_data(images, device), rows.iter().map(|row| row.digit).collect())
}

/// Trains a new network, and shows its accuracy on the held-out digits.
fn train(seen: &[Row], held_out: &[Row], device: &Device) -> Result<Net<4, 2>, Box<dyn Error>> {
    device.seed(1);
    let (images, labels) = tensors(seen, device);
    let labels = Tensor::<1, Int>::from_data(labels.as_slice(), device);
    let (unseen, expected) = tensors(held_out, &device.clone().without_autodiff());

    let mut net: Net<4, 2> = Net::new::<Digits>(device)?;
    let mut optimizer: ModuleOptimizer = AdamWConfig::new().init();
    let cross_entropy = CrossEntropyLossConfig::new().init(device);

    let batches = seen.len().div_ceil(BATCH);
    let bar = ProgressBar::new((EPOCHS * batches) as u64);
    bar.set_style(ProgressStyle::with_template("{bar:40} {percent:>3} %  {msg}")?);
    for epoch in 1..=EPOCHS {
        // Cosine annealing.
        let angle = std::f64::consts::PI * (epoch - 1) as f64 / EPOCHS as f64;
        let rate = LEARNING_RATE * (1.0 + angle.cos()) / 2.0;
        let mut total = 0.0;
        let order = Tensor::<1>::random([seen.len()], Distribution::Default, device).argsort(0);
        for batch in order.split(BATCH, 0) {
            let scores = net.forward(images.clone().select(0, batch.clone()));
            let loss = cross_entropy.forward(scores, labels.clone().select(0, batch));
            total += loss.clone().into_scalar::<f64>();
            let gradients = GradientsParams::from_grads(loss.backward(), &net);
            net = optimizer.step(rate, net, gradients);
            bar.inc(1);
        }
        let read = best(&scores(&net.valid(), &unseen));
        let right = read.iter().zip(&expected).filter(|(read, digit)| read == digit).count();
        let accuracy = 100.0 * right as f64 / expected.len() as f64;
        let loss = total / batches as f64;
        bar.set_message(format!("epoch {epoch:>2}  loss {loss:.3}  held out {accuracy:.1} %"));
    }
    bar.finish();
    Ok(net)
}

/// The scores of the ten digits for each image.
fn scores(net: &Net<4, 2>, images: &Tensor<4>) -> Vec<[f32; 10]> {
    let scores: Vec<f32> = net.forward(images.clone()).into_data().iter().collect();
    scores.as_chunks().0.to_vec()
}

/// The digit with the highest score for each image.
fn best(scores: &[[f32; 10]]) -> Vec<i64> {
    let best = |scores: &[f32; 10]| (0..10).max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
    scores.iter().filter_map(best).map(|digit| digit as i64).collect()
}
