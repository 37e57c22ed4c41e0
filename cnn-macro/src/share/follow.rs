//! From the `use`s of a declaration to what they name.

use proc_macro2::TokenStream;
use quote::quote;

use crate::syntax::ast::UseItem;

/// Lets the macros of shared blocks come with their parcels: each calls the next one, and the last calls
/// `expand_with`. `krate` is the path of the crate `cnn`.
pub fn follow(krate: &TokenStream, uses: &[UseItem], declaration: &TokenStream) -> TokenStream {
    let mut paths = uses.iter().map(|UseItem { path, .. }| quote!(#(#path)*));
    let Some(first) = paths.next() else { return TokenStream::new() };
    quote!(#first! { [#({ #paths })* { #krate::__private::expand_with }] [] [#krate] #declaration })
}
