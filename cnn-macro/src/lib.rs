//! The macro behind [`cnn!`](https://docs.rs/cnn).
//!
//! ```text
//! tokens ─guard─▶ ─parse─▶ syntax tree ─lower─▶ layers ─check─▶ verdicts ─emit─▶ tokens
//! ```

mod args;
mod ast;
mod attributes;
mod bind;
mod check;
mod control;
mod cycles;
mod data;
mod decide;
mod docs;
mod emit;
mod errors;
mod eval;
mod expand;
mod expr;
mod flat;
mod foreign;
mod formula;
mod function;
mod guard;
mod lints;
mod lower;
mod names;
mod naming;
mod number;
mod open;
mod operand;
mod page;
mod parse;
mod scope;
mod session;
mod statements;
mod suppose;
#[cfg(test)]
mod tests;
mod text;

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
#[proc_macro]
#[doc(hidden)]
pub fn expand(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into()).into()
}
