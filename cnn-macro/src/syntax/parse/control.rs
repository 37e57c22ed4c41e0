//! From tokens to `if`, `for` and `let`.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Token, token};

use crate::syntax::ast::{Statement, StatementKind};
use crate::syntax::parse::{Parser, Read, begins_with, starts_with};
use crate::value::expr::Expr;

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
                    let message = format!("an `if` has {MAX_ELSES} `else if`s at most");
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
        const FORM: &str = "an iteration is written as `for i in 0..4 { … }`";
        if input.peek(Token![_]) {
            return self.fail(input.span(), "for a repeat without a name, write `[layer; count]`");
        }
        let name = self.syn(input.parse::<Ident>())?;
        if !begins_with(input, "in") {
            return self.fail(self.here(input), FORM);
        }
        self.last = self.syn(input.call(Ident::parse_any))?.span();
        let range = Expr::new(self.until(input, |input| input.peek(token::Brace)));
        match range.as_ref().and_then(Expr::as_range) {
            Some((_, end)) if starts_with(end.tokens(), '=') => {
                self.fail(end.span(), "the end of an iteration is not part of it: `0..4`")
            }
            Some((start, end)) => {
                Ok(StatementKind::For { name, start, end, layers: self.braced_layers(input)? })
            }
            None => self.fail(range.map_or(self.last.into(), |range| range.span()), FORM),
        }
    }

    /// `let name = value`
    pub(super) fn binding(&mut self, input: ParseStream<'_>) -> Read<StatementKind> {
        let name = self.syn(input.parse::<Ident>())?;
        self.last = self.syn(input.parse::<Token![=]>())?.span;
        let tokens = self.until(input, |input| input.peek(Token![;]));
        match self.value(&tokens) {
            Some(value) => Ok(StatementKind::Let { name, value }),
            None => self.fail(self.last, format!("`{name}` is given no value")),
        }
    }
}
