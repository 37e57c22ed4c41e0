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
            let what = Box::new(list[index].clone());
            list.splice(index..index + count, [Statement::new(Body::Repeat { what, count })]);
        } else if let Some((count, statement)) = loops::find(&list[index..]) {
            list.splice(index..index + count, [statement]);
        }
        index += 1;
    }
}
