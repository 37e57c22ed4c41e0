//! A network inside of another.

use super::{Graph, Network, Summary};

/// A network inside of another.
#[derive(Clone, Copy, Debug)]
pub struct Nested {
    /// Its graph.
    pub graph: Graph,
    /// Its totals and its layers.
    pub summary: Summary,
    /// The same for another use of it with the same weights.
    pub(super) again: Summary,
}

impl Nested {
    /// A network of which nothing is known.
    pub(crate) const UNKNOWN: &Nested = &Nested::new(Graph::BLANK, Summary::BLANK);

    /// A network with this graph and this summary.
    pub const fn new(graph: Graph, summary: Summary) -> Nested {
        Nested { graph, summary, again: summary.again() }
    }

    /// The network `N`.
    pub const fn of<N: Network>() -> &'static Nested {
        const { &Nested::new(N::GRAPH, N::SUMMARY) }
    }
}

impl PartialEq for Nested {
    /// Networks are the same if they are one in memory.
    fn eq(&self, other: &Nested) -> bool {
        core::ptr::eq(self.graph.nodes.declaration, other.graph.nodes.declaration)
    }
}
