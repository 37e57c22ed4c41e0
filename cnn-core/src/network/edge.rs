//! Where values come from.

use super::list::list;
use super::{Declaration, Part};
use crate::language::Packed;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The input of the network with this index; most networks have one.
    Input(usize),
    /// The output of the node with this index; of a network, its first.
    Node(usize),
    /// A value from inside the network that is the node with this index: the output of its graph that
    /// has the index `output`.
    Tap {
        /// The index of the node.
        node: usize,
        /// The index of the output, 1 or more.
        output: usize,
    },
}

/// As serde writes an `enum`, but for the first input, which is `"input"`: most networks have no other.
#[cfg(feature = "serde")]
impl serde::Serialize for Source {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Source::Input(0) => serializer.serialize_unit_variant("Source", 0, "input"),
            Source::Input(index) => {
                serializer.serialize_newtype_variant("Source", 0, "input", index)
            }
            Source::Node(index) => serializer.serialize_newtype_variant("Source", 1, "node", index),
            Source::Tap { node, output } => {
                serializer.serialize_newtype_variant("Source", 2, "tap", &[node, output])
            }
        }
    }
}

/// A value that a node takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Edge {
    /// Where the value comes from.
    pub from: Source,
    /// Whether nothing needs it later, no other node and nobody outside: then it can be dropped, or
    /// overwritten.
    pub last_use: bool,
}

/// The values that a node takes, in their order.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::{Node, Source};
///
/// fn takes_an_input(node: &Node) -> bool {
///     node.inputs.iter().any(|edge| matches!(edge.from, Source::Input(_)))
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Edges {
    pub(super) packed: Packed<'static>,
    /// The network.
    pub(super) declaration: &'static Declaration,
    /// The part of it that the node is in, if it is not all of it.
    pub(super) part: Option<&'static Part>,
    /// The index of the node.
    pub(super) node: usize,
}

impl Edges {
    /// None.
    pub(crate) const NONE: Edges =
        Edges { packed: Packed::NONE, declaration: Declaration::EMPTY, part: None, node: 0 };

    /// The number of items.
    pub const fn len(&self) -> usize {
        self.packed.count()
    }

    /// The item with this index.
    ///
    /// # Panics
    ///
    /// If the index is out of bounds.
    pub const fn at(&self, index: usize) -> Edge {
        let (value, last_use) = self.packed.get(index);
        let last_use = match self.part {
            Some(part) => {
                let (first, _) = self.declaration.data.edge_range(self.node);
                part.is_last_use(self.declaration, self.node, first + index)
            }
            None => last_use,
        };
        Edge { from: self.declaration.source(value), last_use }
    }
}

list!(Edges of Edge);

/// The edges of all steps, each of which takes some values, and for each value whether anything needs
/// it. The `outputs` are needed afterwards.
#[cfg(feature = "encode")]
pub(super) fn encode<'v>(
    steps: impl DoubleEndedIterator<Item = &'v [usize]>,
    outputs: &[usize],
    values: usize,
) -> (alloc::vec::Vec<u8>, alloc::vec::Vec<bool>) {
    let mut needed = alloc::vec![false; values];
    for output in outputs {
        needed[*output] = true;
    }
    let mut words = alloc::vec::Vec::new();
    // From the end: the first to need a value is the last to use it.
    for values in steps.rev() {
        for &value in values.iter().rev() {
            let last_use = !core::mem::replace(&mut needed[value], true);
            words.push(value as u32 * 2 + u32::from(last_use));
        }
    }
    (words.iter().rev().flat_map(|word| word.to_le_bytes()).collect(), needed)
}

#[cfg(all(test, feature = "encode"))]
mod tests {
    use std::vec::Vec;

    use super::*;

    /// The values that are taken, each with whether that is its last use, and which values are needed.
    fn edges(
        steps: &[&[usize]],
        outputs: &[usize],
        inputs: usize,
    ) -> (Vec<(usize, bool)>, Vec<bool>) {
        let values = steps.len() + inputs;
        let (bytes, needed) = encode(steps.iter().copied(), outputs, values);
        let packed = Packed::new(&bytes, 0, bytes.len() / 4);
        ((0..packed.count()).map(|index| packed.get(index)).collect(), needed)
    }

    #[test]
    fn the_last_use_of_a_value_is_marked() {
        // A residual connection over two layers, then a value taken twice.
        let (edges, needed) = edges(&[&[0], &[1], &[2], &[3, 1], &[4, 4]], &[5], 1);
        let expected =
            [(0, true), (1, false), (2, true), (3, true), (1, true), (4, false), (4, true)];
        assert_eq!(edges, expected);
        assert_eq!(needed, [true; 6]);
    }

    #[test]
    fn an_output_is_needed_to_the_end() {
        // Two inputs; the second layer's value is an output, and the third layer's reaches none.
        let (edges, needed) = edges(&[&[0, 1], &[2], &[3], &[3]], &[3, 5], 2);
        assert_eq!(edges, [(0, true), (1, true), (2, true), (3, false), (3, false)]);
        assert_eq!(needed, [true, true, true, true, false, true]);
    }
}
