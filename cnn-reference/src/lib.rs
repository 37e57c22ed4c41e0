//! The reference that engines are tested against: every layer of [`cnn`](https://docs.rs/cnn) as PyTorch
//! defines it, in f64 and in plain loops.
//!
//! It is slow, and meant to be read. There is a file for each family of layers, as in `cnn_core::layers`;
//! each function has the name of PyTorch's module and its formula. It is compared with PyTorch's own answers
//! ([`cases`]), and none of its layers shares code with those of an engine. Everything runs as in PyTorch's
//! eval mode. The first axis of a tensor is the batch.
//!
//! The size of an output follows from how it is computed, not from the algebra of `cnn_core`: a convolution
//! has as many places as windows fit. [`outputs`] compares the sizes of every output with those of the
//! graph.
//!
//! ```
//! use cnn::cnn;
//! use cnn_reference::{State, Tensor, output};
//!
//! cnn! { struct Net: [1, 3, 3] -> [2] < conv(1, 2, 2); maxpool(2); relu; fc(2, 2) > }
//!
//! let state = State::random(&Net::GRAPH, 1);
//! let image = Tensor::from_fn(&[5, 1, 3, 3], |index| index[2] as f64);
//! assert_eq!(output(&Net::GRAPH, &state, &image).sizes(), [5, 2]);
//! ```
//!
//! The crate also has what several tests share: [`cases`] are single layers with PyTorch's outputs,
//! [`networks`] are two networks with PyTorch's weights and outputs, [`formula`] makes weights of their names,
//! [`random`] makes random networks, and [`timing`] compares running times.

mod activation;
mod arrange;
mod attention;
pub mod cases;
mod conv;
mod declare;
pub mod formula;
mod join;
mod linear;
pub mod networks;
mod norm;
mod pool;
pub mod random;
mod reduce;
mod resize;
mod run;
mod state;
mod tensor;
pub mod timing;
mod weights;
mod window;
mod window_attention;

pub use declare::{arguments, network, network_of, network_with};
pub use run::{all_outputs, output, outputs, rounded_outputs};
pub use state::State;
pub use tensor::Tensor;

/// The guide of `cnn-burn`, whose program runs on two engines.
#[cfg(doctest)]
#[doc = include_str!("../../cnn-burn/src/guide.md")]
struct Guide;
