//! Statements that differ in numbers that grow, as one with an index.

use super::statement::{Body, Expression, Statement, Written, WrittenArg};
use crate::form::Argument;

/// What stands for the index in a label.
pub const INDEX: char = '\u{1}';

/// The fewest statements for which a loop is shorter, if they differ in their labels only, and if in other numbers, too.
const FEWEST: [usize; 2] = [3, 4];

/// The longest run of statements from the first one on that a loop stands for: how many these are, and the loop.
pub fn find(list: &[Statement]) -> Option<(usize, Statement)> {
    let [one, two, ..] = list else { return None };
    let first = first_number(one, two)?;
    let run = |count: usize| merged(&list[..count].iter().collect::<Vec<_>>(), first);
    // What begins a run is one, too.
    let mut count = 2;
    let mut what = run(count)?;
    let mut step = 1;
    while step > 0 {
        match (count + step <= list.len()).then(|| run(count + step)).flatten() {
            Some(longer) => (count, what, step) = (count + step, longer, 2 * step),
            None => step /= 2,
        }
    }
    let fewest = FEWEST[usize::from(computes(&what))];
    let body = Body::For { what: Box::new(what), first, end: first + count };
    (count >= fewest).then(|| (count, Statement::new(body)))
}

/// The number in the first label in which two statements differ.
fn first_number(one: &Statement, two: &Statement) -> Option<usize> {
    if one.label != two.label {
        return numbered(one.label.as_deref()?).map(|(_, number)| number);
    }
    let lists = one.lists().into_iter().flatten().zip(two.lists().into_iter().flatten());
    lists.into_iter().find_map(|(one, two)| first_number(one, two))
}

/// A label that ends with a number: what is before it, and the number.
fn numbered(label: &str) -> Option<(&str, usize)> {
    let stem = label.trim_end_matches(|char: char| char.is_ascii_digit());
    let digits = &label[stem.len()..];
    let plain = digits == "0" || !digits.starts_with('0');
    let safe = !stem.contains(['{', '}', '"', '\\']);
    (plain && safe).then(|| digits.parse().ok()).flatten().map(|number| (stem, number))
}

/// The statement of a loop whose index is `first` in the first of these.
fn merged(list: &[&Statement], first: usize) -> Option<Statement> {
    let labels: Vec<Option<&str>> = list.iter().map(|one| one.label.as_deref()).collect();
    let label = match labels[0] {
        own if labels.iter().all(|label| *label == own) => own.map(str::to_owned),
        own => {
            let (stem, _) = numbered(own?)?;
            let mut numbers = (first..).zip(&labels);
            let counted = numbers.all(|(number, label)| {
                label.and_then(numbered).is_some_and(|known| known == (stem, number))
            });
            counted.then(|| Some(format!("{stem}{INDEX}")))?
        }
    };
    let bodies: Vec<&Body> = list.iter().map(|one| &one.body).collect();
    Some(Statement { label, body: body(&bodies, first)? })
}

fn body(list: &[&Body], first: usize) -> Option<Body> {
    let lists = |of: fn(&Body) -> Option<&Vec<Statement>>| {
        let lists: Option<Vec<&Vec<Statement>>> = list.iter().map(|body| of(body)).collect();
        merged_lists(&lists?, first)
    };
    Some(match list[0] {
        Body::Call(_) => Body::Call(call(list, first)?),
        Body::Group { seq, .. } => {
            let items = lists(|body| match body {
                Body::Group { items, .. } => Some(items),
                _ => None,
            })?;
            let same =
                list.iter().all(|body| matches!(body, Body::Group { seq: own, .. } if own == seq));
            same.then_some(Body::Group { seq: *seq, items })?
        }
        Body::Residual { .. } => Body::Residual {
            main: lists(|body| match body {
                Body::Residual { main, .. } => Some(main),
                _ => None,
            })?,
            shortcut: lists(|body| match body {
                Body::Residual { shortcut, .. } => Some(shortcut),
                _ => None,
            })?,
        },
        Body::Join { branches, .. } => {
            let call = call(list, first)?;
            let merged = (0..branches.len()).map(|branch| {
                let lists = list.iter().map(|body| match body {
                    Body::Join { branches: own, .. } if own.len() == branches.len() => {
                        Some(&own[branch])
                    }
                    _ => None,
                });
                merged_lists(&lists.collect::<Option<Vec<_>>>()?, first)
            });
            Body::Join { call, branches: merged.collect::<Option<_>>()? }
        }
        own => list.iter().all(|body| *body == own).then(|| own.clone())?,
    })
}

fn merged_lists(lists: &[&Vec<Statement>], first: usize) -> Option<Vec<Statement>> {
    let count = lists[0].len();
    if lists.iter().any(|list| list.len() != count) {
        return None;
    }
    let statements = (0..count).map(|place| {
        let all: Vec<&Statement> = lists.iter().map(|list| &list[place]).collect();
        merged(&all, first)
    });
    statements.collect()
}

fn call(list: &[&Body], first: usize) -> Option<Written> {
    let calls = list.iter().map(|body| match body {
        Body::Call(call) | Body::Join { call, .. } => Some(call),
        _ => None,
    });
    let calls: Vec<&Written> = calls.collect::<Option<_>>()?;
    let own = calls[0];
    let same = |call: &&Written| call.keyword == own.keyword && call.args.len() == own.args.len();
    if !calls.iter().all(same) {
        return None;
    }
    let args = (0..own.args.len()).map(|place| {
        let args: Vec<&WrittenArg> = calls.iter().map(|call| &call.args[place]).collect();
        let known = args[0];
        let same = args.iter().all(|arg| arg.param == known.param && arg.named == known.named);
        let value = same.then(|| value(&args, first)).flatten()?;
        Some(WrittenArg { value, ..known.clone() })
    });
    Some(Written { args: args.collect::<Option<_>>()?, ..own.clone() })
}

/// A value that is the same, or grows by the same number.
fn value(args: &[&WrittenArg], first: usize) -> Option<Expression> {
    let own = &args[0].value;
    if args.iter().all(|arg| arg.value == *own) {
        return Some(own.clone());
    }
    let sizes = args.iter().map(|arg| match arg.value {
        Expression::Value(Argument::Size(size)) => Some(size),
        _ => None,
    });
    let sizes: Vec<usize> = sizes.collect::<Option<_>>()?;
    let step = sizes[1].checked_sub(sizes[0])?;
    if !sizes.windows(2).all(|pair| pair[1].checked_sub(pair[0]) == Some(step)) {
        return None;
    }
    let product = if step == 1 { "i".to_owned() } else { format!("{step} * i") };
    let before = step.checked_mul(first)?;
    Some(Expression::Param(match sizes[0] {
        start if start == before => product,
        start if start > before => format!("{product} + {}", start - before),
        start => format!("{product} - {}", before - start),
    }))
}

/// Whether a number is computed of the index.
fn computes(statement: &Statement) -> bool {
    let own = match &statement.body {
        Body::Call(call) | Body::Join { call, .. } => call.args.iter().any(|arg| {
            matches!(&arg.value, Expression::Param(text) if text.split(' ').any(|word| word == "i"))
        }),
        _ => false,
    };
    own || statement.lists().into_iter().flatten().any(computes)
}
