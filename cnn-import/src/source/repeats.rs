//! What follows itself, as repeats and loops.

use super::loops;
use super::statement::{Body, Statement};

/// Replaces equal calls that follow each other, and statements that differ in numbers only.
pub fn find(list: &mut Vec<Statement>) {
    for inner in list.iter_mut().flat_map(Statement::lists_mut) {
        find(inner);
    }
    let mut index = 0;
    while index < list.len() {
        let count = list[index..].iter().take_while(|next| **next == list[index]).count();
        let call = matches!(&list[index].body, Body::Call(call) if call.kind.is_none() || !call.args.is_empty());
        if count > 1 && call && list[index].label.is_none() {
            let what = vec![list[index].clone()];
            list.splice(index..index + count, [Statement::new(Body::Repeat { what, count })]);
        } else if let Some((count, statement)) = loops::find(&list[index..]) {
            list.splice(index..index + count, [statement]);
        }
        index += 1;
    }
    let mut index = 0;
    while index < list.len() {
        if let Some((length, count)) = cycle(&list[index..]) {
            let what = list[index..index + length].to_vec();
            let all = index..index + length * count;
            list.splice(all, [Statement::new(Body::Repeat { what, count })]);
        }
        index += 1;
    }
}

/// The most statements that a loop has, and the fewest times that it runs.
const LONGEST: usize = 4;
const FEWEST: usize = 3;

/// How many of these statements follow themselves, and how often they are there.
fn cycle(list: &[Statement]) -> Option<(usize, usize)> {
    let mut lengths = 2..=LONGEST.min(list.len() / FEWEST);
    lengths.find_map(|length| {
        let what = &list[..length];
        let is_plain = |one: &Statement| {
            one.label.is_none() && matches!(one.body, Body::Call(_) | Body::Repeat { .. })
        };
        let count = list.chunks(length).take_while(|next| *next == what).count();
        (count >= FEWEST && what.iter().all(is_plain)).then_some((length, count))
    })
}
