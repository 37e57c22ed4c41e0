//! The library half of [`cnn`](https://docs.rs/cnn): shapes, layers, graphs and summaries.
//!
//! Everything that decides is a `const fn`, so that the same code runs in the macro, which knows
//! literals and can underline them, and in const evaluation, which knows everything. There are no
//! dependencies, and without the feature `alloc` no allocations.
//!
//! Data goes one way:
//!
//! ```text
//! Step, Step, …  ──Pass──▶  Net { nodes, rows, errors }  ──▶  Graph, Summary  ──render──▶  tables
//!                  │                                └──▶  messages
//!                  └─ resolve: one layer, its arguments, what arrives
//! ```
//!
//! * [`resolve`] is the one algebra: it turns a layer's arguments and input into an [`Op`], an
//!   output shape, costs and errors. The formulas are in [`geometry`], the layers in [`layers`].
//! * [`Step`]s are what `cnn!` emits. A [`Net`] is made of them in one pass; [`Graph`] and
//!   [`Summary`] are views of it.
//! * [`error`] lists what can be wrong; every message is written here, too.
//! * [`signature`] says what each keyword accepts, as data that the macro reads.

#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(test)]
#[macro_use]
extern crate std;

mod arg;
mod arrivals;
pub mod budget;
mod call;
mod count;
mod dtype;
#[cfg(feature = "alloc")]
pub mod engine;
pub mod error;
pub mod geometry;
mod graph;
mod header;
mod kind;
pub mod layers;
#[cfg(feature = "alloc")]
mod likeness;
pub mod lint;
mod memory;
mod message;
mod net;
mod network;
mod op;
mod pass;
mod peak;
#[cfg(feature = "alloc")]
mod receptive_field;
#[cfg(feature = "alloc")]
pub mod render;
#[cfg(feature = "serde")]
mod serial;
mod shape;
pub mod signature;
#[cfg(feature = "alloc")]
mod state;
mod summary;
mod text;
mod traffic;
mod verify;
mod wording;

pub use arg::{Arg, Args};
pub use arrivals::{Arrivals, Inputs};
pub(crate) use count::Count;
pub use dtype::DType;
#[cfg(feature = "alloc")]
pub use engine::Refusal;
pub use graph::{Edge, Graph, Node, Source};
pub use header::{HeaderError, MAX_INPUT_RANK, input_error};
pub use kind::Kind;
#[cfg(feature = "alloc")]
pub use likeness::closest;
#[cfg(feature = "alloc")]
#[doc(hidden)]
pub use likeness::{MOST_EDITS, edits};
pub use memory::{ALIGNMENT, Optimizer, Plan, Reuse, Slot, Training, arena};
pub use message::{Place, Trace, Written};
pub use net::Net;
pub use network::Network;
pub use op::{Op, Resolved, Tensor, resolve};
pub use pass::{Pass, Step};
#[cfg(feature = "alloc")]
pub use receptive_field::{EffectiveStride, Extent, ReceptiveField};
pub use shape::{MAX_RANK, Shape};
pub use summary::{Row, Summary};
pub use text::Text;
pub use traffic::Traffic;
