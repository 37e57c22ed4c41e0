//! The tokens of what others can use: see `share`.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use proc_macro2::{Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Visibility;
use syn::ext::IdentExt as _;

use crate::share::homes::{Homes, below};
use crate::share::parcel::Used;
use crate::syntax::ast::{BlockItem, ConstantItem, FunctionItem, Items};

/// The items that other crates and modules import for a block, in the three namespaces of Rust, so that one `use` is
/// enough:
///
/// * a macro that hands on its parcel,
/// * a module with the names of the module around the block, for what only rustc knows,
/// * a constant, which has a page.
///
/// If something in the `cnn!` is wrong, it is not `valid`. `shown` is what editors read.
pub fn block(
    krate: &TokenStream,
    block: &BlockItem,
    items: &Items,
    homes: &Homes,
    valid: bool,
    shown: &TokenStream,
) -> TokenStream {
    let BlockItem { docs, vis, name, .. } = block;
    let used = Used::by(name, items, homes);
    let transport = transport(name, vis, "block", &used.parcel(valid));
    let functions = used.functions().map(|function| {
        let FunctionItem { attrs, name, signature, readable, .. } = function;
        quote!(#(#attrs)* pub const fn #name #(#signature)* #readable)
    });
    let constants = used.constants().map(|constant| {
        let ConstantItem { attrs, name, ty, value, .. } = constant;
        quote!(#(#attrs)* pub const #name: #(#ty)* = #value;)
    });
    let uses = used.uses().map(|(name, path)| match homes.is_value(&name.to_string()) {
        true => {
            let path = from_below(path, 1);
            quote!(pub use #path as #name;)
        }
        false => {
            let (below, path) = (below(name), from_below(path, 2));
            quote!(pub mod #below { use super::*; pub use #path::*; })
        }
    });
    let docs = match docs.is_empty() {
        true => quote!(#[doc = "A block of layers."]),
        false => quote!(#(#docs)*),
    };
    let usage = format!("\n```text\n{}\n```", block.usage());
    quote! {
        #transport

        #[doc(hidden)]
        #[allow(
            // The functions of the module are there once more.
            dead_code,
            unused,
            // What the module has under the names of the prelude counts.
            ambiguous_glob_reexports,
            unreachable_pub,
            nonstandard_style,
            missing_docs,
            clippy::all,
            clippy::pedantic,
            clippy::restriction
        )]
        #vis mod #name {
            pub use super::*;
            pub use ::core::prelude::rust_2024::*;
            #(#functions)*
            #(#constants)*
            #(#uses)*
            #shown
        }

        #docs
        #[doc = #usage]
        #[allow(dead_code, non_upper_case_globals)]
        #vis const #name: #krate::Block = #krate::Block;
    }
}

/// The items that others import for a function or a constant, beside the item itself.
pub fn value(
    name: &Ident,
    vis: &Visibility,
    items: &Items,
    homes: &Homes,
    valid: bool,
) -> TokenStream {
    transport(name, vis, "value", &Used::by(name, items, homes).parcel(valid))
}

/// The functions and constants from elsewhere, as names for rustc.
pub fn values(homes: &Homes) -> TokenStream {
    let values = homes.uses().filter(|(name, _)| homes.is_value(&name.to_string()));
    let values = values.map(|(name, path)| {
        let path: TokenStream = path.iter().cloned().collect();
        quote!(#[allow(unused_imports)] use #path as #name;)
    });
    values.collect()
}

/// A macro that hands on a parcel.
///
/// A macro for other crates is placed in the root of its crate, so it needs a unique name, and is called after the
/// block by a `use`.
fn transport(name: &Ident, vis: &Visibility, what: &str, parcel: &TokenStream) -> TokenStream {
    // Blocks may have the same name, and the same place if a macro makes them: their spans differ.
    let mut hasher = DefaultHasher::new();
    format!("{:?}", name.span()).hash(&mut hasher);
    let (hash, text) = (hasher.finish(), name.unraw());
    let transport = format_ident!("__cnn_shared_{hash:x}_{text}", span = name.span());
    let export = matches!(vis, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let parcel = exported(parcel.clone());
    let by_hand = format!(
        "`{name}` is a {what} and can only be used in `cnn!`: `cnn! {{ use path::{name}; … }}`"
    );
    quote! {
        #[doc(hidden)]
        #export
        macro_rules! #transport {
            ([{ $($next:tt)* } $($later:tt)*] [$($found:tt)*] $($declaration:tt)*) => {
                $($next)*! { [$($later)*] [$($found)* { #parcel }] $($declaration)* }
            };
            ($($other:tt)*) => { ::core::compile_error! { #by_hand } };
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        #vis use #transport as #name;
    }
}

/// Tokens for a macro that is called in other crates: `crate` is the one where they stand.
fn exported(tokens: TokenStream) -> TokenStream {
    let tokens = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Ident(ident) if ident == "crate" => {
            let mut dollar = Punct::new('$', Spacing::Alone);
            dollar.set_span(ident.span());
            vec![TokenTree::Punct(dollar), TokenTree::Ident(ident)]
        }
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), exported(group.stream()));
            inner.set_span(group.span());
            vec![TokenTree::Group(inner)]
        }
        token => vec![token],
    });
    tokens.collect()
}

/// A path as it is written so many modules below, where all names of the module can be seen.
pub fn from_below(path: &[TokenTree], depth: usize) -> TokenStream {
    let ups = (0..depth).map(|_| quote!(super::));
    match path {
        [TokenTree::Ident(first), _, _, rest @ ..] if first == "self" => quote!(#(#ups)* #(#rest)*),
        [TokenTree::Ident(first), ..] if first == "super" => quote!(#(#ups)* #(#path)*),
        path => quote!(#(#path)*),
    }
}
