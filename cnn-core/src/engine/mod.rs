//! Code that all engines share, so that a new engine only needs its layers. Requires the feature `alloc`.
//!
//! An engine has one `match` over [`Op`](crate::Op), which returns the layer that runs a node or the reason why the
//! engine cannot run it. [`Model::new`] calls it for every node, those of nested networks included, and collects
//! the reasons. [`Graph::check_input`](crate::Graph::check_input) compares an input with the one that the
//! network takes, and [`Model::run`] passes the values from layer to layer.
//!
//! An engine of plain vectors with two layers, which runs one sample at a time:
//!
//! ```
//! use cnn_core::engine::{Body, Choice, Model};
//! use cnn_core::layers::{Activation, Join};
//! use cnn_core::{Graph, Node, Op};
//!
//! type Layer = fn(Vec<Vec<f32>>) -> Vec<f32>;
//!
//! /// The layer that runs a node, or the reason why it cannot run.
//! fn layer(node: &Node) -> Choice<Layer> {
//!     Ok(match node.op {
//!         Op::Activation(Activation::Relu) => Body::Layer(|mut inputs| {
//!             inputs[0].iter_mut().for_each(|value| *value = value.max(0.0));
//!             inputs.swap_remove(0)
//!         }),
//!         Op::Join(Join::Concat { dim: 0 }) => Body::Layer(|inputs| inputs.concat()),
//!         Op::Network(nested) => Body::Network(nested),
//!         _ => return Err("this engine has `relu` and `concat` only".to_owned()),
//!     })
//! }
//!
//! fn run(graph: &Graph, sample: Vec<f32>) -> Result<Vec<f32>, String> {
//!     let model = Model::new(graph, |_, node, _| layer(node));
//!     let model = model.map_err(|refusals| refusals[0].to_string())?;
//!     model.run(sample, |running, inputs| Ok((running.layer)(inputs)), |_, _| {})
//! }
//! ```

mod input;
mod interpolate;
mod model;
mod refusal;
mod run;

pub use input::InputError;
pub use model::{Body, Built, Choice, Model, Running};
pub use refusal::Refusal;
