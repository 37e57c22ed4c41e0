//! A network as a layer of another.

use crate::call::Call;
use crate::error::{At, Problem};
use crate::signature::Signature;
use crate::{Arg, Graph, Network, Shape, Summary};

pub(crate) const SIGNATURE: Signature = {
    const PARAMS: &[crate::signature::Param] = &[crate::signature::Param::network()];
    Signature::new("network", PARAMS).structural()
};

/// A network inside of another.
#[derive(Clone, Copy, Debug)]
pub struct Nested {
    /// Its graph.
    pub graph: Graph,
    /// What it amounts to.
    pub summary: Summary,
}

impl Nested {
    /// The network `N`.
    pub const fn of<N: Network>() -> &'static Nested {
        const { &Nested { graph: N::GRAPH, summary: N::SUMMARY } }
    }
}

impl PartialEq for Nested {
    /// Networks are the same if they are one in memory.
    fn eq(&self, other: &Nested) -> bool {
        core::ptr::eq(self.graph.nodes, other.graph.nodes)
    }
}

/// Reads the network; `None` if it is not known.
pub(crate) const fn read(call: &mut Call<'_>) -> Option<&'static Nested> {
    let Arg::Network(nested) = call.arg(0) else { return None };
    let takes = nested.summary.input;
    if !call.input.is_lost() && !takes.is_lost() && !compatible(&call.input, &takes) {
        call.fail(At::Layer, Problem::NetworkInput { takes });
    }
    Some(nested)
}

/// Whether two shapes are the same, as far as their sizes are known.
const fn compatible(a: &Shape, b: &Shape) -> bool {
    let mut same = a.rank == b.rank;
    let mut dim = 0;
    while same && dim < a.rank {
        same = a.sizes[dim] == b.sizes[dim] || a.sizes[dim] == 0 || b.sizes[dim] == 0;
        dim += 1;
    }
    same
}
