//! Runs networks that are declared with [`cnn!`](cnn::cnn!) on candle: inference, with PyTorch's names
//! and weights.
//!
//! ```
//! use candle_core::{DType, Device, Tensor};
//! use cnn::cnn;
//! use cnn_candle::Net;
//! use candle_nn::VarBuilder;
//!
//! cnn! {
//!     struct Small: [1, 8, 8] -> [10] < conv(1, 4, 3); relu; maxpool(2); fc(_, 10) >
//! }
//!
//! let device = Device::Cpu;
//! // `Net::load_safetensors` takes a file; here all weights are 0.
//! let net = Net::new::<Small>(&VarBuilder::zeros(DType::F32, &device))?;
//! let classes = net.forward(&Tensor::zeros((5, 1, 8, 8), DType::F32, &device)?)?;
//! assert_eq!(classes.dims(), [5, 10]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `examples/classify` is a whole program: it reads digits out of the box, and pictures with any of
//! torchvision's classifiers.
//!
//! ```sh
//! cargo run --release -p cnn-candle --example classify
//! ```
//!
//! # Layers
//!
//! All layers of the language run. Those that candle has not, or has for some arguments alone, are
//! made of its other operations: [`cnn::engines`] lists them.
//!
//! # Half precision
//!
//! With weights of f16, or of bf16 where candle multiplies such matrices, values flow in that type;
//! all that sums or computes beside products of matrices, such as norms, means, activations, transposed
//! and depthwise convolutions, is computed in f32.
//!
//! # Speed
//!
//! A network runs as fast as one that is written by hand with candle: `cargo bench -p cnn-candle`
//! compares the two. One with a convolution of each channel for itself, such as MobileNet or ConvNeXt,
//! takes less than half the time, as candle would make a convolution of each group.
//! [`Net::fold_batchnorm`] saves what batch norms cost.

mod error;
mod fold;
mod layers;
mod net;
mod precision;
mod refusal;
mod state;
mod unit;
mod walk;

pub use cnn::Refusal;
pub use error::{BuildError, InputError, Unloaded};
pub use net::Net;

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
