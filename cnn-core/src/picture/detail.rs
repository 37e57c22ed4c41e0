//! How much of a network is drawn: as much as a picture holds.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::diagram::Diagram;
use super::fold;
use super::item::{Alike, Form, Item, Likeness, boxes};
use super::structure::Piece;

/// The boxes that a picture has at best, so that one sees it as a whole.
const FEW: usize = 20;

/// The boxes below each other that a picture has at most, or half of all its boxes. It is enough for each kind
/// of block of most networks.
const MOST: usize = 36;

/// The items in a row that are drawn of a network with more boxes.
const ROW: usize = 24;

/// How many blocks are tried to be opened again, and of how large networks, which bounds the time.
const MOST_TRIES: usize = 40;
const MOST_LAYERS: usize = 4_000;

/// The most chains of a web that are drawn.
const MOST_CHAINS: usize = 32;

/// The most columns beside each other that are still readable on a phone.
const MOST_COLUMNS: usize = 6;

/// The items of a network, in as much detail as a picture holds.
pub(super) fn folded(diagram: &Diagram, pieces: &[Piece]) -> Vec<Item> {
    let likeness = fold::likeness(diagram);
    let exact = fold::items(diagram, pieces, &likeness, Alike::Exactly);
    let few = |whole: &[Item]| (boxes(whole) <= FEW).then(|| Reduce::new(diagram).row(whole, 0));
    if let Some(items) = few(&exact) {
        return items;
    }
    let loose = fold::items(diagram, pieces, &likeness, Alike::Loosely);
    few(&loose).unwrap_or_else(|| {
        let mut reduce = Reduce { once: true, ..Reduce::new(diagram) };
        let mut items = reduce.drawn(&loose);
        while reduce.leave_out(size(&items)) {
            items = reduce.drawn(&loose);
        }
        // Nothing is left out but for need: with the outer blocks closed, there may be room for inner ones.
        let tries =
            if diagram.nodes.len() > MOST_LAYERS { 0 } else { reduce.closed.len().min(MOST_TRIES) };
        for _ in 0..tries {
            let Some(kinds) = reduce.closed.pop() else { break };
            let opened = reduce.drawn(&loose);
            if size(&opened) <= MOST {
                items = opened;
            } else {
                reduce.closed.insert(0, kinds);
            }
        }
        items
    })
}

/// What is left out of a picture.
struct Reduce<'a> {
    diagram: &'a Diagram,
    /// Whether a scope is drawn only once if there are others like it.
    once: bool,
    /// How many items in a row are drawn.
    most_in_row: usize,
    /// The kinds of blocks of which only the name is drawn, in the order in which they were closed.
    closed: Vec<u64>,
    /// The blocks that are drawn.
    opened: Vec<Opened>,
    /// The scopes that are drawn or named: for each likeness of kinds, those with other labels.
    seen: BTreeMap<u64, Vec<(String, Range<usize>)>>,
    /// Whether branches are side by side here: then short ones are not worth a reference.
    beside: bool,
}

/// A block that is drawn with what is in it.
struct Opened {
    kinds: u64,
    /// How many blocks it is in.
    depth: usize,
    size: usize,
}

impl<'a> Reduce<'a> {
    /// Nothing is left out but what there is no room for beside each other.
    fn new(diagram: &'a Diagram) -> Self {
        Reduce {
            diagram,
            once: false,
            most_in_row: usize::MAX,
            closed: Vec::new(),
            opened: Vec::new(),
            seen: BTreeMap::new(),
            beside: false,
        }
    }

    /// What is drawn of a network.
    fn drawn(&mut self, items: &[Item]) -> Vec<Item> {
        self.opened.clear();
        self.seen.clear();
        self.row(items, 0)
    }

    /// Leaves out more, if there are too many boxes: first the middle of long rows, then blocks, the innermost
    /// first and of these the last ones, as many as needed. Gives whether there was something to leave out.
    fn leave_out(&mut self, mut size: usize) -> bool {
        if size <= MOST {
            return false;
        }
        if self.most_in_row > ROW {
            self.most_in_row = ROW;
            return true;
        }
        let opened = core::mem::take(&mut self.opened);
        let Some(depth) = opened.iter().map(|block| block.depth).max() else { return false };
        for block in opened.iter().rev().filter(|block| block.depth == depth) {
            if size > MOST {
                self.closed.push(block.kinds);
                size = size.saturating_sub(block.size.saturating_sub(1));
            }
        }
        true
    }

    fn row(&mut self, items: &[Item], depth: usize) -> Vec<Item> {
        if items.len() <= self.most_in_row {
            return items.iter().flat_map(|item| self.with_exit(item, depth)).collect();
        }
        // The beginning, what is left out as one card, and the end.
        let (begin, end) = (self.most_in_row * 2 / 3, self.most_in_row / 3 - 1);
        let middle = &items[begin..items.len() - end];
        let nodes = middle[0].nodes.start..items[items.len() - end].nodes.start;
        let form = Form::Card { scope: String::new(), like: None };
        let likeness = Likeness::START.number(5).all(middle);
        let begin: Vec<Item> = items[..begin].iter().map(|item| self.item(item, depth)).collect();
        let mut row = begin;
        row.push(Item { form, nodes, count: 1, likeness });
        row.extend(items[items.len() - end..].iter().flat_map(|item| self.with_exit(item, depth)));
        row
    }

    /// An item; if only its name is drawn, it is followed by the place where several outputs leave.
    fn with_exit(&mut self, item: &Item, depth: usize) -> Vec<Item> {
        let mut item = self.item(item, depth);
        let last = item.nodes.end - 1;
        let is_exit =
            last + 1 == self.diagram.nodes.len() && self.diagram.nodes[last].kind.is_none();
        if !is_exit || !matches!(item.form, Form::Card { .. }) || item.nodes.len() < 2 {
            return vec![item];
        }
        item.nodes.end = last;
        let form = Form::Unit { head: last, scope: String::new() };
        let likeness = Likeness::START.number(6);
        vec![item, Item { form, nodes: last..last + 1, count: 1, likeness }]
    }

    fn item(&mut self, item: &Item, depth: usize) -> Item {
        let boxes = item.boxes();
        if boxes == 1 && matches!(item.form, Form::Unit { .. } | Form::Card { .. }) {
            return item.clone();
        }
        // However often it is repeated.
        let kinds = match &item.form {
            Form::Frame { items, .. } => Likeness::START.all(items).kinds,
            _ => item.likeness.kinds,
        };
        if self.once
            && boxes > if self.beside { 3 } else { 1 }
            && let Form::Frame { scope, .. } = &item.form
            && !scope.is_empty()
        {
            if let Some(like) = self.like(kinds, item) {
                return self.card(item, Some(like));
            }
            self.seen.entry(kinds).or_default().push((scope.clone(), item.once()));
        }
        if self.closed.contains(&kinds) {
            return self.card(item, None);
        }
        let form = match &item.form {
            Form::Frame { scope, items } => {
                let items = self.row(items, depth + 1);
                if let [Item { form: Form::Card { like: None, .. }, .. }] = &items[..] {
                    return self.card(item, None);
                }
                Form::Frame { scope: scope.clone(), items }
            }
            Form::Fork { branches, skip, join } => {
                let outside = self.beside;
                self.beside = branches.len() > 1;
                let branches: Vec<Vec<Item>> =
                    branches.iter().map(|branch| self.row(branch, depth + 1)).collect();
                self.beside = outside;
                if columns(&branches) > MOST_COLUMNS {
                    return self.card(item, None);
                }
                Form::Fork { branches, skip: *skip, join: join.clone() }
            }
            Form::Web { rows, lanes } => {
                if rows.len() > MOST_CHAINS {
                    return self.card(item, None);
                }
                let mut rows = rows.clone();
                for row in &mut rows {
                    row.items = self.row(&row.items, depth + 1);
                }
                Form::Web { rows, lanes: *lanes }
            }
            Form::Unit { .. } | Form::Card { .. } => item.form.clone(),
        };
        let item = item.drawn_as(form);
        self.opened.push(Opened { kinds, depth, size: size(core::slice::from_ref(&item)) });
        item
    }

    /// What an item is like, of the scopes that came before it: `layer1`, and in what it differs, if it does.
    fn like(&self, kinds: u64, item: &Item) -> Option<String> {
        let labels =
            |nodes: Range<usize>| self.diagram.nodes[nodes].iter().map(|node| &node.label[..]);
        let once = item.once();
        let differences = self.seen.get(&kinds)?.iter().filter_map(|(scope, nodes)| {
            if nodes.len() != once.len() {
                return None;
            }
            let differences = differences(labels(nodes.clone()).zip(labels(once.clone())));
            (differences.len() <= MOST_DIFFERENCES).then_some((scope, differences))
        });
        let (scope, differences) = differences.min_by_key(|(_, differences)| differences.len())?;
        Some(match &differences[..] {
            [] => scope.clone(),
            some => [scope, ", ", &some.join(", ")].concat(),
        })
    }

    /// An item of which only the name is drawn.
    fn card(&self, item: &Item, like: Option<String>) -> Item {
        let scope = match item.scope() {
            "" => self.common_scope(item),
            scope => scope.to_owned(),
        };
        item.drawn_as(Form::Card { scope, like })
    }

    /// The scope that all layers of an item are in.
    fn common_scope(&self, item: &Item) -> String {
        let names = self.diagram.nodes[item.nodes.clone()].iter().map(|node| &node.name[..]);
        let common = names.reduce(|common, name| {
            let same = common.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
            // A byte that both names have may be a part of a character.
            common.get(..same).unwrap_or("")
        });
        let scope = common.unwrap_or("").rsplit_once('.');
        scope.map_or(String::new(), |(scope, _)| scope.to_owned())
    }
}

/// In how many ways what is like something else may differ from it.
const MOST_DIFFERENCES: usize = 2;

/// The words in which the second labels differ from the first ones: `5×5`.
fn differences<'a>(labels: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (before, after) in labels.filter(|(before, after)| before != after) {
        let [before, after] = [before, after].map(|label| label.split(' ').collect::<Vec<_>>());
        let new = after.iter().filter(|word| !before.contains(word));
        let mut words: Vec<String> = new.map(|word| (*word).to_owned()).collect();
        if words.len() < before.iter().filter(|word| !after.contains(word)).count() {
            let gone = before.iter().filter(|word| !after.contains(word));
            let gone = gone.map(|word| match word.strip_prefix('/') {
                // Without it, a stride is 1.
                Some(_) => "/1".to_owned(),
                None => ["no ", word].concat(),
            });
            words.extend(gone.skip(words.len()));
        }
        for word in words {
            if !found.contains(&word) {
                found.push(word);
            }
        }
    }
    found
}

/// How much of a picture items take.
fn size(items: &[Item]) -> usize {
    rows(items).max(boxes(items) / 2)
}

/// How many boxes are below each other.
fn rows(items: &[Item]) -> usize {
    let of = |item: &Item| match &item.form {
        Form::Unit { .. } | Form::Card { .. } => 1,
        Form::Frame { items, .. } => rows(items),
        Form::Fork { branches, .. } => {
            1 + branches.iter().map(|branch| rows(branch)).max().unwrap_or(0)
        }
        Form::Web { rows: chains, .. } => chains.iter().map(|chain| rows(&chain.items)).sum(),
    };
    items.iter().map(of).sum()
}

/// How many columns branches take beside each other.
fn columns(branches: &[Vec<Item>]) -> usize {
    let of = |item: &Item| match &item.form {
        Form::Unit { .. } | Form::Card { .. } => 1,
        Form::Fork { branches, .. } => columns(branches),
        Form::Frame { items, .. } => columns(core::slice::from_ref(items)),
        Form::Web { rows, .. } => {
            rows.iter().map(|row| columns(core::slice::from_ref(&row.items))).max().unwrap_or(1)
        }
    };
    branches.iter().map(|branch| branch.iter().map(of).max().unwrap_or(1)).sum()
}
