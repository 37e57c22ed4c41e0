//! Networks: their declarations, and what these are resolved to, a [`Graph`] and a [`Summary`].
//!
//! ```text
//! Step, Step, …  ──Pass──▶ figures ──encode──▶ bytes ──Declaration──▶  Graph, Summary
//!                  (the macro)                             │
//!                                         Resolution ──────┘  what only rustc knows
//! ```

mod alike;
mod cost;
mod data;
mod declaration;
mod edge;
#[cfg(feature = "encode")]
mod encode;
mod flops;
mod graph;
#[cfg(feature = "alloc")]
mod leaves;
mod list;
#[cfg(feature = "writing")]
pub(crate) mod names;
mod nested;
#[cfg(any(feature = "pictures", feature = "pytorch"))]
mod node_cost;
mod part;
mod pass;
mod peak;
mod ports;
mod resolution;
#[cfg(feature = "alloc")]
mod state_dict;
mod step;
mod summary;

pub use cost::Cost;
pub use declaration::Declaration;
pub use edge::{Edge, Edges, Source};
#[cfg(feature = "encode")]
pub use encode::{
    Encodable, EncodableInput, EncodableNetwork, EncodableOutput, Encoded, Mark, encode,
};
pub use graph::{Graph, Node, Nodes};
#[cfg(feature = "alloc")]
pub use leaves::Leaf;
pub use list::{Iter, List};
pub use nested::Nested;
pub(crate) use part::Found;
pub use part::{Part, Point};
pub use pass::Pass;
pub(crate) use peak::elements;
pub use ports::{MOST_INPUTS, NetworkInput, NetworkInputs, NetworkOutput, NetworkOutputs};
pub(crate) use resolution::Walk;
pub use resolution::{Resolution, figures};
pub use step::{Place, Step, Written};
pub use summary::{Row, Rows, Summary};

use crate::shape::Shape;

/// A network declared with [`cnn!`]. Engines, exporters and generic code are written against this trait.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
pub trait Network {
    /// The network as data.
    const GRAPH: Graph;
    /// Its totals and the cost of each layer.
    const SUMMARY: Summary;
    /// The shape of the first input, for one sample.
    const INPUT: Shape = Self::GRAPH.input;
    /// The shape of the first output, for one sample.
    const OUTPUT: Shape = Self::GRAPH.output;
    /// The number of its parameters.
    const PARAMS: u64 = Self::SUMMARY.params;
}
