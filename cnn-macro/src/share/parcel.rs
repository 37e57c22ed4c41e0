//! A shared block or function, as it comes from its `cnn!` to another one.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;

use crate::report::errors::Errors;
use crate::share::homes::Homes;
use crate::syntax::ast::{ConstantItem, Declaration, FunctionItem, Items};
use crate::syntax::parse;

/// A shared block or function with all that it uses.
///
/// As tokens, it is its name, and in braces the items as a `cnn!` has them; followed by what they use from other
/// `cnn!`s, each as the name it has there and its parcel in braces.
pub struct Parcel {
    /// All of it.
    pub tokens: TokenStream,
    pub name: Ident,
    /// Itself, and what it uses of its `cnn!`.
    pub items: Items,
    /// The items that it uses of others.
    pub uses: Vec<(Ident, Parcel)>,
}

impl Parcel {
    /// Reads a parcel. `None` if it is not a parcel: somebody has called the macro by hand.
    fn read(tokens: TokenStream, errors: &mut Errors) -> Option<Parcel> {
        let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let [TokenTree::Ident(name), TokenTree::Group(items), others @ ..] = &all[..] else {
            return None;
        };
        let Ok(Declaration::Items(items)) = parse::declaration(items.stream(), errors) else {
            return None;
        };
        let mut uses = Vec::new();
        for pair in others.chunks(2) {
            let [TokenTree::Ident(name), TokenTree::Group(parcel)] = pair else { return None };
            uses.push((name.clone(), Parcel::read(parcel.stream(), errors)?));
        }
        Some(Parcel { tokens, name: name.clone(), items, uses })
    }

    /// Reads parcels in braces.
    pub fn read_all(tokens: TokenStream, errors: &mut Errors) -> Vec<Option<Parcel>> {
        let groups = tokens.into_iter().filter_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
            _ => None,
        });
        groups.map(|group| Parcel::read(group.stream(), errors)).collect()
    }
}

/// The items that an item of a declaration uses, including itself: the content of its parcel.
pub struct Used<'a> {
    name: &'a Ident,
    names: HashSet<String>,
    items: &'a Items,
    homes: &'a Homes,
}

impl<'a> Used<'a> {
    /// What the block or the function with this name uses. Any word that is the name of something counts: what
    /// is not needed does no harm.
    pub fn by(name: &'a Ident, items: &'a Items, homes: &'a Homes) -> Used<'a> {
        let mut used = Used { name, names: HashSet::from([name.to_string()]), items, homes };
        let mut open = vec![name.to_string()];
        while let Some(next) = open.pop() {
            let mut words = Vec::new();
            for block in items.blocks.iter().filter(|block| block.name == next) {
                add_words(block.tokens.iter().cloned(), &mut words);
            }
            for function in items.functions.iter().filter(|function| function.name == next) {
                add_words(function.body.stream(), &mut words);
            }
            for constant in items.constants.iter().filter(|constant| constant.name == next) {
                add_words(constant.value.tokens().iter().cloned(), &mut words);
                add_words(constant.ty.iter().cloned(), &mut words);
            }
            for word in words {
                if used.is_item(&word) && used.names.insert(word.clone()) {
                    open.push(word);
                }
            }
        }
        used
    }

    /// Whether a word is the name of something that can be used.
    fn is_item(&self, word: &str) -> bool {
        self.items.blocks.iter().any(|block| block.name == word)
            || self.items.functions.iter().any(|function| function.name == word)
            || self.items.constants.iter().any(|constant| constant.name == word)
            || self.homes.uses().any(|(name, _)| name == word)
    }

    pub fn has(&self, name: &Ident) -> bool {
        self.names.contains(&name.to_string())
    }

    /// The functions among it.
    pub fn functions(&self) -> impl Iterator<Item = &'a FunctionItem> {
        self.items.functions.iter().filter(|function| self.has(&function.name))
    }

    /// The constants among it.
    pub fn constants(&self) -> impl Iterator<Item = &'a ConstantItem> {
        self.items.constants.iter().filter(|constant| self.has(&constant.name))
    }

    /// The items that are used from other places, with their paths.
    pub fn uses(&self) -> impl Iterator<Item = (&'a Ident, &'a [TokenTree])> {
        self.homes.uses().filter(|(name, _)| self.has(name))
    }

    /// The parcel as tokens. After an error it has no blocks: what is wrong with them has been reported.
    pub fn parcel(&self, valid: bool) -> TokenStream {
        let name = self.name;
        let blocks = self.items.blocks.iter().filter(|block| valid && self.has(&block.name));
        let blocks = blocks.flat_map(|block| &block.tokens);
        let functions = self.functions().map(|function| {
            let FunctionItem { attrs, name, signature, body, .. } = function;
            let attrs = attrs.iter().filter(|attr| !attr.path().is_ident("doc"));
            quote!(#(#attrs)* const fn #name #(#signature)* #body)
        });
        let uses = self.uses().map(|(name, _)| {
            let parcel = self.homes.parcel(name);
            quote!(#name { #parcel })
        });
        let constants = self.constants().map(|constant| {
            let ConstantItem { attrs, name, ty, value, .. } = constant;
            let attrs = attrs.iter().filter(|attr| !attr.path().is_ident("doc"));
            quote!(#(#attrs)* const #name: #(#ty)* = #value;)
        });
        quote!(#name { #(#blocks)* #(#functions)* #(#constants)* } #(#uses)*)
    }
}

/// Adds all words among some tokens, at whatever depth.
fn add_words(tokens: impl IntoIterator<Item = TokenTree>, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            TokenTree::Group(group) => add_words(group.stream(), words),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
