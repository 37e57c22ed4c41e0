//! Where values come from.

use super::list::list;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Source {
    /// The network's input.
    Input,
    /// The output of the node with this index.
    Node(usize),
}

/// A value that a node takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Edge {
    /// Where the value comes from.
    pub from: Source,
    /// Whether no later node needs it: then it can be dropped, or overwritten.
    pub last_use: bool,
}

/// The values that a node takes, in their order.
///
/// ```
/// use cnn_core::{Node, Source};
///
/// fn takes_the_input(node: &Node) -> bool {
///     node.inputs.iter().any(|edge| edge.from == Source::Input)
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Edges {
    /// Four bytes each: the value times 2, and 1 for its last use. Value 0 is the network's input.
    pub(super) bytes: &'static [u8],
}

impl Edges {
    /// None.
    pub(crate) const NONE: Edges = Edges { bytes: &[] };

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
        edge(self.bytes, index)
    }
}

list!(Edges of Edge);

/// One of some edges.
pub(super) const fn edge(bytes: &[u8], index: usize) -> Edge {
    let word = word(bytes, index);
    let from = match word / 2 {
        0 => Source::Input,
        value => Source::Node(value as usize - 1),
    };
    Edge { from, last_use: word % 2 == 1 }
}

const fn word(bytes: &[u8], index: usize) -> u32 {
    let at = 4 * index;
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// The edges of all steps, each of which takes some values.
#[cfg(feature = "alloc")]
pub(super) fn encode<'v>(
    steps: impl DoubleEndedIterator<Item = &'v [usize]>,
    count: usize,
) -> alloc::vec::Vec<u8> {
    let mut needed = alloc::vec![false; count + 1];
    let mut words = alloc::vec::Vec::new();
    // From the end: the first to need a value is the last to use it.
    for values in steps.rev() {
        for &value in values.iter().rev() {
            let last_use = !core::mem::replace(&mut needed[value], true);
            words.push(value as u32 * 2 + u32::from(last_use));
        }
    }
    words.iter().rev().flat_map(|word| word.to_le_bytes()).collect()
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use std::vec::Vec;

    use super::*;

    #[test]
    fn the_last_use_of_a_value_is_marked() {
        // A residual connection over two layers, then a value taken twice.
        let steps: [&[usize]; 5] = [&[0], &[1], &[2], &[3, 1], &[4, 4]];
        let bytes = encode(steps.into_iter(), 5);
        let edges: Vec<Edge> = (0..7).map(|index| edge(&bytes, index)).collect();
        let edge = |from, last_use| Edge { from, last_use };
        let expected = [
            edge(Source::Input, true),
            edge(Source::Node(0), false),
            edge(Source::Node(1), true),
            edge(Source::Node(2), true),
            edge(Source::Node(0), true),
            edge(Source::Node(3), false),
            edge(Source::Node(3), true),
        ];
        assert_eq!(edges, expected);
    }
}
