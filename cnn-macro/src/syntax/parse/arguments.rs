//! From the tokens between two parentheses to arguments.

use proc_macro2::{Delimiter, Group, Span, TokenTree};
use quote::ToTokens as _;
use syn::Ident;

use crate::report::place::SpanRange;
use crate::syntax::ast::{Argument, WrittenValue};
use crate::syntax::parse::{Parser, Read, Unreadable, starts_with};
use crate::value::expr::Expr;
use crate::value::text;

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
            _ => match self.list(tokens) {
                Some(list) => Some(list),
                None => {
                    let expr = Expr::new(tokens.to_vec())?;
                    let span = expr.span();
                    Some(self.expr(expr).map_or(WrittenValue::Broken(span), WrittenValue::Expr))
                }
            },
        }
    }

    /// `(3, 5)`, `[3, 5]` or `["part{i}" for i in 0..4]`. `None` if it is no list.
    pub(super) fn list(&mut self, tokens: &[TokenTree]) -> Option<WrittenValue> {
        if has_for(tokens) {
            let span = SpanRange::of(tokens)?;
            self.errors.push(span, unbracketed(tokens));
            return Some(self.each(tokens, span.start()));
        }
        let [TokenTree::Group(group)] = tokens else { return None };
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        match group.delimiter() {
            Delimiter::Bracket if has_for(&inner) => Some(self.each(&inner, group.span())),
            Delimiter::Parenthesis if has_for(&inner) => {
                self.errors.push(group.span(), unbracketed(&inner));
                Some(self.each(&inner, group.span()))
            }
            _ if is_list(group) => Some(self.values(group, &inner)),
            _ => None,
        }
    }

    /// The values of a list, which are `inner`.
    fn values(&mut self, group: &Group, inner: &[TokenTree]) -> WrittenValue {
        let mut values = Vec::new();
        for piece in self.split(inner) {
            let value = self.value(piece);
            values.extend(value.and_then(|value| self.no_list(value)));
        }
        let brackets = match (group.delimiter(), values.len()) {
            (Delimiter::Bracket, _) => ["[", "]"],
            (_, 1) => ["(", ",)"],
            _ => ["(", ")"],
        };
        WrittenValue::List { span: group.span(), brackets, values }
    }

    /// A value, if it can stand in a list.
    fn no_list(&mut self, value: WrittenValue) -> Option<WrittenValue> {
        match value {
            WrittenValue::List { span, .. } | WrittenValue::Each { span, .. } => {
                self.errors.push(span, "a list of values holds no further lists");
                None
            }
            value => Some(value),
        }
    }

    /// `"part{i}" for i in 0..4`, what stands between the brackets of a list that is computed.
    fn each(&mut self, tokens: &[TokenTree], span: Span) -> WrittenValue {
        self.read_each(tokens, span).unwrap_or(WrittenValue::Broken(span.into()))
    }

    fn read_each(&mut self, tokens: &[TokenTree], span: Span) -> Read<WrittenValue> {
        let pieces = self.split(tokens);
        let [piece] = &pieces[..] else {
            let message = format!("a list with a `for` holds nothing else: `{EACH}`");
            return self.fail(span, message);
        };
        let form = || format!("a list with a `for` is written as `{EACH}`");
        let at = piece.iter().position(is_for).unwrap_or(piece.len());
        let (value, rest) = piece.split_at(at);
        let [_, TokenTree::Ident(name), TokenTree::Ident(word), range @ ..] = rest else {
            return self.fail(SpanRange::of(rest).unwrap_or(span.into()), form());
        };
        let is_name = syn::parse2::<Ident>(name.to_token_stream()).is_ok();
        if !is_name || word != "in" || value.is_empty() {
            return self.fail(SpanRange::of(rest).unwrap_or(span.into()), form());
        }
        let range = Expr::new(range.to_vec());
        match range.as_ref().and_then(Expr::as_range) {
            Some((_, end)) if starts_with(end.tokens(), '=') => {
                self.fail(end.span(), "the end of an iteration is not part of it: `0..4`")
            }
            Some((start, end)) => {
                let value = self.value(value).and_then(|value| self.no_list(value));
                let value = Box::new(value.ok_or(Unreadable)?);
                Ok(WrittenValue::Each { span, value, name: name.clone(), start, end })
            }
            None => self.fail(range.map_or(word.span().into(), |range| range.span()), form()),
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
            let in_path = angles > 0
                || operand
                || (i >= 2 && is_path(&tokens[i - 2..i]))
                || is_type(&tokens[i - 1]);
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

/// Whether a name is written as that of a type, such as `Backbone`, and not as that of a constant.
fn is_type(token: &TokenTree) -> bool {
    let TokenTree::Ident(name) = token else { return false };
    let name = name.to_string();
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
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

/// A list that is computed.
const EACH: &str = "[\"part{i}\" for i in 0..4]";

/// Whether a list is computed with a `for`. In a type, `for<'a>` is something else.
fn has_for(tokens: &[TokenTree]) -> bool {
    let for_at = tokens.iter().position(is_for);
    for_at.is_some_and(|at| !starts_with(&tokens[at + 1..], '<'))
}

fn is_for(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(word) if word == "for")
}

/// The message for a list that is computed, but has no brackets.
fn unbracketed(tokens: &[TokenTree]) -> String {
    format!("a list with a `for` stands in brackets\nhelp: write `[{}]`", text::of(tokens))
}

/// Whether a group is a list of values: an array, or parentheses with a comma.
fn is_list(group: &Group) -> bool {
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
