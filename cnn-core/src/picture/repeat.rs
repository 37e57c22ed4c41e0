//! Items that follow each other and are alike become one with a count.

use alloc::string::String;
use alloc::vec::Vec;

use super::item::{Alike, Form, Item, Likeness};

/// The most items that are looked at as one period.
const LONGEST: usize = 8;

/// The items with repeats as one: first single items, then longer periods of what has become of
/// them. The time is linear, since periods are short.
pub(super) fn fold(items: Vec<Item>, alike: Alike) -> Vec<Item> {
    (1..=LONGEST).fold(items, |items, period| {
        if items.len() < 2 * period { items } else { fold_period(items, period, alike) }
    })
}

fn fold_period(items: Vec<Item>, period: usize, alike: Alike) -> Vec<Item> {
    let hash = |item: &Item| match alike {
        Alike::Exactly => item.likeness.exact,
        Alike::Loosely => item.likeness.labels,
    };
    let hashes: Vec<u64> = items.iter().map(hash).collect();
    // How many items from each place equal the one a period later.
    let same = equals(&hashes, period);

    let mut folded = Vec::new();
    let mut items = items.into_iter();
    let mut at = 0;
    while at < hashes.len() {
        let count = same.get(at).map_or(1, |same| same / period + 1);
        let boxes: usize =
            items.as_slice()[..period.min(hashes.len() - at)].iter().map(Item::boxes).sum();
        // Two single boxes in a row are as easily drawn as one with a count.
        if count == 1 || count * boxes < 3 {
            folded.extend(items.next());
            at += 1;
            continue;
        }
        let first: Vec<Item> = items.by_ref().take(period).collect();
        let last = items.by_ref().take(period * (count - 1)).last();
        at += period * count;
        folded.push(repeated(first, count, last));
    }
    folded
}

fn equals(hashes: &[u64], period: usize) -> Vec<usize> {
    let count = hashes.len().saturating_sub(period);
    let mut same = alloc::vec![0; count];
    for at in (0..count).rev() {
        if hashes[at] == hashes[at + period] {
            same[at] = 1 + same.get(at + 1).unwrap_or(&0);
        }
    }
    same
}

/// Items that come `count` times in a row; `last` is the very last one.
fn repeated(mut items: Vec<Item>, count: usize, last: Option<Item>) -> Item {
    let start = items.first().map_or(0, |item| item.nodes.start);
    let nodes = start..last.map_or(start, |item| item.nodes.end);
    let likeness = Likeness::START.number(count as u64).all(&items);
    let single =
        matches!(&items[..], [Item { form: Form::Unit { .. } | Form::Frame { .. }, count: 1, .. }]);
    let form = match items.pop() {
        Some(item) if single => item.form,
        item => {
            items.extend(item);
            Form::Frame { scope: String::new(), items }
        }
    };
    Item { form, nodes, count, likeness }
}
