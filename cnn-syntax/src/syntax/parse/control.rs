//! From tokens to `if`, `for`, `let` and assignments.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Token, token};

use crate::report::place::SpanRange;
use crate::syntax::ast::{Statement, StatementKind, WrittenValue};
use crate::syntax::parse::{Parser, Read, Unreadable, begins_with};
use crate::value::expr::Expr;
use crate::value::token::is_word;

/// More than anybody writes; each is within the one before it.
const MAX_ELSES: usize = 100;

impl Parser<'_> {
    /// `if condition { … } else { … }`
    pub(super) fn condition(
        &mut self,
        input: ParseStream<'_>,
        elses: usize,
    ) -> Read<StatementKind> {
        let tokens = self.until(input, |input| input.peek(token::Brace));
        let Some(condition) = Expr::new(tokens) else {
            return self.fail(self.last, "the condition is missing: `if stride > 1 { … }`");
        };
        let then = self.braced_layers(input)?;
        let mut otherwise = Vec::new();
        if begins_with(input, "else") {
            self.last = self.syn(input.call(Ident::parse_any))?.span();
            if begins_with(input, "if") {
                if elses == MAX_ELSES {
                    let message = format!("an `if` can have at most {MAX_ELSES} `else if`s");
                    return self.fail(self.last, message);
                }
                self.syn(input.call(Ident::parse_any))?;
                let kind = self.condition(input, elses + 1)?;
                otherwise.push(Statement::plain(kind));
            } else {
                otherwise = self.braced_layers(input)?;
            }
        }
        Ok(StatementKind::If { condition, then, otherwise })
    }

    /// `for i in 0..4 { … }`
    pub(super) fn iteration(&mut self, input: ParseStream<'_>) -> Read<StatementKind> {
        const FORM: &str = "a loop is written `for i in 0..4 { … }`";
        let keyword = self.last;
        let tokens = self.until(input, |input| input.peek(token::Brace));
        let within = tokens.iter().position(|token| is_word(token, "in"));
        let Some(within) = within else {
            return self.fail(SpanRange::of(&tokens).unwrap_or(keyword.into()), FORM);
        };
        let Some(pattern) = self.pattern(&tokens[..within]) else {
            let span = SpanRange::of(&tokens[..=within]).unwrap_or(keyword.into());
            return self.fail(span, FORM);
        };
        let values = self.sequence(&tokens[within + 1..], tokens[within].span(), FORM)?;
        Ok(StatementKind::For { pattern, values, layers: self.braced_layers(input)? })
    }

    /// `let name = value`
    pub(super) fn binding(&mut self, input: ParseStream<'_>) -> Read<StatementKind> {
        let keyword = self.last;
        let tokens = self.until(input, |input| {
            input.peek(Token![=]) || input.peek(Token![:]) || input.peek(Token![;])
        });
        let span = SpanRange::of(&tokens).unwrap_or(keyword.into());
        let Some(pattern) = self.pattern(&tokens) else {
            return self.fail(span, "a `let` is written `let name = value;`");
        };
        if input.peek(Token![:]) {
            let colon = self.syn(input.parse::<Token![:]>())?.span;
            let ty = self.until(input, |input| input.peek(Token![=]) || input.peek(Token![;]));
            let span = SpanRange::from(colon).to(SpanRange::of(&ty).unwrap_or(colon.into()));
            self.errors.push(span, "a `let` cannot have a type here");
        }
        if input.parse::<Token![=]>().is_err() {
            return self.fail(span, format!("`{}` has no value", pattern.text()));
        }
        let tokens = self.until(input, |input| input.peek(Token![;]));
        match self.value(&tokens) {
            Some(value) => Ok(StatementKind::Let { pattern, value }),
            None => self.fail(span, format!("`{}` has no value", pattern.text())),
        }
    }

    /// `name = value` or `name += value`, if a name is that of a value and an operator follows it that assigns.
    pub(super) fn assignment(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
    ) -> Option<Read<StatementKind>> {
        let operator = assigning(input).filter(|_| self.bound.contains(&name.to_string()))?;
        for _ in operator.chars() {
            self.skip_one(input);
        }
        let tokens = self.until(input, |input| input.peek(Token![;]));
        let Some(value) = self.value(&tokens) else {
            return Some(self.fail(self.last, format!("`{name}` has no value")));
        };
        // `width += 2` is `width = width + (2)`.
        let value = match (operator.strip_suffix('='), value) {
            (Some(operator), WrittenValue::Expr(value)) if !operator.is_empty() => {
                let mut tokens = vec![TokenTree::from(name.clone())];
                tokens.extend(operator.chars().map(|char| Punct::new(char, Spacing::Joint).into()));
                let value = Group::new(Delimiter::None, value.to_token_stream());
                tokens.push(value.into());
                let Some(value) = Expr::new(tokens) else { return Some(Err(Unreadable)) };
                WrittenValue::Expr(value)
            }
            (_, value) => value,
        };
        Some(Ok(StatementKind::Assign { name: name.clone(), value }))
    }
}

/// The operator that assigns which some tokens begin with: `=` or `+=`.
fn assigning(input: ParseStream<'_>) -> Option<&'static str> {
    let mut cursor = input.cursor();
    let mut puncts = String::new();
    while let Some((punct, next)) = cursor.punct() {
        puncts.push(punct.as_char());
        cursor = next;
        if punct.spacing() == Spacing::Alone {
            break;
        }
    }
    ASSIGNING.into_iter().find(|operator| **operator == puncts)
}

/// The operators that assign.
const ASSIGNING: [&str; 11] = ["=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>="];
