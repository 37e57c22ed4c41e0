//! What has to be known before there are layers: counts, conditions, and the values of names.

use std::rc::Rc;

use proc_macro2::{Ident, Span, TokenTree};

use crate::lower::{Context, Lowering, MAX_LAYERS};
use crate::report::suggest;
use crate::syntax::ast::Value;
use crate::value::eval;
use crate::value::expr::Expr;
use crate::value::number::{Integers, NoValue, Number};
use crate::value::scope::Binding;

impl<'a> Lowering<'a, '_, '_> {
    /// The contexts of the turns of an iteration.
    pub(crate) fn turns_of(
        &mut self,
        name: &Ident,
        start: &Expr,
        end: &Expr,
        context: &Context<'a>,
    ) -> Vec<Context<'a>> {
        let start = self.known(start, context, "the start of an iteration");
        let end = self.known(end, context, "the end of an iteration");
        let (Some(start), Some(end)) = (start, end) else {
            self.flow = None;
            return Vec::new();
        };
        let mut contexts = Vec::new();
        for turn in start..end {
            if !self.turn(Some(name.span())) {
                break;
            }
            let mut context = context.clone();
            let binding = Binding::number(Number::Int(turn as i128));
            Rc::make_mut(&mut context.scope).bind(name.to_string(), binding);
            contexts.push(context);
        }
        contexts
    }

    /// Counts what is repeated, which could be any number of times. After an error it is enough.
    pub(crate) fn turn(&mut self, at: Option<Span>) -> bool {
        self.turns += 1;
        let most = 10 * MAX_LAYERS;
        if self.turns == most + 1 {
            let message = format!("blocks and repeats are opened {most} times at most");
            self.errors.push(at.unwrap_or_else(Span::call_site), message);
        }
        self.turns <= most
    }

    /// A number that decides how many layers there are.
    pub(crate) fn known(
        &mut self,
        expr: &Expr,
        context: &Context<'a>,
        what: &str,
    ) -> Option<usize> {
        if context.scope.is_invalid(expr) {
            return None;
        }
        match eval::evaluate(expr, &context.scope, Integers::Unsigned) {
            Ok(Number::Int(value)) if !context.scope.is_generic(expr) => {
                return usize::try_from(value).ok();
            }
            Ok(Number::Int(_)) => {
                let message = format!(
                    "{what} cannot depend on a parameter of the network:\n\
                     how many layers there are is part of what it is"
                );
                self.error(expr.extent(), message, context);
            }
            Ok(number) => {
                let message = format!("{what} is a whole number, not {}", number.kind());
                self.error(expr.extent(), message, context);
            }
            Err(NoValue::Invalid(why)) => {
                self.error(expr.extent(), format!("{what} {why}"), context);
            }
            _ => {
                let message = format!(
                    "{what} can use only what the macro knows: numbers, and names and functions \
                     of this `cnn!`"
                );
                self.error(expr.extent(), message, context);
            }
        }
        None
    }

    /// The truth of a condition.
    pub(crate) fn decide(&mut self, condition: &Expr, context: &Context<'a>) -> Option<bool> {
        if context.scope.is_invalid(condition) {
            return None;
        }
        let message = match eval::evaluate_any(condition, &context.scope) {
            Ok(Number::Flag(value)) if !context.scope.is_generic(condition) => return Some(value),
            Ok(Number::Flag(_)) => {
                "a condition cannot depend on a parameter of the network:\n\
                 which layers there are is part of what it is"
            }
            Ok(_) => "a condition is `true` or `false`",
            Err(NoValue::Invalid(why)) => &format!("this {why}"),
            Err(NoValue::Unknown) => {
                "a condition can use only what the macro knows: numbers, and names and functions \
                 of this `cnn!`"
            }
        };
        self.error(condition.extent(), message, context);
        None
    }

    /// What a value stands for, in a block or after a `let`.
    pub(crate) fn binding(&mut self, value: &Value, context: &Context<'a>) -> Binding {
        let expr = match value {
            Value::Infer(_) => return Binding::Infer,
            Value::Broken(_) => return Binding::Invalid,
            Value::List { values, .. } => {
                return self.list(values, context);
            }
            Value::Expr(expr) => expr,
        };
        let scope = &context.scope;
        if let Some(name) = expr.as_ident() {
            match scope.get(&name) {
                None if suggest::is_word(&name)
                    || self.session.is_layer(&name)
                    || self.session.is_surely_network(&name, scope) =>
                {
                    return Binding::Word(name);
                }
                None | Some(Binding::Parameter(_)) => {}
                Some(binding) => return binding.clone(),
            }
        }
        if scope.is_invalid(expr) {
            return Binding::Invalid;
        }
        let number = eval::evaluate_any(expr, scope);
        let generic = scope.is_generic(expr);
        match number {
            Ok(number) if !generic => Binding::number(number),
            Err(NoValue::Invalid(why)) => {
                self.error(expr.extent(), format!("this {why}"), context);
                Binding::Invalid
            }
            number => {
                let tokens = scope.substitute(expr).tokens().to_vec();
                if is_too_long(&tokens, &mut 0) {
                    let message =
                        format!("this expression has grown to more than {MAX_TOKENS} tokens");
                    self.error(expr.extent(), message, context);
                    return Binding::Invalid;
                }
                Binding::Expr { number: number.ok(), tokens, generic }
            }
        }
    }

    fn list(&mut self, values: &[Value], context: &Context<'a>) -> Binding {
        let mut bindings = Vec::new();
        for value in values {
            let binding = self.binding(value, context);
            if let Binding::List(_) = binding {
                let message = "a list of values holds no further lists";
                self.error(value.extent(), message, context);
                return Binding::Invalid;
            }
            bindings.push(binding);
        }
        Binding::List(bindings)
    }
}

/// How many tokens an expression may have. One that only rustc knows grows when it is used in
/// another one.
const MAX_TOKENS: usize = 1_000;

/// Whether some tokens are more than that, those in groups included.
fn is_too_long(tokens: &[TokenTree], count: &mut usize) -> bool {
    tokens.iter().any(|token| {
        *count += 1;
        let inner = match token {
            TokenTree::Group(group) => group.stream().into_iter().collect(),
            _ => Vec::new(),
        };
        *count > MAX_TOKENS || is_too_long(&inner, count)
    })
}
