//! The macro behind [`cnn!`](https://docs.rs/cnn).
//!
//! ```text
//! tokens ─parse─▶ syntax tree ─lower─▶ layers ─check─▶ verdicts ─emit─▶ tokens
//! ```

#![cfg_attr(
    not(all(feature = "pages", feature = "weights")),
    allow(dead_code, reason = "what only a feature needs stands where it belongs")
)]

mod call;
mod check;
#[cfg(feature = "pages")]
mod docs;
#[cfg(feature = "pages")]
mod editor;
mod emit;
mod expand;
mod lower;
#[cfg(feature = "pages")]
mod reader;
mod share;
#[cfg_attr(not(feature = "pages"), path = "not_shown.rs")]
mod shown;
#[cfg(all(test, feature = "pages"))]
mod tests;
#[cfg_attr(not(feature = "weights"), path = "no_weights.rs")]
mod weights;

use cnn_syntax::{report, syntax, value};
use shown::Shown;

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
#[proc_macro]
#[doc(hidden)]
pub fn expand(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into(), Shown::of_this_process()).into()
}

/// Expands a declaration for which the blocks of others have arrived.
#[proc_macro]
#[doc(hidden)]
pub fn expand_with(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand_with(tokens.into(), Shown::of_this_process()).into()
}
