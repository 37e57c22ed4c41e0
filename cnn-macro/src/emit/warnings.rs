//! Warnings as tokens.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use crate::check::lints::Warning;

/// Macros whose use rustc warns of, at the layers that are meant.
///
/// A procedural macro has no other way to warn on stable Rust than the use of something deprecated. Of what can be
/// deprecated, macros are called by their name alone, which is the lint's, and not by a path.
pub fn warnings(warnings: &[Warning]) -> TokenStream {
    let warnings = warnings.iter().map(|Warning { lint, note, span }| {
        let name = Ident::new(lint.name(), *span);
        let used = quote_spanned!(*span=> #name!{});
        quote! {
            #[deprecated(note = #note)]
            macro_rules! #name { () => {}; }
            #used
        }
    });
    warnings.collect()
}
