//! From tokens to values, lists, patterns and what iterations go through.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};
use quote::ToTokens as _;

use crate::report::place::SpanRange;
use crate::syntax::ast::{Adapter, Call, Pattern, Sequence, Source, WrittenValue};
use crate::syntax::parse::{Parser, Read, Unreadable, starts_with};
use crate::value::expr::Expr;
use crate::value::token::{is_punct, is_word};
use crate::value::{eval, text};

impl Parser<'_> {
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
                    Some(match self.layer(tokens) {
                        Some(call) => WrittenValue::Layer { call, expr },
                        None => {
                            self.expr(expr).map_or(WrittenValue::Broken(span), WrittenValue::Expr)
                        }
                    })
                }
            },
        }
    }

    /// `leaky_relu(0.1)`, if some tokens are the call of a layer or a block.
    fn layer(&mut self, tokens: &[TokenTree]) -> Option<Call> {
        let [TokenTree::Ident(name), TokenTree::Group(args)] = tokens else { return None };
        if args.delimiter() != Delimiter::Parenthesis || !self.is_layer(name) {
            return None;
        }
        let span = SpanRange::from(name.span()).to(args.span_close());
        let args = self.args(&args.stream().into_iter().collect::<Vec<_>>());
        Some(Call { parens: true, args, ..Call::new(name.clone(), span) })
    }

    /// `(3, 5)`, `[3, 5]` or `["part{i}" for i in 0..4]`. `None` if it is not a list.
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
            Delimiter::Bracket if is_array_of_one(&inner) => None,
            _ if is_list(group) => Some(self.values(group, &inner)),
            _ => None,
        }
    }

    /// The values of a list, which are `inner`.
    fn values(&mut self, group: &Group, inner: &[TokenTree]) -> WrittenValue {
        let mut values = Vec::new();
        for piece in self.split(inner) {
            values.extend(self.value(piece));
        }
        let brackets = brackets(group, values.len());
        WrittenValue::List { span: group.span(), brackets, values }
    }

    /// `"part{i}" for i in 0..4`, the content of a list that is computed.
    fn each(&mut self, tokens: &[TokenTree], span: Span) -> WrittenValue {
        self.read_each(tokens, span).unwrap_or(WrittenValue::Broken(span.into()))
    }

    fn read_each(&mut self, tokens: &[TokenTree], span: Span) -> Read<WrittenValue> {
        let at = tokens.iter().position(is_for).unwrap_or(tokens.len());
        if self.split(&tokens[..at]).len() > 1 {
            let message = format!("a list with a `for` cannot have other values: `{EACH}`");
            return self.fail(span, message);
        }
        let (value, rest) = tokens.split_at(at);
        let form = || format!("a list with a `for` is written `{EACH}`");
        let place = SpanRange::of(rest).unwrap_or(span.into());
        let within = rest.iter().position(|token| is_word(token, "in"));
        let Some(within) = within.filter(|_| !value.is_empty()) else {
            return self.fail(place, form());
        };
        let (pattern, values) = (&rest[1..within], &rest[within + 1..]);
        let Some(pattern) = self.pattern(pattern) else { return self.fail(place, form()) };
        let values = self.sequence(values, rest[within].span(), &form())?;
        let value = Box::new(self.value(value).ok_or(Unreadable)?);
        Ok(WrittenValue::Each { span, value, pattern, values: Box::new(values) })
    }

    /// `width`, `mut width`, `_` or `(width, _)`. `None` if it is not a pattern.
    pub(super) fn pattern(&mut self, tokens: &[TokenTree]) -> Option<Pattern> {
        let is_name = |name: &Ident| syn::parse2::<Ident>(name.to_token_stream()).is_ok();
        let pattern = match tokens {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                return self.pattern(&group.stream().into_iter().collect::<Vec<_>>());
            }
            [TokenTree::Ident(word)] if word == "_" => Pattern::Any(word.span()),
            [TokenTree::Ident(name)] if is_name(name) => {
                Pattern::Name { name: name.clone(), mutable: false }
            }
            [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mut" && is_name(name) => {
                Pattern::Name { name: name.clone(), mutable: true }
            }
            [TokenTree::Group(group)] if group.delimiter() != Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let pieces = self.split(&inner);
                let patterns: Option<Vec<Pattern>> =
                    pieces.into_iter().map(|piece| self.pattern(piece)).collect();
                let patterns = patterns?;
                let brackets = brackets(group, patterns.len());
                Pattern::List { span: group.span(), brackets, patterns }
            }
            _ => return None,
        };
        self.bound.extend(pattern.names().into_iter().map(Ident::to_string));
        Some(pattern)
    }

    /// `0..4`, `[3, 5]` or `widths`, and what may follow it, as in `(0..4).rev()`. `form` is what is said if it is
    /// nothing of that kind, at the last token before it.
    pub(super) fn sequence(
        &mut self,
        tokens: &[TokenTree],
        before: Span,
        form: &str,
    ) -> Read<Sequence> {
        let Some(span) = SpanRange::of(tokens) else { return self.fail(before, form) };
        if let Some((start, end, inclusive)) = eval::range(tokens) {
            let (Some(start), Some(end)) = (Expr::new(start.to_vec()), Expr::new(end.to_vec()))
            else {
                return self.fail(span, form);
            };
            if let Some(adapter) = adapter_of(end.tokens()) {
                let (range, adapter) = (&tokens[..tokens.len() - adapter.len()], text::of(adapter));
                let message = format!(
                    "`{adapter}` applies only to the end of this range\nhelp: write `({}){adapter}`",
                    text::of(range)
                );
                return self.fail(span, message);
            }
            let (start, end) = (self.expr(start)?, self.expr(end)?);
            let source = Source::Range { start, end, inclusive };
            return Ok(Sequence { source, adapters: Vec::new(), span });
        }
        match tokens {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                return self.sequence(&inner, before, form);
            }
            // Parentheses with commas are a list.
            [TokenTree::Group(group)]
                if group.delimiter() == Delimiter::Parenthesis && !is_list(group) =>
            {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let inner = Box::new(self.sequence(&inner, before, form)?);
                let source = Source::Sequence(inner);
                return Ok(Sequence { source, adapters: Vec::new(), span });
            }
            _ => {}
        }
        if let Some([_, TokenTree::Ident(name), TokenTree::Group(args)]) = adapter_of(tokens) {
            let inner = &tokens[..tokens.len() - 3];
            let mut sequence = self.sequence(inner, before, form)?;
            let args: Vec<TokenTree> = args.stream().into_iter().collect();
            // As in Rust, a comma may follow the last argument.
            let args = match &args[..] {
                [args @ .., comma] if !args.is_empty() && is_punct(comma, ',') => args,
                args => args,
            };
            sequence.adapters.extend(self.adapter(name, args)?);
            return Ok(Sequence { span, ..sequence });
        }
        let value = match tokens {
            [TokenTree::Literal(_)] => return self.fail(span, form),
            tokens => self.value(tokens).ok_or(Unreadable)?,
        };
        if let WrittenValue::Broken(_) = value {
            return Err(Unreadable);
        }
        Ok(Sequence { source: Source::Values(value), adapters: Vec::new(), span })
    }

    /// The adapter with this name, such as `.rev()`. `iter` does nothing.
    fn adapter(&mut self, name: &Ident, args: &[TokenTree]) -> Read<Option<Adapter>> {
        let text = name.to_string();
        match (text.as_str(), args) {
            ("rev", []) => Ok(Some(Adapter::Rev)),
            ("enumerate", []) => Ok(Some(Adapter::Enumerate)),
            ("iter", []) => Ok(None),
            ("zip", args) => {
                let form = "`zip` takes a second range or list: `.zip([8, 16])`";
                Ok(Some(Adapter::Zip(Box::new(self.sequence(args, name.span(), form)?))))
            }
            ("step_by" | "skip" | "take", args) => {
                let Some(count) = Expr::new(args.to_vec()) else {
                    return self.fail(name.span(), format!("`{text}` takes a number"));
                };
                let count = self.expr(count)?;
                Ok(Some(match text.as_str() {
                    "step_by" => Adapter::StepBy(count),
                    "skip" => Adapter::Skip(count),
                    _ => Adapter::Take(count),
                }))
            }
            _ => {
                let span = SpanRange::of(args).map_or(name.span().into(), |args| args);
                self.fail(span, format!("`{text}` takes no arguments"))
            }
        }
    }
}

/// `.rev()`, the last three of some tokens, if it is one of those that iterations know.
fn adapter_of(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let start = tokens.len().checked_sub(3)?;
    let last = &tokens[start..];
    let [TokenTree::Punct(dot), TokenTree::Ident(name), TokenTree::Group(args)] = last else {
        return None;
    };
    let is_adapter = Adapter::NAMES.iter().any(|known| name == known);
    let is_call = dot.as_char() == '.' && args.delimiter() == Delimiter::Parenthesis;
    (is_call && is_adapter).then_some(last)
}

/// A list that is computed.
const EACH: &str = "[\"part{i}\" for i in 0..4]";

/// Whether a list is computed with a `for`. In a type, `for<'a>` is something else.
fn has_for(tokens: &[TokenTree]) -> bool {
    let for_at = tokens.iter().position(is_for);
    for_at.is_some_and(|at| !starts_with(&tokens[at + 1..], '<'))
}

fn is_for(token: &TokenTree) -> bool {
    is_word(token, "for")
}

/// The message for a list that is computed, but has no brackets.
fn unbracketed(tokens: &[TokenTree]) -> String {
    format!("a list with a `for` is written in brackets\nhelp: write `[{}]`", text::of(tokens))
}

/// How a list of so many values, or of patterns, is written.
fn brackets(group: &Group, length: usize) -> [&'static str; 2] {
    match (group.delimiter(), length) {
        (Delimiter::Bracket, _) => ["[", "]"],
        (_, 1) => ["(", ",)"],
        _ => ["(", ")"],
    }
}

/// Whether a group is a list of values: an array, or parentheses with a comma.
fn is_list(group: &Group) -> bool {
    match group.delimiter() {
        Delimiter::Bracket => true,
        Delimiter::Parenthesis => {
            let mut tokens = group.stream().into_iter();
            group.stream().is_empty() || tokens.any(|token| is_punct(&token, ','))
        }
        _ => false,
    }
}

/// Whether this is the content of an array that repeats a value: `3; 4`.
fn is_array_of_one(inner: &[TokenTree]) -> bool {
    inner.iter().any(|token| is_punct(token, ';'))
}
