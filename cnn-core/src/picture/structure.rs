//! The structure of a network: what runs in a row, and what branches and joins again.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::diagram::Diagram;

/// How deep branches in branches are taken apart. It bounds the time, too: each level is one walk.
const MOST_DEEP: usize = 24;

/// How far back a piece of a web is looked for, which bounds the time.
const MOST_BACK: usize = 1_000;

/// A piece of a network. Only its last value is used after it, and before it only one value is made
/// that it uses: its entry.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// One layer.
    Node(usize),
    /// Branches that all begin with the entry.
    Fork {
        /// The layers of each branch.
        branches: Vec<Vec<Piece>>,
        /// Whether the entry itself is joined, too.
        skip: bool,
        /// The node that joins them, directly after them.
        join: usize,
        /// All nodes, with the join.
        nodes: Range<usize>,
    },
    /// Pieces whose connections cross.
    Web {
        /// These, in their order.
        pieces: Vec<Piece>,
        /// All nodes.
        nodes: Range<usize>,
        /// The value that enters.
        entry: usize,
    },
}

impl Piece {
    pub(super) fn nodes(&self) -> Range<usize> {
        match self {
            Piece::Node(node) => *node..node + 1,
            Piece::Fork { nodes, .. } | Piece::Web { nodes, .. } => nodes.clone(),
        }
    }
}

/// The pieces of a network in their order.
pub(super) fn pieces(diagram: &Diagram) -> Vec<Piece> {
    let count = diagram.nodes.len();
    // For each value the last node that takes it; the value itself if none does.
    let mut last_use: Vec<usize> = (0..=count).collect();
    for (index, node) in diagram.nodes.iter().enumerate() {
        for value in &node.inputs {
            last_use[*value] = last_use[*value].max(index);
        }
    }
    Structure { diagram, last_use }.row(0..count, 0, 0)
}

struct Structure<'a> {
    diagram: &'a Diagram,
    last_use: Vec<usize>,
}

impl Structure<'_> {
    /// Takes nodes apart that begin with the value `entry`.
    fn row(&self, nodes: Range<usize>, entry: usize, depth: usize) -> Vec<Piece> {
        let takes_entry = |node: &usize| self.diagram.nodes[*node].inputs.contains(&entry);
        // The last use of the entry, and of all values made here but the newest.
        let mut held = nodes.clone().rev().find(takes_entry).unwrap_or(nodes.start);
        let (mut pieces, mut start, mut enters) = (Vec::new(), nodes.start, entry);
        for node in nodes.clone() {
            let value = node + 1;
            // After this node only its own value is needed.
            if held <= node || value == nodes.end {
                pieces.push(self.piece(start..value, enters, depth));
                (start, enters) = (value, value);
            }
            held = held.max(self.last_use[value]);
        }
        pieces
    }

    fn piece(&self, nodes: Range<usize>, entry: usize, depth: usize) -> Piece {
        if nodes.len() == 1 {
            return Piece::Node(nodes.start);
        }
        let fork = if depth < MOST_DEEP { self.fork(&nodes, entry, depth) } else { None };
        fork.unwrap_or_else(|| Piece::Web { pieces: self.web(&nodes, depth), nodes, entry })
    }

    /// The parts of a web: layers and, where possible, groups of layers that are taken apart like a network.
    fn web(&self, nodes: &Range<usize>, depth: usize) -> Vec<Piece> {
        let (mut pieces, mut end) = (Vec::new(), nodes.end);
        while end > nodes.start {
            let closed = if depth < MOST_DEEP { self.closed(nodes.start..end) } else { None };
            match closed {
                Some((start, entry)) if end - start < nodes.len() => {
                    let row = self.row(start..end, entry, depth + 1);
                    pieces.extend(row.into_iter().rev());
                    end = start;
                }
                _ => {
                    end -= 1;
                    pieces.push(Piece::Node(end));
                }
            }
        }
        pieces.reverse();
        pieces
    }

    /// The most of the last of these nodes that one value enters, and of which only the last value is used
    /// after them: where they start, and the value that enters.
    fn closed(&self, nodes: Range<usize>) -> Option<(usize, usize)> {
        let last = nodes.end - 1;
        let (mut found, mut needed) = (None, BTreeSet::new());
        for start in nodes.rev().take(MOST_BACK) {
            let value = start + 1;
            if start < last && self.last_use[value] > last {
                break;
            }
            needed.remove(&value);
            needed.extend(&self.diagram.nodes[start].inputs);
            if let (Some(entry), 1) = (needed.first(), needed.len()) {
                found = Some((start, *entry));
            }
        }
        found
    }

    /// Branches side by side, if these nodes are such.
    fn fork(&self, nodes: &Range<usize>, entry: usize, depth: usize) -> Option<Piece> {
        let join = nodes.end - 1;
        let mut ends: Vec<usize> = self.diagram.nodes[join].inputs.clone();
        ends.sort_unstable();
        ends.dedup();
        let skip = ends.contains(&entry);
        let (mut branches, mut start) = (vec![], nodes.start);
        for end in ends.into_iter().filter(|end| *end != entry) {
            if end <= start || end > join {
                return None;
            }
            let (branch, first) = (start..end, start);
            // Nothing in it comes from another branch.
            let closed = branch.clone().all(|node| {
                let inputs = &self.diagram.nodes[node].inputs;
                inputs.iter().all(|value| *value == entry || (*value > first && *value <= node))
            });
            if !closed {
                return None;
            }
            branches.push(self.row(branch, entry, depth + 1));
            start = end;
        }
        (start == join).then(|| Piece::Fork { branches, skip, join, nodes: nodes.clone() })
    }
}
