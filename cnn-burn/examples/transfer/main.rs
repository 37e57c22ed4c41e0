//! Transfer learning: a network learns five handwritten digits; another one takes over what it has learned, and only
//! a new head learns the other five.
//!
//! ```sh
//! cargo run -p cnn-burn --example transfer
//! ```

#[path = "../digits/data.rs"]
#[allow(dead_code, reason = "nothing is drawn here")]
mod data;

use std::error::Error;
use std::fs;

use burn::module::Module;
use burn::nn::loss::CrossEntropyLossConfig;
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Distribution, Int, Tensor, TensorData};
use cnn::{Shape, cnn};
use cnn_burn::Net;

use data::Row;

cnn! {
    /// Makes 64 features of an image.
    pub struct Body: [1, 8, 8] -> [64] <
        conv(1, 16, 3, padding = 1, bias = false); batchnorm; relu;
        residual { conv(16, 16, 3, padding = 1, bias = false); batchnorm; relu }
        maxpool(2);
        conv(16, 32, 3, padding = 1, bias = false); batchnorm; relu;
        maxpool(2);
        fc(_, 64); relu;
    >

    /// Reads the digits from 0 to 4.
    pub struct Low: [1, 8, 8] -> [5] < body: Body; head: fc(64, 5) >

    /// Reads the digits from 5 to 9 by the same features, which do not change.
    pub struct High: [1, 8, 8] -> [5] <
        #[frozen] body: Body;
        head: seq { fc(64, 32); relu; fc(32, 5) }
    >
}

const BATCH: usize = 32;

fn main() -> Result<(), Box<dyn Error>> {
    let (seen, held_out) = data::read()?;
    let device = Device::default().autodiff();
    device.seed(1);

    let low = train(Net::new::<Low>(&device)?, 0, 10, &seen, &device);
    println!(
        "from 0 to 4: {:.1} % of the held-out images are read\n",
        accuracy(&low, 0, &held_out)
    );
    let path = std::env::temp_dir().join(format!("digits-{}.safetensors", std::process::id()));
    low.save_safetensors(&path)?;

    let mut high: Net<4, 2> = Net::new::<High>(&device)?;
    // The head is expected to differ; anything else that does not fit is an error.
    let loaded = high.load_safetensors_except(&path, &["head"]);
    fs::remove_file(&path)?;
    let ignored = loaded?;
    let line = |name: &str, shape: &str, what: &str| println!("{name:<22} {shape:<16} {what}");
    line("tensor", "shape", "");
    for (name, shape) in High::GRAPH.state_dict() {
        let what = if ignored.missing.contains(&name) { "new" } else { "loaded" };
        line(&name, &sizes(&shape), what);
    }
    for name in &ignored.left_over {
        line(name, "", "ignored: only in the file");
    }

    println!("\nuntrained: {:.1} %", accuracy(&high.valid(), 5, &held_out));
    let high = train(high, 5, 10, &seen, &device);
    println!(
        "from 5 to 9: {:.1} % of the held-out images are read, after {} of {} parameters were trained",
        accuracy(&high, 5, &held_out),
        High::SUMMARY.trainable_params,
        High::PARAMS
    );
    Ok(())
}

/// `16 × 1 × 3 × 3`
fn sizes(shape: &Shape) -> String {
    let sizes: Vec<String> = shape.dims().iter().map(usize::to_string).collect();
    sizes.join(" × ")
}

/// The images of five digits as a batch, and which of the five each of them shows.
fn tensors(rows: &[Row], first: i64, device: &Device) -> (Tensor<4>, Vec<i64>) {
    let rows: Vec<&Row> =
        rows.iter().filter(|row| (first..first + 5).contains(&row.digit)).collect();
    let pixels = rows.iter().flat_map(|row| row.pixels).collect();
    let images = TensorData::new::<f32, _>(pixels, [rows.len(), 1, 8, 8]);
    (Tensor::from_data(images, device), rows.iter().map(|row| row.digit - first).collect())
}

/// Trains what is not frozen for some epochs.
fn train(
    mut net: Net<4, 2>,
    first: i64,
    epochs: usize,
    rows: &[Row],
    device: &Device,
) -> Net<4, 2> {
    let (images, labels) = tensors(rows, first, device);
    let count = labels.len();
    let labels = Tensor::<1, Int>::from_data(labels.as_slice(), device);
    let mut optimizer: ModuleOptimizer = AdamWConfig::new().init();
    let cross_entropy = CrossEntropyLossConfig::new().init(device);
    for _ in 0..epochs {
        let order = Tensor::<1>::random([count], Distribution::Default, device).argsort(0);
        for batch in order.split(BATCH, 0) {
            let scores = net.forward(images.clone().select(0, batch.clone()));
            let loss = cross_entropy.forward(scores, labels.clone().select(0, batch));
            let gradients = GradientsParams::from_grads(loss.backward(), &net);
            net = optimizer.step(2e-3, net, gradients);
        }
    }
    net.valid()
}

/// How many of a hundred images are read correctly.
fn accuracy(net: &Net<4, 2>, first: i64, rows: &[Row]) -> f64 {
    let (images, labels) = tensors(rows, first, &Device::default());
    let read: Vec<i64> = net.forward(images).argmax(1).into_data().iter().collect();
    let right = read.iter().zip(&labels).filter(|(read, label)| read == label).count();
    100.0 * right as f64 / labels.len() as f64
}
