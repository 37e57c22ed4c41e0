//! The values of iterations, and the matching of patterns.

use std::rc::Rc;

use crate::lower::environment::{Environment, Variable};
use crate::lower::{Lowering, known};
use crate::report::place::NodeId;
use crate::report::wording::counted;
use crate::syntax::ast::{Adapter, Pattern, Sequence, Source};
use crate::value::known::Value;
use crate::value::scope::{Binding, Place};

/// The values that an iteration goes through. There may be many, so each is made when it is its turn.
enum Items {
    Range {
        first: usize,
        count: usize,
    },
    List(Rc<[Binding]>),
    Reversed(Box<Items>),
    /// The first of them and then every so many, as many as there are and may be.
    Picked {
        of: Box<Items>,
        first: usize,
        step: usize,
        most: usize,
    },
    Numbered(Box<Items>),
    Pairs(Box<Items>, Box<Items>),
}

impl Items {
    fn len(&self) -> usize {
        match self {
            Items::Range { count, .. } => *count,
            Items::List(list) => list.len(),
            Items::Reversed(of) | Items::Numbered(of) => of.len(),
            Items::Picked { of, first, step, most } => {
                of.len().saturating_sub(*first).div_ceil(*step).min(*most)
            }
            Items::Pairs(left, right) => left.len().min(right.len()),
        }
    }

    fn get(&self, index: usize) -> Binding {
        match self {
            Items::Range { first, .. } => Binding::known(&Value::int(first + index)),
            Items::List(list) => list[index].clone(),
            Items::Reversed(of) => of.get(of.len() - 1 - index),
            Items::Picked { of, first, step, .. } => of.get(first + index * step),
            Items::Numbered(of) => {
                Binding::List([Binding::known(&Value::int(index)), of.get(index)].into())
            }
            Items::Pairs(left, right) => Binding::List([left.get(index), right.get(index)].into()),
        }
    }
}

impl<'a> Lowering<'a, '_, '_> {
    /// The environments of the turns of an iteration. `None` after an error.
    pub(super) fn iterations(
        &mut self,
        pattern: &'a Pattern,
        values: &'a Sequence,
        place: &Rc<Place>,
        env: &Environment,
    ) -> Option<Vec<Environment>> {
        let items = self.items(values, place, env)?;
        let mut turns = Vec::new();
        for index in 0..items.len() {
            if !self.turns.take(Some(pattern.span()), self.errors) {
                break;
            }
            let mut turn = env.clone();
            self.bind(pattern, items.get(index), &mut turn);
            turns.push(turn);
        }
        Some(turns)
    }

    /// The values of an iteration. `None` after an error.
    fn items(
        &mut self,
        sequence: &'a Sequence,
        place: &Rc<Place>,
        env: &Environment,
    ) -> Option<Items> {
        let mut items = match &sequence.source {
            Source::Range { start, end, inclusive } => {
                let first = known::count(start, "the start of a range", env, self.errors);
                let end = known::count(end, "the end of a range", env, self.errors);
                let (first, end) = (first?, end?);
                let count = end.saturating_add(usize::from(*inclusive)).saturating_sub(first);
                Items::Range { first, count }
            }
            Source::Sequence(inner) => self.items(inner, place, env)?,
            Source::Values(values) => match self.binding(values, place, env) {
                Binding::List(list) => Items::List(list),
                Binding::Invalid => return None,
                other => {
                    let message = not_a_list(&values.text(), &other);
                    self.error(NodeId::of(sequence), sequence.span, message, env);
                    return None;
                }
            },
        };
        for adapter in &sequence.adapters {
            let of = Box::new(items);
            let most = usize::MAX;
            items = match adapter {
                Adapter::Rev => Items::Reversed(of),
                Adapter::Enumerate => Items::Numbered(of),
                Adapter::Zip(other) => Items::Pairs(of, Box::new(self.items(other, place, env)?)),
                Adapter::Skip(count) => {
                    let first = known::count(count, "the number to skip", env, self.errors)?;
                    Items::Picked { of, first, step: 1, most }
                }
                Adapter::Take(count) => {
                    let most = known::count(count, "the number to take", env, self.errors)?;
                    Items::Picked { of, first: 0, step: 1, most }
                }
                Adapter::StepBy(expr) => {
                    let step = known::count(expr, "the step of a range", env, self.errors)?;
                    if step == 0 {
                        let message = "the step of a range must be at least 1";
                        self.error(expr.id(), expr.span(), message, env);
                        return None;
                    }
                    Items::Picked { of, first: 0, step, most }
                }
            };
        }
        Some(items)
    }

    /// Gives the names of a pattern to a value, or to its parts.
    pub(super) fn bind(&mut self, pattern: &Pattern, value: Binding, env: &mut Environment) {
        match pattern {
            Pattern::Any(_) => {}
            Pattern::Name { name, mutable: false } => env.bind(name, value),
            Pattern::Name { name, mutable: true } => {
                let variable = Variable { index: self.variables.len(), version: 0 };
                env.bind_variable(&name.to_string(), variable, value.clone());
                self.variables.push((0, value));
            }
            Pattern::List { span, patterns, .. } => match &value {
                Binding::List(list) if list.len() == patterns.len() => {
                    for (pattern, value) in patterns.iter().zip(list.iter()) {
                        self.bind(pattern, value.clone(), env);
                    }
                }
                other => {
                    let names = pattern.names();
                    if !matches!(other, Binding::Invalid) {
                        let what = match other {
                            Binding::List(list) => format!("has {}", list.len()),
                            other => format!("is {}", known::described(other)),
                        };
                        let parts = counted(patterns.len(), "part");
                        let message = format!("this pattern has {parts}, but the value {what}");
                        self.error(NodeId::of(pattern), *span, message, env);
                    }
                    names.into_iter().for_each(|name| env.bind(name, Binding::Invalid));
                }
            },
        }
    }
}

/// The message for a value that an iteration cannot go through.
fn not_a_list(text: &str, value: &Binding) -> String {
    match value {
        Binding::Expr { number: None, .. } | Binding::Parameter { number: None, .. } => format!(
            "the macro must know what a `for` loops over, but only rustc knows `{text}`:\n\
             a `const` in this `cnn!` is known to both"
        ),
        other => {
            let what = match known::described(other) {
                what if what == format!("`{text}`") => format!("not over {what}"),
                what => format!("but `{text}` is {what} here"),
            };
            format!("a `for` loops over a range or a list, {what}")
        }
    }
}
