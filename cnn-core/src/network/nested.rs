//! A network inside of another.

use super::{Graph, Network, Summary};

/// A network inside of another.
#[derive(Clone, Copy, Debug)]
pub struct Nested {
    /// Its graph.
    pub graph: Graph,
    /// Its totals and its layers.
    pub summary: Summary,
}

impl Nested {
    /// A network of which nothing is known.
    pub(crate) const UNKNOWN: &Nested = &Nested { graph: Graph::BLANK, summary: Summary::BLANK };

    /// The network `N`.
    pub const fn of<N: Network>() -> &'static Nested {
        const { &Nested { graph: N::GRAPH, summary: N::SUMMARY } }
    }
}

impl PartialEq for Nested {
    /// Networks are the same if they are one in memory.
    fn eq(&self, other: &Nested) -> bool {
        core::ptr::eq(self.graph.nodes.declaration, other.graph.nodes.declaration)
    }
}
