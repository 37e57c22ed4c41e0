//! Labels, and what refers to them.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Lit, LitStr};

use crate::report::place::SpanRange;
use crate::value::expr::Expr;
use crate::value::token::is_punct;

/// The label of a statement.
pub struct Label {
    /// `None` for `_`: the statement has no name of its own.
    pub text: Option<LabelText>,
    /// The identifier, if it is written as one that Rust could have for a name.
    pub ident: Option<Ident>,
    pub span: Span,
    /// Whether its `:` is missing: then it may be a layer that is being typed.
    pub unmarked: bool,
}

impl Label {
    /// `_`
    pub fn unnamed(span: Span) -> Label {
        Label { text: None, ident: None, span, unmarked: false }
    }

    pub fn ident(name: &Ident) -> Label {
        let text = Some(LabelText::plain(name.unraw().to_string()));
        // A keyword is a label, but no name of Rust's.
        let ident = syn::parse2(name.to_token_stream()).ok();
        Label { text, ident, span: name.span(), unmarked: false }
    }

    /// The content of a string, or another literal in its place.
    pub fn literal(literal: &Literal) -> Label {
        let text = match Lit::new(literal.clone()) {
            Lit::Str(string) => LabelText::new(&string.value()),
            _ => LabelText::plain(literal.to_string()),
        };
        Label { text: Some(text), ident: None, span: literal.span(), unmarked: false }
    }

    /// The content of a string. `None` if it cannot be a name: parts with dots between them, without spaces and empty
    /// ones. Of an expression in braces, only the value will be in the name.
    pub fn string(string: &LitStr) -> Option<Label> {
        let text = string.value();
        is_name(&text).then(|| Label {
            text: Some(LabelText::new(&text)),
            ident: None,
            span: string.span(),
            unmarked: false,
        })
    }
}

/// A label where something refers to it.
pub struct Reference {
    /// `None` for `_`, what flows here.
    pub text: Option<LabelText>,
    /// Its first part, if that is written as a name: it may stand for something else. A string is a label
    /// as it is.
    pub first: Option<Ident>,
    pub span: SpanRange,
}

impl Reference {
    /// `_`
    pub fn flow(span: Span) -> Reference {
        Reference { text: None, first: None, span: span.into() }
    }

    /// Reads `skip`, `encoder.skip`, `"block-1"` or `_`. `None` if it is neither.
    pub fn read(tokens: &[TokenTree]) -> Option<Reference> {
        let first = match tokens {
            // What a `macro_rules` macro hands on as an expression.
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                return Reference::read(&group.stream().into_iter().collect::<Vec<_>>());
            }
            [TokenTree::Ident(word)] if word == "_" => return Some(Reference::flow(word.span())),
            [TokenTree::Ident(first), ..] => {
                Some(Ident::new(&first.unraw().to_string(), first.span()))
            }
            _ => None,
        };
        // Parts with dots between them.
        if tokens.split(|token| is_punct(token, '.')).any(|part| part.len() != 1) {
            return None;
        }
        let mut text = String::new();
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => text.push_str(&ident.unraw().to_string()),
                token if is_punct(token, '.') => text.push('.'),
                TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
                    Lit::Str(string) => text.push_str(&string.value()),
                    _ => text.push_str(&literal.to_string()),
                },
                _ => return None,
            }
        }
        Some(Reference { text: Some(LabelText::new(&text)), first, span: SpanRange::of(tokens)? })
    }
}

/// The text of a label: a name, or one in which values are in braces, such as `"block1-{i}"`.
pub struct LabelText {
    parts: Vec<LabelPart>,
}

pub enum LabelPart {
    Text(String),
    /// The tokens in braces, and their expression, if they are one.
    Value(String, Option<Expr>),
}

impl LabelText {
    fn plain(text: String) -> LabelText {
        LabelText { parts: vec![LabelPart::Text(text)] }
    }

    /// Reads the content of a string.
    pub fn new(text: &str) -> LabelText {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (inner, after) = after.split_once('}').unwrap_or((after, ""));
            let tokens = inner.parse::<TokenStream>().ok();
            let expr = tokens.and_then(|tokens| Expr::new(tokens.into_iter().collect()));
            parts.push(LabelPart::Text(before.to_owned()));
            parts.push(LabelPart::Value(inner.to_owned(), expr));
            rest = after;
        }
        parts.push(LabelPart::Text(rest.to_owned()));
        LabelText { parts }
    }

    pub fn parts(&self) -> &[LabelPart] {
        &self.parts
    }

    /// Whether there are values in it.
    pub fn is_computed(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, LabelPart::Value(..)))
    }
}

/// A label as it is written where something refers to it: as a string, unless names can spell it.
pub fn spelled(label: &str) -> String {
    let is_name = |part: &str| syn::parse_str::<Ident>(part).is_ok();
    if label.split('.').all(is_name) { label.to_owned() } else { format!("\"{label}\"") }
}

/// Whether a text can be a label: parts with dots between them, without spaces and empty ones.
pub fn is_name(text: &str) -> bool {
    let mut outside = String::new();
    let mut inside = false;
    for char in text.chars() {
        match (char, inside) {
            ('{', false) => {
                inside = true;
                outside.push('0');
            }
            ('}', true) => inside = false,
            ('{' | '}', _) => return false,
            (_, true) => {}
            (char, false) => outside.push(char),
        }
    }
    let is_part = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
    !inside && outside.split('.').all(is_part)
}
