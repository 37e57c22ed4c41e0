//! How much of a network is drawn: as much as a picture holds.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::diagram::Diagram;
use super::fold;
use super::item::{Alike, Form, Item, Likeness, boxes};
use super::structure;

/// The boxes that a picture has at best, so that one sees it as a whole.
const FEW: usize = 20;

/// The boxes that a picture has at most, if there would be too little in it otherwise.
const MOST: usize = 36;

/// What is left out.
struct Detail {
    alike: Alike,
    /// Whether a scope is drawn only once if there are others like it.
    once: bool,
    /// How many scopes and branches deep it goes.
    depth: usize,
    /// How many items in a row are drawn.
    row: usize,
}

/// The most chains of a web that are drawn.
const MOST_CHAINS: usize = 32;

/// From everything to almost nothing. The last one is small for any network.
const DETAILS: [Detail; 8] = {
    const ALL: Detail =
        Detail { alike: Alike::Exactly, once: false, depth: usize::MAX, row: usize::MAX };
    const ONCE: Detail = Detail { alike: Alike::Loosely, once: true, ..ALL };
    [
        ALL,
        Detail { alike: Alike::Loosely, ..ALL },
        ONCE,
        Detail { depth: 4, row: 24, ..ONCE },
        Detail { depth: 3, row: 24, ..ONCE },
        Detail { depth: 2, row: 24, ..ONCE },
        Detail { depth: 1, row: 16, ..ONCE },
        Detail { depth: 0, row: 24, ..ONCE },
    ]
};

/// The items of a network, in as much detail as a picture holds.
pub(super) fn folded(diagram: &Diagram) -> Vec<Item> {
    let pieces = structure::pieces(diagram);
    let likeness = fold::likeness(diagram);
    let exact = fold::items(diagram, &pieces, &likeness, Alike::Exactly);
    if boxes(&exact) <= FEW {
        return exact;
    }
    let loose = fold::items(diagram, &pieces, &likeness, Alike::Loosely);
    let mut items = Vec::new();
    for detail in &DETAILS[1..] {
        let whole = match detail.alike {
            Alike::Exactly => &exact,
            Alike::Loosely => &loose,
        };
        items = Reduce { diagram, detail, seen: BTreeMap::new(), beside: false }.row(whole, 0);
        // Nothing is hidden but for need.
        if boxes(&items) <= if detail.once { MOST } else { FEW } {
            break;
        }
    }
    items
}

struct Reduce<'a> {
    diagram: &'a Diagram,
    detail: &'a Detail,
    /// The scopes that have been drawn.
    seen: BTreeMap<u64, String>,
    /// Whether branches stand side by side here: then short ones are not worth a reference.
    beside: bool,
}

impl Reduce<'_> {
    fn row(&mut self, items: &[Item], depth: usize) -> Vec<Item> {
        if items.len() <= self.detail.row {
            return items.iter().flat_map(|item| self.with_exit(item, depth)).collect();
        }
        // The beginning, what is left out as one card, and the end.
        let (begin, end) = (self.detail.row * 2 / 3, self.detail.row / 3 - 1);
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

    /// An item; if only its name is drawn, the place where several outputs leave stands after it.
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
        if depth >= self.detail.depth {
            return self.card(item, None);
        }
        let form = match &item.form {
            Form::Frame { scope, items } => {
                if self.detail.once && !scope.is_empty() && boxes > 1 + usize::from(self.beside) {
                    // However often it is repeated.
                    let kinds = Likeness::START.all(items).kinds;
                    if let Some(like) = self.seen.get(&kinds) {
                        return self.card(item, Some(like.clone()));
                    }
                    self.seen.insert(kinds, scope.clone());
                }
                let items = self.row(items, depth + 1);
                if let [Item { form: Form::Card { like: None, .. }, .. }] = &items[..] {
                    return self.card(item, None);
                }
                Form::Frame { scope: scope.clone(), items }
            }
            Form::Fork { branches, skip, join } => {
                if branches.len() > self.detail.row {
                    return self.card(item, None);
                }
                let outside = self.beside;
                self.beside = branches.len() > 1;
                let branches = branches.iter().map(|branch| self.row(branch, depth + 1)).collect();
                self.beside = outside;
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
        Item { form, ..item.clone() }
    }

    /// An item of which only the name is drawn.
    fn card(&self, item: &Item, like: Option<String>) -> Item {
        let scope = match item.scope() {
            "" => self.common_scope(item),
            scope => scope.to_owned(),
        };
        Item { form: Form::Card { scope, like }, ..item.clone() }
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
