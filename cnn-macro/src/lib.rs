//! The macro behind [`cnn!`](https://docs.rs/cnn).
//!
//! ```text
//! tokens ─parse─▶ syntax tree ─lower─▶ layers ─check─▶ verdicts ─emit─▶ tokens
//! ```

mod call;
mod check;
mod docs;
mod editor;
mod emit;
mod expand;
mod lower;
mod reader;
mod report;
mod syntax;
#[cfg(test)]
mod tests;
mod value;

use reader::Reader;

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
#[proc_macro]
#[doc(hidden)]
pub fn expand(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into(), Reader::of_this_process()).into()
}
