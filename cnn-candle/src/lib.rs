//! Runs networks that are declared with [`cnn!`] on candle, for inference, with PyTorch's names and
//! weights.
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
//! `examples/classify` is a complete program. It reads digits out of the box, and classifies pictures with any of
//! torchvision's classifiers.
//!
//! ```sh
//! cargo run --release -p cnn-candle --example classify
//! ```
//!
//! # Layers
//!
//! All layers run. Those that candle lacks, or supports only for some arguments, are built from its other operations; a
//! [table](https://docs.rs/cnn/latest/cnn/engines) lists them.
//!
//! # Devices
//!
//! The CPU works out of the box. Features forward candle's other back ends, each of which needs something that the system
//! must have:
//!
//! | feature | write | needs |
//! |---|---|---|
//! | `cuda` | `Device::new_cuda(0)?` | a GPU of NVIDIA, and `nvcc` to build |
//! | `cudnn` | `Device::new_cuda(0)?` | the same, and cuDNN |
//! | `metal` | `Device::new_metal(0)?` | a GPU of Apple |
//! | `mkl` | `Device::Cpu` | an x86 CPU; Intel's MKL is downloaded to build |
//! | `accelerate` | `Device::Cpu` | macOS |
//!
//! ```toml
//! [dependencies]
//! cnn-candle = { version = "0.1", features = ["cuda"] }
//! ```
//!
//! The tests run on a CPU without these features. Nobody has run a network of this crate on a GPU yet.
//!
//! # Half precision
//!
//! With `f16` weights, or `bf16` weights on devices where candle multiplies such matrices, values have that type. Layers
//! that compute sums without a product of matrices, such as norms, means, activations, and transposed and depthwise
//! convolutions, are computed in `f32`.
//!
//! # Speed
//!
//! A network runs as fast as handwritten candle code: `cargo bench -p cnn-candle`
//! compares the two. Networks with depthwise convolutions, such as MobileNet or ConvNeXt, take less than
//! half the time, as candle would run a convolution for each channel. [`Net::fold_batchnorm`] saves the
//! cost of batch norms.
//!
//! [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html

mod affine;
mod error;
mod fold;
mod layer;
mod layers;
mod net;
mod precision;
mod state;
mod tensor;
mod unit;

pub use cnn_core::engine::{InputError, Refusal};
pub use cnn_weights::Ignored;
pub use error::{BuildError, ForwardError, Unloaded};
pub use net::Net;

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
