#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
//! todo
#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(test)]
#[macro_use]
extern crate std;

mod arg;
mod call;
mod count;
pub mod error;
pub mod geometry;
mod graph;
mod header;
mod kind;
pub mod layers;
mod message;
mod net;
mod network;
mod op;
#[cfg(feature = "alloc")]
pub mod render;
mod shape;
pub mod signature;
mod summary;
mod text;
mod wording;

pub use arg::Arg;
pub(crate) use count::Count;
pub use graph::{Edge, Graph, Node, Source};
pub use header::{HeaderError, MAX_INPUT_RANK, input_error};
pub use kind::Kind;
pub use message::{Place, Trace, Written};
pub use net::{Net, Pass, Step};
pub use network::Network;
pub use op::{Op, Resolved, Tensor, resolve};
pub use shape::{MAX_RANK, Shape};
pub use summary::{Row, Summary};
pub use text::Text;
