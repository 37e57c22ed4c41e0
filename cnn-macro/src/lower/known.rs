//! What has to be known before there are layers: counts, conditions, and what names stand for.

use proc_macro2::TokenTree;

use crate::lower::declared::Declared;
use crate::lower::environment::Environment;
use crate::report::errors::Errors;
use crate::report::place::NodeId;
use crate::report::suggest;
use crate::syntax::ast::WrittenValue;
use crate::value::expr::Expr;
use crate::value::number::{Integers, NoValue, Number};
use crate::value::scope::Binding;
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

/// What a value stands for, in a block or after a `let`.
pub fn binding(
    value: &WrittenValue,
    env: &Environment<'_>,
    declared: &Declared<'_>,
    errors: &mut Errors,
) -> Binding {
    let expr = match value {
        WrittenValue::Infer(_) => return Binding::Infer,
        WrittenValue::Broken(_) => return Binding::Invalid,
        WrittenValue::List { values, .. } => return list(values, env, declared, errors),
        WrittenValue::Expr(expr) => expr,
    };
    let scope = env.scope();
    if let Some(name) = expr.as_ident() {
        let name = name.to_string();
        match scope.get(&name) {
            None if suggest::is_word(&name)
                || declared.is_layer(&name)
                || declared.is_surely_network(&name, scope) =>
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
    let generic = scope.is_generic(expr);
    match eval::evaluate_any(expr, scope) {
        Ok(number) if !generic => Binding::number(number),
        Err(NoValue::Invalid(why)) => {
            env.error(errors, expr.id(), expr.span(), format!("this {why}"));
            Binding::Invalid
        }
        number => {
            let tokens = substitute::expr(expr, scope).tokens().to_vec();
            if is_too_long(&tokens, &mut 0) {
                let message = format!("this expression has grown to more than {MAX_TOKENS} tokens");
                env.error(errors, expr.id(), expr.span(), message);
                return Binding::Invalid;
            }
            Binding::Expr { number: number.ok(), tokens, generic }
        }
    }
}

fn list(
    values: &[WrittenValue],
    env: &Environment<'_>,
    declared: &Declared<'_>,
    errors: &mut Errors,
) -> Binding {
    let mut bindings = Vec::new();
    for value in values {
        let binding = binding(value, env, declared, errors);
        if let Binding::List(_) = binding {
            let message = "a list of values holds no further lists";
            env.error(errors, NodeId::of(value), value.span(), message);
            return Binding::Invalid;
        }
        bindings.push(binding);
    }
    Binding::List(bindings)
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
