//! The attributes of networks and layers that are for the macro.

use cnn_core::lint::Lint;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Lit, Meta, MetaNameValue, Path, Token};

use crate::report::suggest;
use crate::value::token::is_punct;

/// Takes the lints of the macro out of an `#[allow(…)]`, and returns what else is allowed.
pub fn allowed(attr: &Attribute, allowed: &mut Vec<Lint>) -> Vec<Path> {
    let paths = attr.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
    let mut others = Vec::new();
    for path in paths.into_iter().flatten() {
        match path.get_ident().and_then(|name| lint(&name.to_string())) {
            Some(lint) => allowed.push(lint),
            None => others.push(path),
        }
    }
    others
}

/// The attributes of a network without the lints of the macro, which are returned, too.
pub fn split(attrs: Vec<Attribute>) -> (Vec<Attribute>, Vec<Lint>) {
    let mut lints = Vec::new();
    let mut kept = Vec::new();
    for attr in attrs {
        if !attr.path().is_ident("allow") {
            kept.push(attr);
            continue;
        }
        let before = lints.len();
        let others = allowed(&attr, &mut lints);
        if lints.len() == before {
            kept.push(attr);
        } else if !others.is_empty() {
            kept.push(syn::parse_quote!(#[allow(#(#others),*)]));
        }
    }
    (kept, lints)
}

/// The lint with this name.
fn lint(name: &str) -> Option<Lint> {
    Lint::ALL.into_iter().find(|lint| lint.name() == name)
}

/// The text of a doc comment, without the space after its slashes.
pub fn doc(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(MetaNameValue { value: Expr::Lit(literal), .. }) = &attr.meta else {
        return None;
    };
    let Lit::Str(text) = &literal.lit else { return None };
    let text = text.value();
    Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
}

/// Whether an attribute decides if an item is there: `#[cfg(test)]`, or
/// `#[cfg_attr(feature = "std", cfg(test))]`.
pub fn is_cfg(attr: &Attribute) -> bool {
    match &attr.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => applies_cfg(list.tokens.clone()),
        meta => meta.path().is_ident("cfg"),
    }
}

/// Whether a `cfg` is among the attributes that are after a condition in a `cfg_attr`.
fn applies_cfg(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.split(|token| is_punct(token, ',')).skip(1).any(|attr| match attr {
        [TokenTree::Ident(name), TokenTree::Group(_)] if name == "cfg" => true,
        [TokenTree::Ident(name), TokenTree::Group(group)] if name == "cfg_attr" => {
            applies_cfg(group.stream())
        }
        _ => false,
    })
}

/// The message for a lint that layers do not know.
pub fn unknown_lint(path: &Path) -> String {
    let name = path.to_token_stream().to_string();
    let known = Lint::ALL.map(Lint::name);
    match suggest::closest(&name, known) {
        Some(meant) => format!("there is no lint `{name}`\nhelp: write `{meant}`"),
        None => format!("layers have no lint `{name}`; their lints are `{}`", known.join("`, `")),
    }
}
