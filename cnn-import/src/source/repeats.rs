//! What follows itself, as repeats and loops.

use super::statement::{Body, Statement};

/// The fewest calls for which a loop is shorter.
const FEWEST: usize = 3;

/// Replaces equal calls that follow each other.
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
        } else if let Some((stem, first)) = numbered(&list[index]) {
            let same = list[index..].iter().enumerate().take_while(|(place, next)| {
                next.body == list[index].body && numbered(next) == Some((stem, first + place))
            });
            let count = same.count();
            if count >= FEWEST && matches!(list[index].body, Body::Call(_)) {
                let what = Box::new(Statement {
                    label: Some(stem.to_owned()),
                    body: list[index].body.clone(),
                });
                let body = Body::For { what, first, end: first + count };
                list.splice(index..index + count, [Statement::new(body)]);
            }
        }
        index += 1;
    }
}

/// A label that ends with a number: what is before it, and the number.
fn numbered(statement: &Statement) -> Option<(&str, usize)> {
    let label = statement.label.as_deref()?;
    let stem = label.trim_end_matches(|char: char| char.is_ascii_digit());
    let digits = &label[stem.len()..];
    let plain = digits == "0" || !digits.starts_with('0');
    let safe = !stem.contains(['{', '}', '"', '\\']);
    (plain && safe).then(|| digits.parse().ok()).flatten().map(|number| (stem, number))
}
