//! Errors, collected on the way and turned into tokens once, at the end.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

use crate::report::place::{NodeId, SpanRange};
use crate::report::wording::Message;

/// All errors of an invocation.
#[derive(Default)]
pub struct Errors {
    list: Vec<(SpanRange, String)>,
    /// The messages that have been reported for each node, and are not repeated.
    once: HashSet<(NodeId, String)>,
    /// Whether something is wrong that another `cnn!` has reported.
    elsewhere: bool,
}

impl Errors {
    /// Adds an error. The message is a title, and lines below it.
    pub fn push(&mut self, at: impl Into<SpanRange>, message: impl Into<String>) {
        self.list.push((at.into(), message.into()));
    }

    /// Adds an error about a node, unless the same has been said about it before: a block that is
    /// used several times is lowered several times.
    pub fn push_once(
        &mut self,
        node: NodeId,
        at: impl Into<SpanRange>,
        message: impl Into<Message>,
    ) {
        let message = message.into().into_text();
        if self.once.insert((node, message.clone())) {
            self.push(at, message);
        }
    }

    /// Adds an error that syn found.
    pub fn push_syn(&mut self, error: &syn::Error) {
        self.push(error.span(), error.to_string());
    }

    /// Notes that something is wrong that another `cnn!` has reported.
    pub fn note_elsewhere(&mut self) {
        self.elsewhere = true;
    }

    /// Whether anything wrong has been reported, here or elsewhere.
    pub fn is_anything_reported(&self) -> bool {
        self.elsewhere || !self.list.is_empty()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The places and messages of the errors.
    pub fn iter(&self) -> impl Iterator<Item = (SpanRange, &str)> {
        self.list.iter().map(|(at, message)| (*at, message.as_str()))
    }
}

impl ToTokens for Errors {
    /// `compile_error!`s in the position of items or statements.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for (at, message) in &self.list {
            // rustc underlines a macro call from its first to its last token.
            let (start, end) = (at.start(), at.end());
            tokens.extend(quote_spanned!(start=> ::core::compile_error!));
            let mut text = Literal::string(message);
            text.set_span(end);
            let mut group = Group::new(Delimiter::Brace, TokenTree::Literal(text).into());
            group.set_span(end);
            group.to_tokens(tokens);
        }
    }
}
