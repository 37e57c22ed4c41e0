//! Where values come from.

use super::list::list;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The input of the network with this index; most networks have one.
    Input(usize),
    /// The output of the node with this index.
    Node(usize),
}

impl Source {
    /// The source of a value of a network with so many inputs: first come these, and then the nodes.
    pub(crate) const fn of_value(value: usize, inputs: usize) -> Source {
        if value < inputs { Source::Input(value) } else { Source::Node(value - inputs) }
    }
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
/// use cnn_core::{Node, Source};
///
/// fn takes_an_input(node: &Node) -> bool {
///     node.inputs.iter().any(|edge| matches!(edge.from, Source::Input(_)))
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Edges {
    /// Four bytes each: the value times 2, and 1 for its last use.
    pub(super) bytes: &'static [u8],
    /// How many inputs the network has, which are its first values.
    pub(super) inputs: usize,
}

impl Edges {
    /// None.
    pub(crate) const NONE: Edges = Edges { bytes: &[], inputs: 0 };

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.bytes.len() / 4
    }

    /// One of them.
    ///
    /// # Panics
    ///
    /// If there are not so many.
    pub const fn at(&self, index: usize) -> Edge {
        let (value, last_use) = taken(self.bytes, index);
        Edge { from: Source::of_value(value, self.inputs), last_use }
    }
}

list!(Edges of Edge);

/// One of the values in the bytes of some edges, and whether that is its last use.
pub(super) const fn taken(bytes: &[u8], index: usize) -> (usize, bool) {
    let at = 4 * index;
    let word = u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    ((word / 2) as usize, word % 2 == 1)
}

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

    fn edges(steps: &[&[usize]], outputs: &[usize], inputs: usize) -> (Vec<Edge>, Vec<bool>) {
        let values = steps.len() + inputs;
        let (bytes, needed) = encode(steps.iter().copied(), outputs, values);
        let edges = Edges { bytes: bytes.leak(), inputs };
        (edges.iter().collect(), needed)
    }

    fn edge(from: Source, last_use: bool) -> Edge {
        Edge { from, last_use }
    }

    #[test]
    fn the_last_use_of_a_value_is_marked() {
        // A residual connection over two layers, then a value taken twice.
        let (edges, needed) = edges(&[&[0], &[1], &[2], &[3, 1], &[4, 4]], &[5], 1);
        let expected = [
            edge(Source::Input(0), true),
            edge(Source::Node(0), false),
            edge(Source::Node(1), true),
            edge(Source::Node(2), true),
            edge(Source::Node(0), true),
            edge(Source::Node(3), false),
            edge(Source::Node(3), true),
        ];
        assert_eq!(edges, expected);
        assert_eq!(needed, [true; 6]);
    }

    #[test]
    fn an_output_is_needed_to_the_end() {
        // Two inputs; the second layer's value is an output, and the third layer's reaches none.
        let (edges, needed) = edges(&[&[0, 1], &[2], &[3], &[3]], &[3, 5], 2);
        let expected = [
            edge(Source::Input(0), true),
            edge(Source::Input(1), true),
            edge(Source::Node(0), true),
            edge(Source::Node(1), false),
            edge(Source::Node(1), false),
        ];
        assert_eq!(edges, expected);
        assert_eq!(needed, [true, true, true, true, false, true]);
    }
}
