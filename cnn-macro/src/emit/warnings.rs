//! Warnings as tokens.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use crate::check::lints::Warning;

/// Constants whose use rustc warns of, at the layers that are meant.
///
/// A procedural macro has no other way to warn on stable Rust than the use of something deprecated.
pub fn warnings(warnings: &[Warning]) -> TokenStream {
    let warnings = warnings.iter().map(|Warning { lint, note, span }| {
        let name = Ident::new(lint.name(), *span);
        let used = quote_spanned!(*span=> #name);
        quote! {
            const _: () = {
                #[deprecated(note = #note)]
                #[allow(non_upper_case_globals)]
                const #name: () = ();
                #used
            };
        }
    });
    warnings.collect()
}
