//! Values that must be known before there are layers: counts, conditions, and the meanings of names.

use std::rc::Rc;

use proc_macro2::TokenTree;

use crate::lower::Lowering;
use crate::lower::environment::Environment;
use crate::report::errors::Errors;
use crate::report::place::NodeId;
use crate::report::suggest;
use crate::syntax::ast::{Call, WrittenValue};
use crate::value::expr::Expr;
use crate::value::known::Value;
use crate::value::number::{Integers, NoValue, Number};
use crate::value::scope::{Binding, LayerValue, MAX_NESTED, Place, Scope};
use crate::value::{element, eval, substitute, text};

/// How many tokens an expression may have. One that only rustc knows grows when it is used in
/// another one.
const MAX_TOKENS: usize = 1_000;

/// An expression with as many tokens takes time, also if it is refused.
const LONG: usize = 100;

/// A number that decides how many layers there are.
pub fn count(expr: &Expr, what: &str, env: &Environment, errors: &mut Errors) -> Option<usize> {
    let scope = env.scope();
    if scope.is_invalid(expr) {
        return None;
    }
    let message = match eval::evaluate_value(expr, scope, Integers::Unsigned) {
        Ok(Value::Number(Number::Int(value))) if !scope.is_generic(expr) => {
            return usize::try_from(value).ok();
        }
        Ok(Value::Number(Number::Int(_))) => format!(
            "{what} cannot depend on a parameter of the network:\n\
             the number of layers must be the same for all of its values"
        ),
        Ok(Value::Number(number)) => {
            format!("{what} must be a whole number, not {}", number.kind())
        }
        Ok(Value::List(_)) => format!("{what} must be a whole number, not a list"),
        Err(NoValue::Invalid(why)) => format!("{what} {why}"),
        Err(NoValue::Unknown) => format!(
            "{what} can only use what the macro can evaluate: numbers, and the names, functions and \
             constants of this `cnn!`"
        ),
    };
    env.error(errors, expr.id(), expr.span(), message);
    None
}

/// The truth of a condition.
pub fn condition(expr: &Expr, env: &Environment, errors: &mut Errors) -> Option<bool> {
    let scope = env.scope();
    if scope.is_invalid(expr) {
        return None;
    }
    let message = match eval::evaluate_any(expr, scope) {
        Ok(Value::Number(Number::Flag(value))) if !scope.is_generic(expr) => return Some(value),
        Ok(Value::Number(Number::Flag(_))) => {
            "a condition cannot depend on a parameter of the network:\n\
             the layers must be the same for all of its values"
        }
        Ok(_) => "a condition must be `true` or `false`",
        Err(NoValue::Invalid(why)) => &format!("this {why}"),
        Err(NoValue::Unknown) => {
            "a condition can only use what the macro can evaluate: numbers, and the names, functions and \
             constants of this `cnn!`"
        }
    };
    env.error(errors, expr.id(), expr.span(), message);
    None
}

impl<'a> Lowering<'a, '_, '_> {
    /// What a value stands for, in a block or after a `let`. `place` is where it is written.
    pub(super) fn binding(
        &mut self,
        value: &'a WrittenValue,
        place: &Rc<Place>,
        env: &Environment,
    ) -> Binding {
        if self.turns.are_over() {
            return Binding::Invalid;
        }
        match value {
            WrittenValue::Infer(_) => Binding::Infer,
            WrittenValue::Broken(_) => Binding::Invalid,
            WrittenValue::List { values, .. } => {
                let values = values.iter().map(|value| self.binding(value, place, env)).collect();
                self.listed(values, value, env)
            }
            WrittenValue::Each { value: each, pattern, values, .. } => {
                let Some(turns) = self.iterations(pattern, values, place, env) else {
                    return Binding::Invalid;
                };
                let values = turns.iter().map(|env| self.binding(each, place, env)).collect();
                self.listed(values, value, env)
            }
            WrittenValue::Expr(expr) => self.expr(expr, None, place, env),
            WrittenValue::Layer { call, expr } => self.expr(expr, Some(call), place, env),
        }
    }

    /// Values as a list, which is wrong if one of them is.
    fn listed(
        &mut self,
        values: Rc<[Binding]>,
        written: &WrittenValue,
        env: &Environment,
    ) -> Binding {
        if values.iter().any(|value| matches!(value, Binding::Invalid)) {
            return Binding::Invalid;
        }
        let lists = || values.iter().filter(|value| matches!(value, Binding::List(_)));
        if lists().any(|list| list.depth() == MAX_NESTED) {
            let message = format!("lists can be nested at most {MAX_NESTED} deep");
            self.error(NodeId::of(written), written.span(), message, env);
            return Binding::Invalid;
        }
        let size = lists().map(Binding::size).sum();
        match self.turns.take_all(size, written.span().start(), self.errors) {
            true => Binding::List(values),
            false => Binding::Invalid,
        }
    }

    /// What an expression stands for, which may be the call of a layer as well.
    fn expr(
        &mut self,
        expr: &Expr,
        call: Option<&'a Call>,
        place: &Rc<Place>,
        env: &Environment,
    ) -> Binding {
        let scope = env.scope();
        // A name, or an element of a list.
        if let Some(Ok(binding)) = element::whole(expr.tokens(), scope)
            && !matches!(binding, Binding::Parameter { .. })
        {
            let clear = self.labels.check_name(expr, binding, place, env, self.errors);
            return clear.map_or(Binding::Invalid, |()| binding.clone());
        }
        if scope.is_invalid(expr) {
            return Binding::Invalid;
        }
        let generic = scope.is_generic(expr);
        let number = match eval::evaluate_any(expr, scope) {
            Ok(value) if !generic => return Binding::known(&value),
            Ok(Value::Number(number)) => Some(number),
            Ok(Value::List(_)) | Err(NoValue::Unknown) => None,
            Err(NoValue::Invalid(why)) => {
                self.error(expr.id(), expr.span(), format!("this {why}"), env);
                return Binding::Invalid;
            }
        };
        let Ok(label) = self.labels.value(expr, place, env, self.errors) else {
            return Binding::Invalid;
        };
        if let (Some(word), Some(label)) = (self.word_of(expr, scope), &label) {
            let home = scope.home().number;
            return Binding::Word { word, home, label: label.clone() };
        }
        let tokens = substitute::expr(expr, scope).tokens().to_vec();
        let mut length = 0;
        let is_too_long = is_too_long(&tokens, &mut length);
        let at = expr.span().start();
        if length >= LONG && !self.turns.take_all(length, at, self.errors) {
            return Binding::Invalid;
        }
        if is_too_long {
            let message = format!("this expression has grown to more than {MAX_TOKENS} tokens");
            self.error(expr.id(), expr.span(), message, env);
            return Binding::Invalid;
        }
        let layer = call.map(|call| {
            self.session.give(call);
            Rc::new(LayerValue {
                call: NodeId::of(call),
                text: expr.text(),
                scope: Rc::clone(scope),
                place: Rc::clone(place),
                blocks: Rc::clone(env.blocks()),
                outer: env.outer(),
            })
        });
        Binding::Expr { number, tokens, generic, label, layer }
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

/// The kind of a value, for messages.
pub fn described(binding: &Binding) -> String {
    match binding {
        Binding::Parameter { .. } => "a parameter of the network".to_owned(),
        Binding::Type => "a network".to_owned(),
        Binding::Expr { number: Some(number), .. } => number.kind().to_owned(),
        Binding::Expr { tokens, .. } => format!("`{}`", text::of(tokens)),
        Binding::List(_) => "a list".to_owned(),
        Binding::Word { word, .. } => format!("`{word}`"),
        Binding::Infer => "`_`".to_owned(),
        Binding::Invalid => "wrong".to_owned(),
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
