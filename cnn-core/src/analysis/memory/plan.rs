//! The plan of a network, as data.

use super::{Lives, Packed, with_room};
use crate::network::{Graph, MOST_INPUTS, elements};
use crate::shape::DType;

/// The place of a value in the arena.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its first byte: a multiple of [`ALIGNMENT`](super::ALIGNMENT).
    pub offset: usize,
    /// Its size in bytes, without the padding up to the next value.
    pub bytes: usize,
}

/// The place of each value of a network in one block of memory, the arena, when it runs on one sample.
///
/// `N` is the number of layers, [`Graph::leaf_count`]; without embedded networks that is `GRAPH.nodes.len()`.
///
/// Values that are needed at the same time do not overlap. A value is needed from the layer that computes it to the
/// last one that uses it. The inputs are in the arena, too, each as long as it is needed; the outputs stay until the
/// end. Layers work in place where they can, see [`Kind::reuse`]. Every offset is a multiple of 16, for every data
/// type, so values are aligned if the arena is. Weights, and the temporary memory of an engine, are not in the arena.
///
/// [`Kind::reuse`]: crate::Kind::reuse
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::{DType, Graph, Plan};
///
/// fn show<const N: usize>(plan: &Plan<N>) {
///     println!("{} bytes, {} in use at most", plan.arena_bytes(), plan.live_bytes());
///     for (index, slot) in plan.outputs().iter().enumerate() {
///         println!("layer {index}: {} bytes at {}", slot.bytes, slot.offset);
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan<const N: usize> {
    inputs: [Slot; MOST_INPUTS],
    input_count: usize,
    outputs: [Slot; N],
    arena: usize,
    live: usize,
}

impl<const N: usize> Plan<N> {
    /// Plans the memory of a network with values of this data type.
    ///
    /// # Panics
    ///
    /// If the network does not have `N` layers, or if [`Graph::arena_bytes`] is `None`.
    #[track_caller]
    pub const fn new(graph: &Graph, dtype: DType) -> Plan<N> {
        assert!(graph.leaf_count() == N, "a plan has as many slots as the network has layers");
        match with_room!(graph, M => plan::<M, N>(graph, dtype)) {
            Some(plan) => plan,
            None => panic!("the values of this network are too many for a plan"),
        }
    }

    /// The place of the first input.
    pub const fn input(&self) -> Slot {
        self.inputs[0]
    }

    /// The place of each input.
    pub const fn inputs(&self) -> &[Slot] {
        self.inputs.split_at(self.input_count).0
    }

    /// The place of the output of each layer, in the order they run. Embedded networks are replaced by their layers, as
    /// in [`Summary::leaves`].
    ///
    /// [`Summary::leaves`]: crate::Summary#method.leaves
    pub const fn outputs(&self) -> &[Slot; N] {
        &self.outputs
    }

    /// The bytes of the arena.
    pub const fn arena_bytes(&self) -> usize {
        self.arena
    }

    /// The largest number of bytes that are needed at the same time. No arena can be smaller.
    pub const fn live_bytes(&self) -> usize {
        self.live
    }
}

const fn plan<const M: usize, const N: usize>(graph: &Graph, dtype: DType) -> Option<Plan<N>> {
    let Some(lives) = Lives::<M>::new(graph, dtype) else { return None };
    let packed = Packed::new(&lives);
    let slot = packed.slot(0, &lives, dtype);
    let (mut inputs, mut outputs) = ([slot; MOST_INPUTS], [slot; N]);
    let mut i = 0;
    while i < lives.inputs {
        inputs[i] = packed.slot(i, &lives, dtype);
        i += 1;
    }
    i = 0;
    while i < N {
        outputs[i] = packed.slot(lives.inputs + i, &lives, dtype);
        i += 1;
    }
    let (arena, live) = (packed.bytes as usize, lives.live() as usize);
    Some(Plan { inputs, input_count: lives.inputs, outputs, arena, live })
}

impl<const M: usize> Packed<M> {
    const fn slot(&self, value: usize, lives: &Lives<M>, dtype: DType) -> Slot {
        let offset = self.offsets[lives.buffer[value] as usize] as usize;
        let elements = elements(&lives.shape(value as u32)) as usize;
        Slot { offset, bytes: elements * dtype.bytes() as usize }
    }
}
