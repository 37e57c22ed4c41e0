//! From the tokens between two parentheses to arguments.

use proc_macro2::TokenTree;

use crate::syntax::ast::Argument;
use crate::syntax::parse::{Parser, Read, starts_with};
use crate::value::expr::Expr;
use crate::value::text;
use crate::value::token::is_punct;

impl Parser<'_> {
    pub(super) fn args(&mut self, tokens: &[TokenTree]) -> Vec<Argument> {
        let mut args = Vec::new();
        for piece in self.split(tokens) {
            let (name, value) = match piece {
                [TokenTree::Ident(name), TokenTree::Punct(punct), value @ ..]
                    if punct.as_char() == '=' && !starts_with(value, '=') =>
                {
                    (Some(name.clone()), value)
                }
                [TokenTree::Ident(name), TokenTree::Punct(punct), value @ ..]
                    if punct.as_char() == ':' && !starts_with(value, ':') =>
                {
                    self.errors.push(punct.span(), "named arguments are written with `=`");
                    (Some(name.clone()), value)
                }
                value => (None, value),
            };
            match (self.value(value), &name) {
                (Some(value), _) => args.push(Argument { name, value }),
                (None, Some(name)) => {
                    self.errors.push(name.span(), format!("`{name}` has no value"));
                }
                (None, None) => {}
            }
        }
        args
    }

    /// An expression, if rustc will be able to read it.
    pub(super) fn expr(&mut self, expr: Expr) -> Read<Expr> {
        match expr.validate() {
            Ok(()) => Ok(expr),
            Err(error) => match missing_comma(expr.tokens()) {
                Some(next) => self.fail(next.span(), "missing `,` before this value"),
                None => self.fail(expr.span(), format!("this is not an expression: {error}")),
            },
        }
    }

    /// The pieces between commas. A comma among generics, as in `f::<A, B>(x)`, does not separate.
    pub(super) fn split<'t>(&mut self, tokens: &'t [TokenTree]) -> Vec<&'t [TokenTree]> {
        let mut pieces = Vec::new();
        let (mut start, mut angles) = (0, 0_usize);
        for (i, token) in tokens.iter().enumerate() {
            let TokenTree::Punct(punct) = token else { continue };
            // After a value `<` compares, and after `<` it shifts.
            let operand = i == start
                || matches!(tokens.get(i - 1), Some(TokenTree::Punct(before)) if before.as_char() != '<');
            let in_path = angles > 0
                || operand
                || (i >= 2 && is_path(&tokens[i - 2..i]))
                || is_type(&tokens[i - 1]);
            match punct.as_char() {
                '<' if in_path => angles += 1,
                '>' => angles = angles.saturating_sub(1),
                ',' if angles == 0 => {
                    if start == i {
                        self.errors.push(punct.span(), "missing value before this comma");
                    } else {
                        pieces.push(&tokens[start..i]);
                    }
                    start = i + 1;
                }
                _ => {}
            }
        }
        if start < tokens.len() {
            pieces.push(&tokens[start..]);
        }
        pieces
    }
}

/// Whether a name is written as that of a type, such as `Backbone`, and not as that of a constant.
fn is_type(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(name) if text::is_type(&name.to_string()))
}

/// A value directly after another one.
fn missing_comma(tokens: &[TokenTree]) -> Option<&TokenTree> {
    let value = |token: &TokenTree| matches!(token, TokenTree::Literal(_) | TokenTree::Ident(_));
    tokens.windows(2).find_map(|pair| match pair {
        [TokenTree::Literal(_), next] if value(next) => Some(next),
        [before, next @ TokenTree::Literal(_)] if value(before) => Some(next),
        _ => None,
    })
}

/// `::`
fn is_path(pair: &[TokenTree]) -> bool {
    pair.iter().all(|token| is_punct(token, ':'))
}

/// Whether an argument begins with its name, `groups = 2`.
pub(super) fn is_named(argument: &[TokenTree]) -> bool {
    match argument {
        [TokenTree::Ident(_), equals, value @ ..] => {
            is_punct(equals, '=') && !starts_with(value, '=')
        }
        _ => false,
    }
}
