//! From the arguments of a call to their values, as far as the macro knows them.

use std::rc::Rc;

use cnn_core::Arg;
use cnn_core::signature::{Param, Takes};
use proc_macro2::TokenTree;
use syn::Lit;

use crate::call::bind::{BoundArg, BoundCall};
use crate::call::operand::{Cut, Operand, Scalar};
use crate::report::errors::Errors;
use crate::report::wording::Message;
use crate::value::expr::Expr;
use crate::value::known::Value;
use crate::value::number::{Integers, NoValue, Number};
use crate::value::scope::{Binding, Scope, is_text};
use crate::value::{element, eval, substitute, text};

/// A call with the values of its arguments.
pub struct EvaluatedCall<'a> {
    bound: Rc<BoundCall<'a>>,
    /// One for each parameter, if it has any.
    operands: Vec<Operand>,
}

impl<'a> EvaluatedCall<'a> {
    pub fn new(bound: Rc<BoundCall<'a>>, operands: Vec<Operand>) -> EvaluatedCall<'a> {
        EvaluatedCall { bound, operands }
    }

    /// The call itself: the same one for all layers that it becomes.
    pub fn bound(&self) -> &Rc<BoundCall<'a>> {
        &self.bound
    }

    pub fn operands(&self) -> &[Operand] {
        &self.operands
    }

    /// The arguments that are written, with the indices of their parameters.
    pub fn written(&self) -> impl Iterator<Item = (usize, &Operand)> {
        self.operands.iter().enumerate().filter(|(_, operand)| !operand.is_omitted())
    }

    /// The arguments that are written, with the indices of their parameters, if all are known.
    pub fn args(&self) -> Option<Vec<(usize, Arg<'_>)>> {
        self.written().map(|(param, operand)| Some((param, operand.arg()?))).collect()
    }

    /// Whether it depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.operands.iter().any(Operand::is_generic)
    }

    /// The label at which another network ends here, if it is only a part of one.
    pub fn cut(&self) -> Option<&Cut> {
        match &self.operands[..] {
            [Operand::Network(network)] => network.until.as_ref(),
            _ => None,
        }
    }

    /// Whether it is another network.
    pub fn is_network(&self) -> bool {
        matches!(self.operands[..], [Operand::Network(_)])
    }
}

/// Gives the arguments of a call their values. `None`, after an error, if one of them is impossible.
pub fn call<'a>(
    bound: &Rc<BoundCall<'a>>,
    scope: &Scope,
    within: &str,
    errors: &mut Errors,
) -> Option<EvaluatedCall<'a>> {
    let mut evaluation = Evaluation { scope, within, errors };
    let params = bound.kind().signature().params.iter().zip(bound.args());
    // All of them, so that all errors are found.
    let operands: Vec<_> = params.map(|(param, arg)| evaluation.operand(param, arg)).collect();
    let operands = operands.into_iter().collect::<Option<_>>()?;
    Some(EvaluatedCall { bound: bound.clone(), operands })
}

/// The sizes of a declared shape. `None` where one of them is impossible.
pub fn sizes(sizes: &[Expr], scope: &Scope, errors: &mut Errors) -> Vec<Option<Scalar>> {
    let mut evaluation = Evaluation { scope, within: "", errors };
    sizes.iter().map(|size| evaluation.value(None, Takes::Size, size)).collect()
}

struct Evaluation<'s, 'e> {
    scope: &'s Scope,
    /// The calls of blocks around it, for messages.
    within: &'s str,
    errors: &'e mut Errors,
}

impl Evaluation<'_, '_> {
    fn operand(&mut self, param: &Param, arg: &BoundArg<'_>) -> Option<Operand> {
        Some(match arg {
            BoundArg::Omitted | BoundArg::Invalid => Operand::Fixed(Arg::Omitted),
            BoundArg::Infer => Operand::Fixed(Arg::Infer),
            BoundArg::Word(index) => Operand::Fixed(Arg::Word(*index)),
            BoundArg::Expr(expr) => self.expr(param, expr)?,
            BoundArg::Range(start, end) => Operand::Range(
                self.value(Some(param.name), Takes::Size, start)?,
                self.value(Some(param.name), Takes::Size, end)?,
            ),
            BoundArg::List(values) => {
                let one = |arg| {
                    let operand = self.operand(param, arg)?;
                    if let (BoundArg::Expr(expr), Operand::List { .. }) = (arg, &operand) {
                        self.error(expr, NESTED);
                        return None;
                    }
                    Some(operand)
                };
                let values: Vec<_> = values.iter().map(one).collect();
                Operand::list(values.into_iter().collect::<Option<_>>()?)
            }
        })
    }

    /// The value of an expression, which may be the name of something, or a list.
    fn expr(&mut self, param: &Param, expr: &Expr) -> Option<Operand> {
        match element::whole(expr.tokens(), self.scope) {
            Some(Ok(binding)) if expr.as_ident().is_some() => self.bound(param, expr, binding),
            Some(Ok(Binding::List(list))) => self.list(param, expr, list),
            Some(Ok(element)) => self.element(param, expr, element),
            _ => {
                // An array, or the call of a function that returns one.
                let is_group = |token: &TokenTree| matches!(token, TokenTree::Group(_));
                if param.takes.list()
                    && expr.tokens().iter().any(is_group)
                    && let Ok(value @ Value::List(_)) = eval::evaluate_any(expr, self.scope)
                    && let Binding::List(list) = Binding::known(&value)
                {
                    return self.list(param, expr, &list);
                }
                self.value(Some(param.name), param.takes, expr).map(Operand::Scalar)
            }
        }
    }

    /// The values of a list that an expression stands for.
    fn list(&mut self, param: &Param, expr: &Expr, list: &[Binding]) -> Option<Operand> {
        if !param.takes.list() {
            return self.refuse(param, expr, "a list");
        }
        let values: Vec<_> = list.iter().map(|value| self.element(param, expr, value)).collect();
        Some(Operand::list(values.into_iter().collect::<Option<_>>()?))
    }

    /// Reports that a parameter does not take what a name stands for.
    fn refuse(&mut self, param: &Param, expr: &Expr, what: &str) -> Option<Operand> {
        let takes = param.takes.describe();
        let message = format!("`{}` takes {takes}, but this is {what} here", param.name);
        self.error(expr, message);
        None
    }

    /// The value of a name that the declaration binds.
    fn bound(&mut self, param: &Param, expr: &Expr, binding: &Binding) -> Option<Operand> {
        let what = match binding {
            Binding::Expr { number: None, tokens, .. } if is_text(tokens) => {
                format!("`{}`", text::of(tokens))
            }
            Binding::Parameter { .. } | Binding::Type | Binding::Expr { .. } => {
                return self.value(Some(param.name), param.takes, expr).map(Operand::Scalar);
            }
            Binding::Infer if param.infer => return Some(Operand::Fixed(Arg::Infer)),
            Binding::Word { word, .. } => {
                if let Some(index) = param.words.iter().position(|known| known == word) {
                    return Some(Operand::Fixed(Arg::Word(index)));
                }
                format!("`{word}`")
            }
            Binding::List(list) => return self.list(param, expr, list),
            Binding::Invalid => return None,
            Binding::Infer => "`_`".to_owned(),
        };
        self.refuse(param, expr, &what)
    }

    /// One of the values in the list that a name stands for.
    fn element(&mut self, param: &Param, name: &Expr, element: &Binding) -> Option<Operand> {
        let (number, tokens, generic) = match element {
            Binding::Expr { number, tokens, generic, .. }
                if number.is_some() || !is_text(tokens) =>
            {
                (number, tokens, generic)
            }
            Binding::List(_) => {
                self.error(name, NESTED);
                return None;
            }
            _ => return self.bound(param, name, element),
        };
        let (span, takes) = (name.span(), param.takes);
        let expr = Expr::new(tokens.clone())?;
        let known = match number {
            None => None,
            Some(number) => {
                let known = convert(takes, *number, &expr);
                if known.is_none() {
                    let why = format!("not {}", shown(*number, &expr));
                    self.error(name, refusal(Some(param.name), takes, &why));
                    return None;
                }
                known
            }
        };
        let signed = self.signed(takes, &expr);
        Some(Operand::Scalar(Scalar {
            expr,
            signed,
            span,
            elsewhere: false,
            takes,
            known,
            generic: *generic,
        }))
    }

    /// The value of an expression where a value of a certain kind is taken: by a parameter, or in a
    /// shape, if `param` is `None`.
    fn value(&mut self, param: Option<&str>, takes: Takes, expr: &Expr) -> Option<Scalar> {
        let integers = match takes {
            Takes::Signed | Takes::SignedList | Takes::Float => Integers::Signed,
            _ => Integers::Unsigned,
        };
        if self.scope.is_invalid(expr) {
            return None;
        }
        let message = match eval::evaluate(expr, self.scope, integers) {
            Ok(number) => match convert(takes, number, expr) {
                Some(arg) => return Some(self.with_value(expr, takes, Some(arg))),
                None => refusal(param, takes, &format!("not {}", shown(number, expr))),
            },
            Err(NoValue::Unknown) => match (other_type(takes, expr), self.list_in(expr)) {
                (Some(number), _) => {
                    refusal(param, takes, &format!("not `{}`", expr.text())).write(number)
                }
                (None, Some(list)) => {
                    refusal(param, takes, &format!("but `{list}` is a list here"))
                }
                (None, None) => return Some(self.with_value(expr, takes, None)),
            },
            Err(NoValue::Invalid(why)) => refusal(param, takes, &format!("but this {why}")),
        };
        self.error(expr, message);
        None
    }

    /// The expression for rustc, if it takes an `isize` and is made of parameters of the network, some of which are
    /// `usize`s. What else there is may be either.
    fn signed(&self, takes: Takes, expr: &Expr) -> Option<Expr> {
        let parameter = |name: &str| match self.scope.get(name) {
            Some(Binding::Parameter { unsigned, .. }) => Some(*unsigned),
            _ => None,
        };
        let takes = matches!(takes, Takes::Signed | Takes::SignedList);
        takes.then(|| substitute::signed(expr, &parameter)).flatten()
    }

    /// The name of a list in an expression: there is no arithmetic on lists, only on what is in them.
    fn list_in(&self, expr: &Expr) -> Option<String> {
        list_in(expr.tokens(), self.scope)
    }

    fn error(&mut self, expr: &Expr, message: impl Into<Message>) {
        self.errors.push_once(expr.id(), expr.span(), message.into().in_calls(self.within));
    }

    fn with_value(&self, expr: &Expr, takes: Takes, known: Option<Arg<'static>>) -> Scalar {
        let generic = self.scope.is_generic(expr);
        let written = substitute::expr(expr, self.scope);
        Scalar {
            signed: self.signed(takes, &written),
            expr: written,
            span: expr.span(),
            elsewhere: self.scope.home().module.is_some()
                && expr.any_name(&|name| self.scope.get(name).is_none()),
            takes,
            known,
            generic,
        }
    }
}

/// The message for a value that is not taken.
fn refusal(param: Option<&str>, takes: Takes, why: &str) -> Message {
    match param {
        Some(name) => format!("`{name}` takes {}, {why}", takes.describe()).into(),
        None => format!("a shape takes sizes, {why}").into(),
    }
}

/// The number in a literal that has another type than is taken: `3` of `3u32`.
fn other_type(takes: Takes, expr: &Expr) -> Option<&str> {
    match expr.as_literal()? {
        Lit::Int(int) if !int.suffix().is_empty() => Some(int.base10_digits()),
        Lit::Float(float)
            if !float.suffix().is_empty() && matches!(takes, Takes::Float | Takes::Factors) =>
        {
            Some(float.base10_digits())
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

/// The name of a list among some tokens, if that is not to be an argument of a function, and no element or
/// length is asked for.
fn list_in(tokens: &[TokenTree], scope: &Scope) -> Option<String> {
    let mut before: Option<&TokenTree> = None;
    for (index, token) in tokens.iter().enumerate() {
        let after = tokens.get(index + 1);
        let found = match (token, before) {
            (TokenTree::Ident(name), _) => {
                let name = name.to_string();
                let is_used = match after {
                    Some(TokenTree::Group(_)) => true,
                    Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), '.' | ':'),
                    _ => false,
                };
                let is_list = matches!(scope.get(&name), Some(Binding::List(_)));
                (is_list && !is_used).then_some(name)
            }
            (TokenTree::Group(_), Some(TokenTree::Ident(_))) => None,
            (TokenTree::Group(group), _) => {
                list_in(&group.stream().into_iter().collect::<Vec<_>>(), scope)
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        before = Some(token);
    }
    None
}

/// The message for a list in a list, where a layer takes one.
pub(super) const NESTED: &str = "a list of values cannot contain lists";

/// A number as the argument that a parameter takes; `None` if it is of another kind.
fn convert(takes: Takes, number: Number, expr: &Expr) -> Option<Arg<'static>> {
    Some(match (takes, number) {
        (Takes::Size | Takes::Axes | Takes::Sizes | Takes::Range, Number::Int(value)) => {
            Arg::Size(usize::try_from(value).ok()?)
        }
        (Takes::Factors, Number::Int(value)) => Arg::Size(usize::try_from(value).ok()?),
        (Takes::Signed | Takes::SignedList, Number::Int(value)) => {
            Arg::Signed(isize::try_from(value).ok()?)
        }
        (Takes::Float | Takes::Factors, Number::Float(value)) if value.is_finite() => {
            Arg::Float(value)
        }
        // `dropout(1)`: what is meant is clear. Arithmetic on integers is not meant as a float.
        (Takes::Float, Number::Int(value)) if expr.tokens().len() <= 2 => Arg::Float(value as f64),
        (Takes::Flag, Number::Flag(value)) => Arg::Flag(value),
        _ => return None,
    })
}
