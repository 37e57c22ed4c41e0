//! Memory: the place of each value of a network in one block of bytes, the arena.

mod lives;
mod pack;
mod plan;
mod training;

use lives::Lives;
use pack::Packed;

pub use plan::{Plan, Slot};
pub use training::{Optimizer, Training};

use crate::network::{Graph, Network, Nodes};
use crate::shape::{DType, Text};

/// The alignment of all offsets in an arena: vector instructions load this many bytes.
pub const ALIGNMENT: usize = 16;

/// The nodes of a network, those of networks inside it among them.
const fn all_nodes(nodes: Nodes) -> usize {
    let (mut count, mut i) = (nodes.len(), 0);
    while i < nodes.len() {
        if let Some(nested) = nodes.nested(i) {
            count += all_nodes(nested.graph.nodes);
        }
        i += 1;
    }
    count
}

/// Evaluates an expression for an `M` that is more than the nodes of a network; `None` if it has too
/// many. Const evaluation has no memory but arrays, and the length of an array cannot depend on a
/// network that has parameters.
///
/// Functions that do this are `#[inline]`, so that rustc generates code for all these sizes only in crates that call
/// them; the macro is none of them.
macro_rules! with_room {
    ($graph:expr, $room:ident => $plan:expr) => {
        with_room!(@ $graph, $room, $plan, 128, 512, 1024, 2048, 4096)
    };
    (@ $graph:expr, $room:ident, $plan:expr, $($size:literal),*) => {
        match $graph.inputs.len() + $crate::analysis::memory::all_nodes($graph.nodes) {
            $(nodes if nodes < $size => {
                const $room: usize = $size;
                $plan
            })*
            _ => None,
        }
    };
}
use with_room;

const fn packed<const M: usize>(graph: &Graph, dtype: DType) -> Option<usize> {
    match Lives::<M>::new(graph, dtype) {
        Some(lives) => Some(Packed::new(&lives).bytes as usize),
        None => None,
    }
}

const fn live<const M: usize>(graph: &Graph, dtype: DType) -> Option<usize> {
    match Lives::<M>::new(graph, dtype) {
        Some(lives) => Some(lives.live() as usize),
        None => None,
    }
}

impl Graph {
    /// The number of layers, with those of embedded networks instead of the networks themselves, as listed by
    /// [`Summary::leaves`](crate::Summary#method.leaves).
    pub const fn leaf_count(&self) -> usize {
        self.nodes.leaf_count()
    }

    /// The bytes that all values of the network need at inference, for one sample: the size of the arena of its
    /// [`Plan`]. `None` if there are more than 4,095 nodes, or more bytes than can be addressed.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::{DType, Graph};
    ///
    /// const fn fits(graph: &Graph) -> bool {
    ///     matches!(graph.arena_bytes(DType::I8), Some(0..=65_536))
    /// }
    /// ```
    #[inline]
    pub const fn arena_bytes(&self, dtype: DType) -> Option<usize> {
        with_room!(self, M => packed::<M>(self, dtype))
    }

    /// The largest number of bytes that are needed at the same time, with layers working in place. No arena can be
    /// smaller. `None` as in [`arena_bytes`](Graph::arena_bytes).
    #[inline]
    pub const fn live_bytes(&self, dtype: DType) -> Option<usize> {
        with_room!(self, M => live::<M>(self, dtype))
    }
}

/// [`Graph::arena_bytes`] for a constant: if it is unknown, const evaluation fails.
///
/// The constants of a network call it with the network as a type, so that rustc plans its memory only
/// if they are used.
#[doc(hidden)]
#[track_caller]
pub const fn arena<N: Network>(dtype: DType) -> usize {
    let graph = N::GRAPH;
    match graph.arena_bytes(dtype) {
        Some(bytes) => bytes,
        None => {
            let mut text = Text::new();
            text.str("the memory of ")
                .code(graph.name)
                .str(" cannot be planned: it has more than ");
            text.str("4095 layers, or more bytes than can be addressed");
            panic!("{}", text.as_str())
        }
    }
}
