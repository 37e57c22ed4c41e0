//! From the tokens between two parentheses to arguments.

use proc_macro2::{Delimiter, TokenTree};

use crate::syntax::ast::{Argument, WrittenValue};
use crate::syntax::parse::{Parser, Read, starts_with};
use crate::value::expr::Expr;

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
                    self.errors.push(name.span(), format!("`{name}` is given no value"));
                }
                (None, None) => {}
            }
        }
        args
    }

    pub(super) fn value(&mut self, tokens: &[TokenTree]) -> Option<WrittenValue> {
        match tokens {
            // What a `macro_rules` macro passes on as `$value:expr`.
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                self.value(&group.stream().into_iter().collect::<Vec<_>>())
            }
            [TokenTree::Ident(ident)] if ident == "_" => Some(WrittenValue::Infer(ident.span())),
            [TokenTree::Group(group)] if is_list(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let mut values = Vec::new();
                for piece in self.split(&inner) {
                    match self.value(piece) {
                        Some(WrittenValue::List { span, .. }) => {
                            self.errors.push(span, "a list of values holds no further lists");
                        }
                        value => values.extend(value),
                    }
                }
                let brackets = match (group.delimiter(), values.len()) {
                    (Delimiter::Bracket, _) => ["[", "]"],
                    (_, 1) => ["(", ",)"],
                    _ => ["(", ")"],
                };
                Some(WrittenValue::List { span: group.span(), brackets, values })
            }
            _ => {
                let expr = Expr::new(tokens.to_vec())?;
                let span = expr.span();
                Some(self.expr(expr).map_or(WrittenValue::Broken(span), WrittenValue::Expr))
            }
        }
    }

    /// An expression, if rustc will be able to read it.
    pub(super) fn expr(&mut self, expr: Expr) -> Read<Expr> {
        match expr.validate() {
            Ok(()) => Ok(expr),
            Err(error) => match missing_comma(expr.tokens()) {
                Some(next) => self.fail(next.span(), "a `,` is missing before this value"),
                None => self.fail(expr.span(), format!("this is no expression: {error}")),
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
            let in_path = angles > 0 || operand || (i >= 2 && is_path(&tokens[i - 2..i]));
            match punct.as_char() {
                '<' if in_path => angles += 1,
                '>' => angles = angles.saturating_sub(1),
                ',' if angles == 0 => {
                    if start == i {
                        self.errors.push(punct.span(), "a value is missing before this comma");
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
    pair.iter().all(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':'))
}

/// Whether a group is a list of values: an array, or parentheses with a comma.
fn is_list(group: &proc_macro2::Group) -> bool {
    let is_comma = |token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    match group.delimiter() {
        Delimiter::Bracket => true,
        Delimiter::Parenthesis => {
            let mut tokens = group.stream().into_iter();
            group.stream().is_empty() || tokens.any(is_comma)
        }
        _ => false,
    }
}
