//! The values of arguments: those the macro knows, and those that are left to const evaluation.

use cnn_core::Arg;
use cnn_core::signature::{Param, Takes};
use proc_macro2::{TokenStream, TokenTree};
use syn::Lit;

use crate::call::bind::{Bound, Slot};
use crate::report::errors::{Errors, Extent, located};
use crate::value::eval;
use crate::value::expr::Expr;
use crate::value::number::{Integers, NoValue, Number};
use crate::value::scope::{Binding, Scope};

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
    /// Another network, which only rustc knows.
    Network(TokenStream),
}

/// The value of an expression.
pub struct Value {
    /// The expression that rustc can evaluate.
    pub expr: Expr,
    /// Where it was written.
    pub extent: Extent,
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
            _ => None,
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
            Operand::Network(_) => None,
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
            Operand::Fixed(_) | Operand::Network(_) => Vec::new(),
            Operand::Value(value) => vec![value],
            Operand::Range(start, end) => vec![start, end],
            Operand::List { values, .. } => values.iter().flat_map(Operand::values).collect(),
        }
    }

    /// Whether the macro knows it for certain.
    pub fn is_certain(&self) -> bool {
        let network = matches!(self, Operand::Network(_));
        !network && self.values().iter().all(|value| value.is_certain())
    }

    /// Whether it depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.values().iter().any(|value| value.generic)
    }
}

impl Value {
    /// Whether the macro knows it for certain.
    pub fn is_certain(&self) -> bool {
        self.known.is_some() && !self.generic
    }
}

/// In the place of a parameter's name: the shape of an input or an output.
pub const SHAPE: &str = "";

/// Gives the arguments of a call their values.
pub struct Evaluation<'s, 'e> {
    pub scope: &'s Scope,
    /// The calls of blocks around it, for messages.
    pub within: &'s str,
    pub errors: &'e mut Errors,
}

impl Evaluation<'_, '_> {
    /// The values of a call's arguments. `None`, after an error, if one of them is impossible.
    pub fn operands(&mut self, bound: &Bound<'_>) -> Option<Vec<Operand>> {
        let params = bound.kind.signature().params;
        let operands = params.iter().zip(&bound.slots);
        // All of them, so that all errors are found.
        let operands: Vec<_> = operands.map(|(param, slot)| self.operand(param, slot)).collect();
        operands.into_iter().collect()
    }

    fn operand(&mut self, param: &Param, slot: &Slot<'_>) -> Option<Operand> {
        Some(match slot {
            Slot::Omitted | Slot::Invalid => Operand::Fixed(Arg::Omitted),
            Slot::Infer => Operand::Fixed(Arg::Infer),
            Slot::Word(index) => Operand::Fixed(Arg::Word(*index)),
            Slot::Expr(expr) => match expr.as_ident().and_then(|name| self.scope.get(&name)) {
                Some(binding) => self.bound(param, expr, binding)?,
                None => Operand::Value(self.value(param.name, param.takes, expr)?),
            },
            Slot::Range(start, end) => Operand::Range(
                self.value(param.name, Takes::Size, start)?,
                self.value(param.name, Takes::Size, end)?,
            ),
            Slot::List(values) => {
                let values: Vec<_> = values.iter().map(|slot| self.operand(param, slot)).collect();
                Operand::list(values.into_iter().collect::<Option<_>>()?)
            }
        })
    }

    /// The value of a name that the declaration binds.
    fn bound(&mut self, param: &Param, expr: &Expr, binding: &Binding) -> Option<Operand> {
        let what = match binding {
            Binding::Parameter(_) | Binding::Type | Binding::Expr { .. } => {
                return self.value(param.name, param.takes, expr).map(Operand::Value);
            }
            Binding::Infer if param.infer => return Some(Operand::Fixed(Arg::Infer)),
            Binding::Word(word) => {
                if let Some(index) = param.words.iter().position(|known| known == word) {
                    return Some(Operand::Fixed(Arg::Word(index)));
                }
                format!("`{word}`")
            }
            Binding::List(values) if param.takes.list() => {
                let values = values.iter().map(|value| self.element(param, expr, value));
                let values: Vec<_> = values.collect();
                return Some(Operand::list(values.into_iter().collect::<Option<_>>()?));
            }
            Binding::Invalid => return None,
            Binding::Infer => "`_`".to_owned(),
            Binding::List(_) => "a list".to_owned(),
        };
        let takes = param.takes.describe();
        let message = format!("`{}` takes {takes}, but this is {what} here", param.name);
        self.error(expr.extent(), &message);
        None
    }

    /// One of the values in the list that a name stands for.
    fn element(&mut self, param: &Param, name: &Expr, element: &Binding) -> Option<Operand> {
        let Binding::Expr { number, tokens, generic } = element else {
            return self.bound(param, name, element);
        };
        let (extent, takes) = (name.extent(), param.takes);
        let expr = Expr::new(tokens.clone())?;
        let known = match number {
            None => None,
            Some(number) => {
                let known = convert(takes, *number, &expr);
                if known.is_none() {
                    self.refuse(
                        param.name,
                        takes,
                        extent,
                        &format!("not {}", shown(*number, &expr)),
                    );
                    return None;
                }
                known
            }
        };
        Some(Operand::Value(Value { expr, extent, takes, known, generic: *generic }))
    }

    /// The value of an expression where a value of a certain kind is taken.
    pub fn value(&mut self, name: &str, takes: Takes, expr: &Expr) -> Option<Value> {
        let integers = match takes {
            Takes::Signed | Takes::SignedList | Takes::Float => Integers::Signed,
            _ => Integers::Unsigned,
        };
        if self.scope.is_invalid(expr) {
            return None;
        }
        let why = match eval::evaluate(expr, self.scope, integers) {
            Ok(number) => match convert(takes, number, expr) {
                Some(arg) => return Some(self.with_value(expr, takes, Some(arg))),
                None => format!("not {}", shown(number, expr)),
            },
            Err(NoValue::Unknown) => match other_type(takes, expr) {
                Some(number) => format!("not `{}`\nhelp: write `{number}`", expr.text()),
                None => return Some(self.with_value(expr, takes, None)),
            },
            Err(NoValue::Invalid(why)) => format!("but this {why}"),
        };
        self.refuse(name, takes, expr.extent(), &why);
        None
    }

    fn refuse(&mut self, name: &str, takes: Takes, extent: Extent, why: &str) {
        let message = match name {
            SHAPE => format!("a shape is made of sizes, {why}"),
            _ => format!("`{name}` takes {}, {why}", takes.describe()),
        };
        self.error(extent, &message);
    }

    fn error(&mut self, extent: Extent, message: &str) {
        self.errors.push_once(extent, located(message, self.within));
    }

    fn with_value(&self, expr: &Expr, takes: Takes, known: Option<Arg<'static>>) -> Value {
        let generic = self.scope.is_generic(expr);
        Value { expr: self.scope.substitute(expr), extent: expr.extent(), takes, known, generic }
    }
}

/// The number in a literal that has another type than is taken: `3` of `3u32`.
fn other_type(takes: Takes, expr: &Expr) -> Option<String> {
    let [TokenTree::Literal(literal)] = expr.tokens() else { return None };
    match Lit::new(literal.clone()) {
        Lit::Int(int) if !int.suffix().is_empty() => Some(int.base10_digits().to_owned()),
        Lit::Float(float) if !float.suffix().is_empty() && matches!(takes, Takes::Float) => {
            Some(float.base10_digits().to_owned())
        }
        _ => None,
    }
}

/// What is not taken: as it was written, or its value where that is not the same.
fn shown(number: Number, expr: &Expr) -> String {
    match number {
        Number::Int(value) if expr.tokens().len() == 1 => format!("`{value}`"),
        Number::Float(value) if expr.as_ident().is_some() => format!("`{value:?}`"),
        Number::Flag(value) if expr.as_ident().is_some() => format!("`{value}`"),
        _ => format!("`{}`", expr.text()),
    }
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
