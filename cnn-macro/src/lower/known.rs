//! What has to be known before there are layers: counts, conditions, and what names stand for.

use std::rc::Rc;

use proc_macro2::TokenTree;

use crate::lower::Lowering;
use crate::lower::environment::Environment;
use crate::report::errors::Errors;
use crate::report::place::NodeId;
use crate::report::suggest;
use crate::syntax::ast::WrittenValue;
use crate::value::expr::Expr;
use crate::value::number::{Integers, NoValue, Number};
use crate::value::scope::{Binding, Place, Scope};
use crate::value::{eval, substitute};

/// How many tokens an expression may have. One that only rustc knows grows when it is used in
/// another one.
const MAX_TOKENS: usize = 1_000;

/// A number that decides how many layers there are.
pub fn count(expr: &Expr, what: &str, env: &Environment<'_>, errors: &mut Errors) -> Option<usize> {
    let scope = env.scope();
    if scope.is_invalid(expr) {
        return None;
    }
    let message = match eval::evaluate(expr, scope, Integers::Unsigned) {
        Ok(Number::Int(value)) if !scope.is_generic(expr) => return usize::try_from(value).ok(),
        Ok(Number::Int(_)) => format!(
            "{what} cannot depend on a parameter of the network:\n\
             how many layers there are is part of what it is"
        ),
        Ok(number) => format!("{what} is a whole number, not {}", number.kind()),
        Err(NoValue::Invalid(why)) => format!("{what} {why}"),
        Err(NoValue::Unknown) => format!(
            "{what} can use only what the macro knows: numbers, and names and functions \
             of this `cnn!`"
        ),
    };
    env.error(errors, expr.id(), expr.span(), message);
    None
}

/// The truth of a condition.
pub fn condition(expr: &Expr, env: &Environment<'_>, errors: &mut Errors) -> Option<bool> {
    let scope = env.scope();
    if scope.is_invalid(expr) {
        return None;
    }
    let message = match eval::evaluate_any(expr, scope) {
        Ok(Number::Flag(value)) if !scope.is_generic(expr) => return Some(value),
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
    env.error(errors, expr.id(), expr.span(), message);
    None
}

impl<'a> Lowering<'a, '_, '_> {
    /// What a value stands for, in a block or after a `let`. `place` is where it is written.
    pub(super) fn binding(
        &mut self,
        value: &WrittenValue,
        place: &Rc<Place>,
        env: &Environment<'a>,
    ) -> Binding {
        match value {
            WrittenValue::Infer(_) => Binding::Infer,
            WrittenValue::Broken(_) => Binding::Invalid,
            WrittenValue::List { values, .. } => {
                let values = values.iter().map(|value| self.element(value, place, env));
                values.collect::<Option<_>>().map_or(Binding::Invalid, Binding::List)
            }
            WrittenValue::Each { value, name, start, end, .. } => {
                let turns = self.iterations(name, start, end, env);
                let values = turns.map(|turns| {
                    turns.iter().map(|env| self.element(value, place, env)).collect::<Option<_>>()
                });
                values.flatten().map_or(Binding::Invalid, Binding::List)
            }
            WrittenValue::Expr(expr) => self.expr(expr, place, env),
        }
    }

    /// A value in a list. `None`, after an error, if it is one that no list holds.
    fn element(
        &mut self,
        value: &WrittenValue,
        place: &Rc<Place>,
        env: &Environment<'a>,
    ) -> Option<Binding> {
        match self.binding(value, place, env) {
            Binding::List(_) => {
                let message = "a list of values holds no further lists";
                self.error(NodeId::of(value), value.span(), message, env);
                None
            }
            binding => Some(binding),
        }
    }

    fn expr(&mut self, expr: &Expr, place: &Rc<Place>, env: &Environment<'a>) -> Binding {
        let scope = env.scope();
        if let Some(name) = expr.as_ident()
            && let Some(binding) = scope.get(&name.to_string())
            && !matches!(binding, Binding::Parameter(_))
        {
            let clear = self.labels.check_name(expr, binding, place, env, self.errors);
            return clear.map_or(Binding::Invalid, |()| binding.clone());
        }
        if scope.is_invalid(expr) {
            return Binding::Invalid;
        }
        let generic = scope.is_generic(expr);
        let number = match eval::evaluate_any(expr, scope) {
            Ok(number) if !generic => return Binding::number(number),
            Err(NoValue::Invalid(why)) => {
                self.error(expr.id(), expr.span(), format!("this {why}"), env);
                return Binding::Invalid;
            }
            number => number.ok(),
        };
        let Ok(label) = self.labels.value(expr, place, env, self.errors) else {
            return Binding::Invalid;
        };
        if let (Some(word), Some(label)) = (self.word_of(expr, scope), &label) {
            let home = scope.home().number;
            return Binding::Word { word, home, label: label.clone() };
        }
        let tokens = substitute::expr(expr, scope).tokens().to_vec();
        if is_too_long(&tokens, &mut 0) {
            let message = format!("this expression has grown to more than {MAX_TOKENS} tokens");
            self.error(expr.id(), expr.span(), message, env);
            return Binding::Invalid;
        }
        Binding::Expr { number, tokens, generic, label }
    }

    /// A name that stands for nothing but itself: a word of some parameter, a layer, a block or a network.
    fn word_of(&self, expr: &Expr, scope: &Scope) -> Option<String> {
        let (name, home) = (expr.as_ident()?.to_string(), scope.home().number);
        let declared = self.session.declared();
        // A network from elsewhere is a path for rustc.
        let is_word = scope.get(&name).is_none()
            && (suggest::is_word(&name)
                || declared.is_layer(&name, home)
                || home == 0 && declared.is_surely_network(&name, home, scope));
        is_word.then_some(name)
    }
}

/// Whether there are more tokens than an expression may have, those in groups included.
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
