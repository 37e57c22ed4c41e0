//! Errors, collected on the way and turned into tokens once, at the end.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

/// The stretch of source an error underlines: from the start of one token to the end of another.
#[derive(Clone, Copy)]
pub struct Extent {
    pub start: Span,
    pub end: Span,
}

impl From<Span> for Extent {
    fn from(span: Span) -> Extent {
        Extent { start: span, end: span }
    }
}

impl Extent {
    /// From the first to the last of some tokens; `None` if there are none.
    pub fn of(tokens: &[TokenTree]) -> Option<Extent> {
        Some(Extent { start: tokens.first()?.span(), end: tokens.last()?.span() })
    }

    pub fn to(self, end: impl Into<Extent>) -> Extent {
        Extent { start: self.start, end: end.into().end }
    }
}

/// All errors of an invocation.
#[derive(Default)]
pub struct Errors {
    list: Vec<(Extent, String)>,
    /// What is not to be reported again.
    once: HashSet<(String, String)>,
}

/// A message with the calls of blocks that led to it.
pub fn located(message: &str, within: &str) -> String {
    if within.is_empty() {
        return message.to_owned();
    }
    let help = message.find("\nhelp: ").unwrap_or(message.len());
    let (what, help) = message.split_at(help);
    format!("{what}\nin {within}{help}")
}

/// The line of a token; 0 where no compiler tells.
pub fn line(span: Span) -> u32 {
    if !proc_macro::is_available() {
        return 0;
    }
    span.unwrap().line().try_into().unwrap_or(0)
}

impl Errors {
    /// Adds an error. The message is a title, and lines below it.
    pub fn push(&mut self, at: impl Into<Extent>, message: impl Into<String>) {
        self.list.push((at.into(), message.into()));
    }

    /// Adds an error, unless the same has been found at that place before: in a block that is used
    /// several times.
    pub fn push_once(&mut self, at: impl Into<Extent>, message: impl Into<String>) {
        let (at, message) = (at.into(), message.into());
        let key = (format!("{:?}", at.start), message.clone());
        if self.once.insert(key) {
            self.push(at, message);
        }
    }

    /// Adds an error that syn found.
    pub fn push_syn(&mut self, error: &syn::Error) {
        self.push(error.span(), error.to_string());
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }
}

impl ToTokens for Errors {
    /// `compile_error!`s that stand where items or statements may.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for (at, message) in &self.list {
            // rustc underlines a macro call from its first to its last token.
            let Extent { start, end } = *at;
            tokens.extend(quote_spanned!(start=> ::core::compile_error!));
            let mut text = Literal::string(message);
            text.set_span(end);
            let mut group = Group::new(Delimiter::Brace, TokenTree::Literal(text).into());
            group.set_span(end);
            group.to_tokens(tokens);
        }
    }
}
