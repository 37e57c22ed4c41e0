//! Pieces of a network become items: scopes become frames, and layers in a row one box.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::diagram::{Amount, Diagram, DiagramNode};
use super::item::{Alike, Form, Item, Likeness, Row, mix};
use super::repeat;
use super::structure::Piece;
use crate::facts::Family;

/// The most layers in one box.
const MOST_IN_A_UNIT: usize = 6;

/// The most connections beside each other that can be told apart.
const MOST_LANES: usize = 16;

/// The items of a whole network.
pub(super) fn items(
    diagram: &Diagram,
    pieces: &[Piece],
    likeness: &[Likeness],
    alike: Alike,
) -> Vec<Item> {
    Fold { diagram, likeness, alike }.row(pieces, 0)
}

struct Fold<'a> {
    diagram: &'a Diagram,
    /// That of each layer.
    likeness: &'a [Likeness],
    alike: Alike,
}

impl<'a> Fold<'a> {
    fn node(&self, index: usize) -> &'a DiagramNode {
        &self.diagram.nodes[index]
    }

    fn family(&self, index: usize) -> Family {
        self.node(index).family()
    }

    /// Pieces in a row, whose names have the first `scope` bytes in common: a scope with its dot.
    fn row(&self, mut pieces: &[Piece], scope: usize) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        // Whether norms and activations come before the layer that they belong to.
        let mut before = false;
        while let Some((piece, others)) = pieces.split_first() {
            let item = match self.inner(piece, scope) {
                Some(inner) => {
                    let name = |piece: &Piece| self.node(piece.nodes().start).name.get(..inner);
                    let first = name(piece);
                    let same = |piece: &&Piece| {
                        self.inner(piece, scope) == Some(inner) && name(piece) == first
                    };
                    let (inside, others) = pieces.split_at(pieces.iter().take_while(same).count());
                    pieces = others;
                    self.frame(inside, inner)
                }
                None => {
                    pieces = others;
                    self.piece(piece, scope)
                }
            };
            if items.is_empty() {
                before = self.is_light(&item) && self.family(item.nodes.start) == Family::Norm;
            }
            self.add(item, before, &mut items);
        }
        repeat::fold(items, self.alike)
    }

    /// Adds an item, as a part of the one before it where they belong together.
    fn add(&self, mut item: Item, before: bool, items: &mut Vec<Item>) {
        let Some(last) = items.last_mut() else { return items.push(item) };
        let room = last.nodes.len() + item.nodes.len() <= MOST_IN_A_UNIT;
        let (last_is_light, is_light) = (self.is_light(last), self.is_light(&item));
        match (&mut last.form, &mut item.form) {
            // Layers before the head wait for it.
            (Form::Unit { head, scope }, Form::Unit { head: new, scope: own })
                if room && last_is_light && (own.is_empty() || is_light) =>
            {
                (*head, *scope) = (*new, String::new());
                last.nodes.end = item.nodes.end;
                last.likeness = self.unit(last.nodes.clone());
            }
            (Form::Unit { scope, .. }, Form::Unit { .. }) if room && is_light && !before => {
                scope.clear();
                last.nodes.end = item.nodes.end;
                last.likeness = self.unit(last.nodes.clone());
            }
            (Form::Fork { join, .. }, Form::Unit { .. })
                if is_light && join.len() < MOST_IN_A_UNIT && !before =>
            {
                join.end = item.nodes.end;
                last.nodes.end = item.nodes.end;
                last.likeness = last.likeness.with(item.likeness);
            }
            _ => items.push(item),
        }
    }

    /// Whether it only consists of layers that belong to another one.
    fn is_light(&self, item: &Item) -> bool {
        matches!(item.form, Form::Unit { .. })
            && item.nodes.clone().all(|node| is_light(self.family(node)))
    }

    fn piece(&self, piece: &Piece, scope: usize) -> Item {
        let nodes = piece.nodes();
        let (form, likeness) = match piece {
            Piece::Node(head) => {
                (Form::Unit { head: *head, scope: String::new() }, self.unit(nodes.clone()))
            }
            Piece::Fork { branches, skip, join, .. } => {
                let branches: Vec<_> =
                    branches.iter().map(|branch| self.row(branch, scope)).collect();
                let mut likeness = Likeness::START.number(1 + u64::from(*skip));
                for branch in &branches {
                    likeness = likeness.all(branch);
                }
                let likeness = likeness.with(self.unit(*join..join + 1));
                (Form::Fork { branches, skip: *skip, join: *join..join + 1 }, likeness)
            }
            Piece::Web { pieces, nodes, entry } => self.web(pieces, nodes, *entry),
        };
        Item { form, nodes, count: 1, likeness }
    }

    /// A scope; `scope` is the length of its name with the dot.
    fn frame(&self, inside: &[Piece], scope: usize) -> Item {
        let mut items = self.row(inside, scope);
        let first = inside.first().map_or(0, |piece| piece.nodes().start);
        let name = self.node(first).name[..scope - 1].to_owned();
        let nodes = first..inside.last().map_or(first, |piece| piece.nodes().end);
        let is_one = matches!(
            &items[..],
            [Item { count: 1, form: Form::Unit { .. } | Form::Frame { .. }, .. }]
        );
        if is_one && let Some(mut item) = items.pop() {
            match &mut item.form {
                Form::Unit { scope, .. } if scope.is_empty() => *scope = name,
                Form::Frame { scope, .. } if scope.is_empty() => *scope = name,
                _ => {}
            }
            return item;
        }
        // Several times the same in a scope: the scope has the count.
        let likeness = Likeness::START.number(3).all(&items);
        let (items, count) = match <[Item; 1]>::try_from(items) {
            Ok([Item { form: Form::Frame { scope, items }, count, .. }]) if scope.is_empty() => {
                (items, count)
            }
            Ok([item]) => (vec![item], 1),
            Err(items) => (items, 1),
        };
        Item { form: Form::Frame { scope: name, items }, nodes, count, likeness }
    }

    /// The scope that a piece is in directly below another one, as the length of its name with its
    /// dot.
    fn inner(&self, piece: &Piece, scope: usize) -> Option<usize> {
        let nodes = piece.nodes();
        let name = &self.node(nodes.start).name;
        let end = scope + name.get(scope..)?.find('.')? + 1;
        let inside = |node: usize| self.node(node).name.get(..end) == name.get(..end);
        nodes.into_iter().all(inside).then_some(end)
    }

    /// Chains that take each other's values.
    fn web(&self, pieces: &[Piece], nodes: &Range<usize>, entry: usize) -> (Form, Likeness) {
        let mut uses = vec![0; nodes.len()];
        for value in pieces.iter().flat_map(|piece| self.inputs(piece)) {
            if value > nodes.start {
                uses[value - 1 - nodes.start] += 1;
            }
        }
        // A chain ends where its value goes anywhere but to the next piece alone.
        let continues = |piece: &Piece| {
            let start = piece.nodes().start;
            start > nodes.start
                && self.inputs(piece) == [start]
                && uses[start - 1 - nodes.start] == 1
        };
        let chains: Vec<&[Piece]> = pieces.chunk_by(|_, next| continues(next)).collect();
        let starts: Vec<usize> = chains.iter().map(|chain| chain[0].nodes().start).collect();
        let mut likeness = Likeness::START.number(4);
        let mut rows = Vec::new();
        for chain in chains {
            let items = self.row(chain, 0);
            likeness = likeness.all(&items);
            let mut row = Row { items, follows: false, from: Vec::new() };
            for value in self.inputs(&chain[0]) {
                let from = if value == entry || value <= nodes.start {
                    0
                } else {
                    starts.partition_point(|start| *start < value)
                };
                likeness = likeness.number((rows.len() + 1 - from) as u64);
                if from == rows.len() {
                    row.follows = true;
                } else {
                    row.from.push((from, 0));
                }
            }
            rows.push(row);
        }
        let lanes = lanes(&mut rows);
        (Form::Web { rows, lanes }, likeness)
    }

    /// The values that a piece takes. Only a layer takes several: where a piece of more begins, it takes its
    /// entry.
    fn inputs(&self, piece: &Piece) -> Vec<usize> {
        let mut inputs = self.node(piece.nodes().start).inputs.clone();
        inputs.sort_unstable();
        inputs.dedup();
        inputs
    }

    /// The likeness of layers in a row.
    fn unit(&self, nodes: Range<usize>) -> Likeness {
        self.likeness[nodes].iter().fold(Likeness::START, |sum, node| sum.with(*node))
    }
}

/// The likeness of each layer.
pub(super) fn likeness(diagram: &Diagram) -> Vec<Likeness> {
    let amount = |hash, amount: &Amount| match amount {
        Amount::Known(number) => mix(hash, *number),
        Amount::Formula(formula) => text(hash, formula),
    };
    let of = |node: &DiagramNode| {
        let kind = node.kind.map_or(u64::MAX, |kind| kind as u64);
        let kinds = mix(Likeness::START.kinds, kind);
        let labels = text(kinds, &node.label);
        let exact = node.output.text.iter().fold(labels, |hash, size| text(hash, size));
        Likeness { exact: amount(amount(exact, &node.params), &node.macs), labels, kinds }
    };
    diagram.nodes.iter().map(of).collect()
}

/// Gives each connection of a web a lane in which no other one runs. Those for which there is none
/// are left out. Returns how many lanes there are.
fn lanes(rows: &mut [Row]) -> usize {
    // For each lane the row up to which it is taken.
    let mut taken: Vec<usize> = Vec::new();
    for (index, row) in rows.iter_mut().enumerate() {
        // From where the last one left, values that leave at the same place share a lane.
        row.from.retain_mut(|(from, lane)| {
            let free = taken.iter().position(|until| until <= from);
            *lane = match free {
                Some(free) => free,
                None if taken.len() < MOST_LANES => {
                    taken.push(0);
                    taken.len() - 1
                }
                None => return false,
            };
            taken[*lane] = index + 1;
            true
        });
    }
    taken.len()
}

fn text(hash: u64, text: &str) -> u64 {
    text.bytes().fold(mix(hash, 7), |hash, byte| mix(hash, u64::from(byte)))
}

/// Whether a layer is drawn in the box of another one: it keeps the shape, or flattens it.
fn is_light(family: Family) -> bool {
    match family {
        Family::Norm | Family::Scale | Family::Activation | Family::Softmax | Family::Pass => true,
        Family::Conv
        | Family::Linear
        | Family::Pool
        | Family::Join
        | Family::Arrange
        | Family::Scope => false,
    }
}
