//! The values of arguments: those the macro knows, and those that are left to const evaluation.

use cnn_core::Arg;
use cnn_core::signature::{Param, Takes};

use crate::bind::{Bound, Slot};
use crate::errors::Errors;
use crate::eval::{self, Integers, NoValue, Number, Scope};
use crate::expr::Expr;

/// An argument with its value.
pub enum Operand {
    /// A value without an expression: nothing, `_` or a word.
    Fixed(Arg<'static>),
    Value(Value),
    Range(Value, Value),
    List {
        values: Vec<Operand>,
        /// The values, if all are known.
        known: Option<Vec<Arg<'static>>>,
    },
}

/// The value of an expression.
pub struct Value {
    pub expr: Expr,
    pub takes: Takes,
    /// `None` if only const evaluation knows it.
    pub known: Option<Arg<'static>>,
    /// Whether it depends on a parameter of the network, so that what is known is for its default.
    pub generic: bool,
}

impl Operand {
    fn list(values: Vec<Operand>) -> Operand {
        let single = |operand: &Operand| match operand {
            Operand::Fixed(arg) => Some(*arg),
            Operand::Value(value) => value.known,
            Operand::Range(..) | Operand::List { .. } => None,
        };
        let known = values.iter().map(single).collect();
        Operand::List { values, known }
    }

    /// The value for cnn-core, if it is known.
    pub fn arg(&self) -> Option<Arg<'_>> {
        match self {
            Operand::Fixed(arg) => Some(*arg),
            Operand::Value(value) => value.known,
            Operand::Range(start, end) => match (start.known?, end.known?) {
                (Arg::Size(start), Arg::Size(end)) => Some(Arg::Range(start, end)),
                _ => None,
            },
            Operand::List { known, .. } => known.as_deref().map(Arg::List),
        }
    }

    pub fn is_omitted(&self) -> bool {
        matches!(self, Operand::Fixed(Arg::Omitted))
    }

    /// The expression, if it is nothing but a size.
    pub fn as_size(&self) -> Option<&Value> {
        match self {
            Operand::Value(value) => {
                let size = matches!(value.takes, Takes::Size | Takes::Axes | Takes::Sizes);
                size.then_some(value)
            }
            _ => None,
        }
    }

    /// The expressions in it.
    pub fn values(&self) -> Vec<&Value> {
        match self {
            Operand::Fixed(_) => Vec::new(),
            Operand::Value(value) => vec![value],
            Operand::Range(start, end) => vec![start, end],
            Operand::List { values, .. } => values.iter().flat_map(Operand::values).collect(),
        }
    }

    /// Whether it depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.values().iter().any(|value| value.generic)
    }
}

/// The values of a call's arguments. `None`, after an error, if one of them is impossible.
pub fn operands(bound: &Bound<'_>, scope: &Scope, errors: &mut Errors) -> Option<Vec<Operand>> {
    let params = bound.kind.signature().params;
    let mut valid = true;
    let mut operands = Vec::new();
    for (param, slot) in params.iter().zip(&bound.slots) {
        match operand(param, slot, scope, errors) {
            Some(operand) => operands.push(operand),
            None => valid = false,
        }
    }
    valid.then_some(operands)
}

fn operand(param: &Param, slot: &Slot<'_>, scope: &Scope, errors: &mut Errors) -> Option<Operand> {
    Some(match slot {
        Slot::Omitted | Slot::Invalid => Operand::Fixed(Arg::Omitted),
        Slot::Infer => Operand::Fixed(Arg::Infer),
        Slot::Word(index) => Operand::Fixed(Arg::Word(*index)),
        Slot::Expr(expr) => Operand::Value(value(param.name, param.takes, expr, scope, errors)?),
        Slot::Range(start, end) => Operand::Range(
            value(param.name, Takes::Size, start, scope, errors)?,
            value(param.name, Takes::Size, end, scope, errors)?,
        ),
        Slot::List(values) => {
            let values = values.iter().map(|slot| operand(param, slot, scope, errors));
            Operand::list(values.collect::<Option<_>>()?)
        }
    })
}

/// The value of an expression where a value of a certain kind is taken.
pub fn value(
    name: &str,
    takes: Takes,
    expr: &Expr,
    scope: &Scope,
    errors: &mut Errors,
) -> Option<Value> {
    let integers = match takes {
        Takes::Signed | Takes::SignedList | Takes::Float => Integers::Signed,
        _ => Integers::Unsigned,
    };
    let generic = eval::is_generic(expr, scope);
    let known = match eval::evaluate(expr, scope, integers) {
        Ok(number) => match convert(takes, number, expr) {
            Some(arg) => Some(arg),
            None => {
                let message = format!("`{name}` takes {}, not `{}`", takes.describe(), expr.text());
                errors.push(expr.extent(), message);
                return None;
            }
        },
        Err(NoValue::Unknown) => None,
        Err(NoValue::Invalid(why)) => {
            let message = format!("`{name}` takes {}, but this {why}", takes.describe());
            errors.push(expr.extent(), message);
            return None;
        }
    };
    Some(Value { expr: expr.clone(), takes, known, generic })
}

/// A number as the argument that a parameter takes; `None` if it is of another kind.
fn convert(takes: Takes, number: Number, expr: &Expr) -> Option<Arg<'static>> {
    Some(match (takes, number) {
        (Takes::Size | Takes::Axes | Takes::Sizes | Takes::Range, Number::Int(value)) => {
            Arg::Size(usize::try_from(value).ok()?)
        }
        (Takes::Signed | Takes::SignedList, Number::Int(value)) => {
            Arg::Signed(isize::try_from(value).ok()?)
        }
        (Takes::Float, Number::Float(value)) if value.is_finite() => Arg::Float(value),
        // `dropout(1)`: what is meant is clear. Arithmetic on integers is not meant as a float.
        (Takes::Float, Number::Int(value)) if expr.tokens().len() <= 2 => Arg::Float(value as f64),
        (Takes::Flag, Number::Flag(value)) => Arg::Flag(value),
        _ => return None,
    })
}
