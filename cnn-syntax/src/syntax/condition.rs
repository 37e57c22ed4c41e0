//! `#[cfg(…)]` on layers.
//!
//! A procedural macro does not learn which conditions hold. So a declaration is expanded again for each of
//! them: the macro hands it on twice, with the condition decided in either way, to a `macro_rules` macro of which
//! there are two, behind a `#[cfg]` each, and which invokes this one with one of the two.

use std::mem;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::{Attribute, Meta};

use crate::value::text;

/// The condition of an attribute on a layer.
pub enum Condition {
    /// `#[cfg(true)]` or `#[cfg(false)]`: it has been decided.
    Decided(bool),
    /// Only rustc knows.
    Open(TokenStream),
    /// It is not a condition.
    Malformed,
}

impl Condition {
    /// The condition in a `#[cfg(…)]`.
    pub fn of(attr: &Attribute) -> Condition {
        let Meta::List(list) = &attr.meta else { return Condition::Malformed };
        match text_of(&list.tokens).as_str() {
            "true" => Condition::Decided(true),
            "false" => Condition::Decided(false),
            _ => match list.tokens.clone().into_iter().next() {
                Some(TokenTree::Ident(_) | TokenTree::Group(_)) => {
                    Condition::Open(list.tokens.clone())
                }
                _ => Condition::Malformed,
            },
        }
    }
}

/// A declaration in which a condition is decided wherever it occurs. `None` if it does not occur.
pub fn decide(tokens: &TokenStream, condition: &TokenStream, value: bool) -> Option<TokenStream> {
    let mut decision = Decision { condition: text_of(condition), value, made: false };
    let tokens = decision.within(tokens.clone());
    decision.made.then_some(tokens)
}

struct Decision {
    condition: String,
    value: bool,
    /// Whether there was something to decide.
    made: bool,
}

impl Decision {
    fn within(&mut self, tokens: TokenStream) -> TokenStream {
        let mut decided: Vec<TokenTree> = Vec::new();
        for token in tokens {
            let before = decided.last();
            let attribute = matches!(before, Some(TokenTree::Punct(hash)) if hash.as_char() == '#');
            decided.push(match token {
                TokenTree::Group(group) => TokenTree::Group(self.group(group, attribute)),
                other => other,
            });
        }
        decided.into_iter().collect()
    }

    fn group(&mut self, group: Group, attribute: bool) -> Group {
        let before = mem::take(&mut self.made);
        let content = match self.attribute(&group).filter(|_| attribute) {
            Some(content) => {
                self.made = true;
                content
            }
            None => self.within(group.stream()),
        };
        // A group that is made anew has one place for both of its brackets, so others are kept.
        let group = if self.made { with(&group, content) } else { group };
        self.made |= before;
        group
    }

    /// The content of the attribute, with the condition decided.
    fn attribute(&self, group: &Group) -> Option<TokenStream> {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let [TokenTree::Ident(cfg), TokenTree::Group(condition)] = &tokens[..] else { return None };
        if cfg != "cfg" || text_of(&condition.stream()) != self.condition {
            return None;
        }
        let word = if self.value { "true" } else { "false" };
        let word = TokenTree::Ident(Ident::new(word, condition.span()));
        let condition = with(condition, word.into());
        Some([TokenTree::Ident(cfg.clone()), TokenTree::Group(condition)].into_iter().collect())
    }
}

/// A group with another content.
fn with(group: &Group, content: TokenStream) -> Group {
    let mut other = Group::new(group.delimiter(), content);
    other.set_span(group.span());
    other
}

fn text_of(tokens: &TokenStream) -> String {
    text::of(&tokens.clone().into_iter().collect::<Vec<_>>())
}
