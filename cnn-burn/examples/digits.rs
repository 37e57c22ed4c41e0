//! Trains a small network on real handwritten digits, saves it, and reads the rest of the digits.
//!
//! ```sh
//! cargo run --release -p cnn-burn --example digits
//! ```

use std::error::Error;
use std::time::Instant;

use burn::module::Module;
use burn::nn::loss::CrossEntropyLossConfig;
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Distribution, Int, Tensor, TensorData};
use cnn::cnn;
use cnn_burn::Net;
use flate2::read::GzDecoder;
use indicatif::{ProgressBar, ProgressStyle};

cnn! {
    /// Handwritten digits of 8 × 8 pixels.
    pub struct Digits: [1, 8, 8] -> [10] <
        conv(1, 16, 3, padding = 1, bias = false); batchnorm; relu;
        residual { conv(16, 16, 3, padding = 1, bias = false); batchnorm; relu }
        maxpool(2);
        conv(16, 32, 3, padding = 1, bias = false); batchnorm; relu;
        maxpool(2);
        fc(_, 64); relu; dropout(0.3);
        fc(64, 10);
    >
}

const EPOCHS: usize = 20;
const BATCH: usize = 32;
const LEARNING_RATE: f64 = 2e-3;

/// 1,797 images of 64 pixels, each with its digit.
const DATA: &[u8] = include_bytes!("data/digits.csv.gz");

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}\n", Digits::SUMMARY);

    // Every fifth image is held out.
    let (seen, held_out): (Vec<_>, Vec<_>) =
        read(DATA)?.into_iter().enumerate().partition(|(row, _)| row % 5 != 4);
    let [seen, held_out] = [seen, held_out].map(|rows| rows.into_iter().map(|(_, row)| row));
    let (seen, held_out): (Vec<_>, Vec<_>) = (seen.collect(), held_out.collect());

    let device = Device::default();
    let start = Instant::now();
    let net = train(&seen, &held_out, &device.clone().autodiff())?.valid();
    println!("trained in {:.1} s", start.elapsed().as_secs_f64());

    let (images, labels) = tensors(&held_out, &device);
    let read = classify(&net, &images);
    let wrong: Vec<usize> = (0..held_out.len()).filter(|&i| read[i] != labels[i]).collect();
    let accuracy = 100.0 * (1.0 - wrong.len() as f64 / held_out.len() as f64);
    println!("of {} images never seen, {accuracy:.1} % are read correctly\n", held_out.len());
    for &i in wrong.iter().take(3) {
        println!("a {}, read as {}:\n{}", labels[i], read[i], drawing(&held_out[i].pixels));
    }

    let path = std::env::temp_dir().join("digits.safetensors");
    net.save_safetensors(&path)?;
    let mut again: Net<4, 2> = Net::new::<Digits>(&device)?;
    again.load_safetensors(&path)?;
    assert_eq!(classify(&again, &images), read);
    println!("saved to {}: the same when loaded again", path.display());
    Ok(())
}

/// An image and the digit it shows.
struct Row {
    pixels: [f32; 64],
    digit: i64,
}

/// Reads rows of 64 pixels from 0 to 16 and a digit.
fn read(gzip: &[u8]) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(GzDecoder::new(gzip));
    csv.deserialize::<Vec<f32>>()
        .map(|row| {
            let row = row?;
            let (digit, pixels) = row.split_last().ok_or("an empty row")?;
            let pixels: [f32; 64] = pixels.try_into()?;
            Ok(Row { pixels: pixels.map(|pixel| pixel / 16.0), digit: *digit as i64 })
        })
        .collect()
}

/// Images as a batch, and their digits.
fn tensors(rows: &[Row], device: &Device) -> (Tensor<4>, Vec<i64>) {
    let pixels = rows.iter().flat_map(|row| row.pixels).collect();
    let images = TensorData::new::<f32, _>(pixels, [rows.len(), 1, 8, 8]);
    (Tensor::from_data(images, device), rows.iter().map(|row| row.digit).collect())
}

/// Trains a new network, and shows how well it reads what is held out.
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
        // As in most recipes, the steps get smaller along half a cosine.
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
        let read = classify(&net.valid(), &unseen);
        let right = read.iter().zip(&expected).filter(|(read, digit)| read == digit).count();
        let accuracy = 100.0 * right as f64 / expected.len() as f64;
        let loss = total / batches as f64;
        bar.set_message(format!("epoch {epoch:>2}  loss {loss:.3}  held out {accuracy:.1} %"));
    }
    bar.finish();
    Ok(net)
}

/// The digit with the highest score for each image.
fn classify(net: &Net<4, 2>, images: &Tensor<4>) -> Vec<i64> {
    let scores = net.forward(images.clone());
    scores.argmax(1).into_data().iter::<i64>().collect()
}

/// An image in characters.
fn drawing(pixels: &[f32; 64]) -> String {
    let shade = |pixel: &f32| [' ', '░', '▒', '▓', '█'][(pixel * 4.0).round() as usize];
    let line = |row: &[f32]| row.iter().map(shade).flat_map(|shade| [shade; 2]).collect();
    let lines: Vec<String> = pixels.chunks(8).map(line).collect();
    lines.join("\n") + "\n"
}
