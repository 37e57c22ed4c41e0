//! Networks: as they are declared, and resolved to a [`Graph`] and a [`Summary`].
//!
//! ```text
//! Step, Step, …  ──Pass──▶  Net { nodes, rows, errors }  ──▶  Graph, Summary
//! ```

mod cost;
mod graph;
#[cfg(feature = "alloc")]
mod leaves;
#[cfg(feature = "alloc")]
pub(crate) mod names;
mod nested;
mod net;
mod pass;
mod peak;
#[cfg(feature = "alloc")]
mod state_dict;
mod step;
mod summary;

pub use cost::Cost;
pub use graph::{Edge, Graph, Node, Source};
#[cfg(feature = "alloc")]
pub use leaves::Leaf;
pub use nested::Nested;
pub use net::Net;
pub use pass::Pass;
pub(crate) use peak::elements;
pub use step::{Place, Step, Written};
pub use summary::{Row, Summary};

/// A network that was declared with [`cnn!`]: what engines, exporters and generic code take.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
pub trait Network {
    /// The network as data.
    const GRAPH: Graph;
    /// Its totals and the cost of each layer.
    const SUMMARY: Summary;
}
