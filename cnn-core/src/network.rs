//! What all declared networks have in common.

use crate::{Graph, Summary};

/// A network that was declared with [`cnn!`]: what engines, exporters and generic code take.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
pub trait Network {
    /// The network as data.
    const GRAPH: Graph;
    /// What it amounts to.
    const SUMMARY: Summary;
}
