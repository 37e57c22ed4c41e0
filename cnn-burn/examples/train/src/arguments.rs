//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};
use serde::{Deserialize, Serialize};

/// Trains a network on images and writes its weights, with checkpoints to resume from.
#[derive(Parser, Debug)]
#[command(
    name = "train",
    version,
    after_help = "\
Examples:
  train                                    learns scikit-learn's digits in half a minute
  train --network resnet18 --data photos   trains on a folder with a subfolder of images for each class
  train --network resnet18 --data photos --weights resnet18.safetensors
                                           starts from torchvision's weights, with a new last layer
  train --resume runs/resnet18             goes on where a training was interrupted
  train --networks                         lists the networks"
)]
pub struct Arguments {
    /// What is trained, and how
    #[command(flatten)]
    pub settings: Settings,
    /// Go on with the training in this folder, with its settings
    #[arg(long, value_name = "DIR", exclusive = true)]
    pub resume: Option<PathBuf>,
    /// Let other processes and machines compute on this device: as `--device ws://HOST:PORT`, there
    #[arg(long, value_name = "PORT", conflicts_with_all = ["network", "data", "output"])]
    pub serve: Option<u16>,
    /// List the networks that can be trained
    #[arg(long, exclusive = true)]
    pub networks: bool,
}

/// What determines a training. The folder of the training keeps it, so that nobody has to repeat it to resume.
#[derive(Args, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The network: `digits`, `small`, or the name of one in cnn-zoo [default: `digits`; with --data, `small`]
    #[arg(long, value_name = "NAME")]
    pub network: Option<String>,
    /// A folder with a subfolder of images for each class, or with two folders of such, `train` and `val`;
    /// without it, scikit-learn's handwritten digits
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Refuse images of another size than the network's input, instead of resizing them
    #[arg(long)]
    pub exact_size: bool,
    /// What may be done to an image before each use [default: `shift` for digits, else `photo`]
    #[arg(long, value_enum)]
    pub augment: Option<Augment>,
    /// Weights to start from: a safetensors file with the names of PyTorch's `state_dict`. The last layer is new
    #[arg(long, value_name = "FILE")]
    pub weights: Option<PathBuf>,
    /// Take the last layer from the weights, too, since their classes are the same
    #[arg(long, requires = "weights")]
    pub keep_head: bool,
    /// How many times each image is used
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub epochs: u32,
    /// Images in a step, on each device
    #[arg(long, default_value_t = 32, value_parser = clap::value_parser!(u32).range(1..))]
    pub batch: u32,
    /// The learning rate of the first step
    #[arg(long, default_value_t = 2e-3, value_parser = rate, allow_negative_numbers = true)]
    pub learning_rate: f64,
    /// How the learning rate changes from step to step
    #[arg(long, value_enum, default_value_t = Schedule::Cosine)]
    pub schedule: Schedule,
    /// The decay of the weights in AdamW
    #[arg(long, default_value_t = 1e-4, value_parser = decay, allow_negative_numbers = true)]
    pub weight_decay: f64,
    /// Stop if the loss on the held-out images has not improved for this many epochs
    #[arg(long, value_name = "EPOCHS", value_parser = clap::value_parser!(u32).range(1..))]
    pub patience: Option<u32>,
    /// Where all random numbers come from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Devices, such as `cpu`, `wgpu`, `cuda:0,cuda:1` or `ws://host:3000`. With several, each of them computes a part of each step
    #[arg(long, value_delimiter = ',', default_value = "cpu")]
    pub device: Vec<String>,
    /// How several devices share the work
    #[arg(long, value_enum, default_value_t = Strategy::Main)]
    pub strategy: Strategy,
    /// The folder for checkpoints, logs and weights [default: runs/NETWORK]
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Show a progress bar rather than the dashboard
    #[arg(long)]
    pub plain: bool,
}

/// What may be done to an image before it is used.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Augment {
    /// Nothing.
    None,
    /// It is shifted by up to an eighth of its sides.
    Shift,
    /// A random part of it is enlarged, and half of the images are mirrored.
    Photo,
}

/// How the learning rate changes from step to step.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Schedule {
    /// Not at all.
    Constant,
    /// To zero, along half a period of a cosine.
    Cosine,
    /// To zero, by the same amount in each step.
    Linear,
}

/// How several devices share the work: burn's strategies.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strategy {
    /// The first device adds up the gradients and optimizes.
    Main,
    /// Each device optimizes a part of the parameters.
    Sharded,
    /// Each device optimizes its own copy after they have exchanged their gradients. For devices that can, as CUDA's.
    Ddp,
}

fn decay(text: &str) -> Result<f64, String> {
    if text.parse() == Ok(0.0) { Ok(0.0) } else { rate(text) }
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(rate) if rate > 0.0 && rate <= 1.0 => Ok(rate),
        Ok(_) => Err("it must be greater than 0, and at most 1".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

impl Settings {
    /// The name of the network.
    pub fn network(&self) -> &str {
        let default = if self.data.is_some() { "small" } else { "digits" };
        self.network.as_deref().unwrap_or(default)
    }

    /// What may be done to an image.
    pub fn augment(&self) -> Augment {
        let default = if self.data.is_some() { Augment::Photo } else { Augment::Shift };
        self.augment.unwrap_or(default)
    }

    /// The folder that is written to.
    pub fn output(&self) -> PathBuf {
        match &self.output {
            Some(output) => output.clone(),
            None => PathBuf::from("runs").join(self.network()),
        }
    }
}
