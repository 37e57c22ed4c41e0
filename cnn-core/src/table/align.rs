//! Which layers of two networks correspond to each other.

use alloc::vec;
use alloc::vec::Vec;

use super::Line;
use crate::network::{Edges, Row};

/// Pairs of lines that correspond to each other, in their order on both sides, as indices: those with the largest total
/// likeness. A line is in one pair at most.
///
/// This is an alignment of two sequences, found in linear memory with [Hirschberg's algorithm].
///
/// [Hirschberg's algorithm]: https://en.wikipedia.org/wiki/Hirschberg%27s_algorithm
pub(super) fn align(before: &[Line], after: &[Line]) -> Vec<(usize, usize)> {
    let same = |(a, b): &(&Line, &Line)| likeness(a, b) == SAME;
    // What is the same at both ends needs no search.
    let start = before.iter().zip(after).take_while(same).count();
    let (a, b) = (&before[start..], &after[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(same).count();
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|line| (line, line)).collect();
    pair(&a[..a.len() - end], &b[..b.len() - end], (start, start), &mut pairs);
    pairs.extend((0..end).rev().map(|left| (before.len() - 1 - left, after.len() - 1 - left)));
    pairs
}

/// The likeness of two lines with the same name, keyword and numbers.
const SAME: usize = 10;

/// The likeness of two lines; 0 if they do not correspond to each other.
fn likeness(a: &Line, b: &Line) -> usize {
    let (name, numbers) = (a.name == b.name, same_numbers(&a.row, &b.row));
    match (a.kind, b.kind) {
        // Scopes with other names are other parts, unless they are the same in all but name.
        (None, None) if !name && !numbers => 0,
        (a, b) if a == b => 4 + 4 * usize::from(name) + 2 * usize::from(numbers),
        // Another layer in the same place.
        (Some(_), Some(_)) => {
            let shapes = a.row.input == b.row.input && a.row.output == b.row.output;
            usize::from(name) + usize::from(shapes)
        }
        _ => usize::from(name),
    }
}

/// Whether two rows differ in their names and connections at most.
pub(super) fn same_numbers(a: &Row, b: &Row) -> bool {
    let numbers = |row: &Row| Row { name: "", inputs: Edges::NONE, nested: None, ..*row };
    numbers(a) == numbers(b)
}

/// Adds the pairs of two sequences that begin at `start` of the whole ones.
fn pair(a: &[Line], b: &[Line], start: (usize, usize), pairs: &mut Vec<(usize, usize)>) {
    match a {
        [] => {}
        [line] => {
            let mut best = (0, 0);
            for (index, other) in b.iter().enumerate() {
                let likeness = likeness(line, other);
                if likeness > best.0 {
                    best = (likeness, index);
                }
            }
            if best.0 > 0 {
                pairs.push((start.0, start.1 + best.1));
            }
        }
        _ => {
            // The first half goes with the first lines of `b`, the second half with the others.
            let half = a.len() / 2;
            let first = most_alike(a[..half].iter(), || b.iter());
            let second = most_alike(a[half..].iter().rev(), || b.iter().rev());
            let alike = |split: usize| first[split] + second[b.len() - split];
            let split = (0..=b.len()).rev().max_by_key(|split| alike(*split)).unwrap_or(0);
            pair(&a[..half], &b[..split], start, pairs);
            pair(&a[half..], &b[split..], (start.0 + half, start.1 + split), pairs);
        }
    }
}

/// How much `a` has in common with the first 0, 1, 2, … lines of `b`.
fn most_alike<'l, B: Iterator<Item = &'l Line>>(
    a: impl Iterator<Item = &'l Line>,
    b: impl Fn() -> B,
) -> Vec<usize> {
    let mut most = vec![0; b().count() + 1];
    for line in a {
        // What `most` was before this line, one place to the left.
        let mut left = 0;
        for (index, other) in b().enumerate() {
            let likeness = likeness(line, other);
            let paired = if likeness > 0 { left + likeness } else { 0 };
            left = most[index + 1];
            most[index + 1] = left.max(most[index]).max(paired);
        }
    }
    most
}
