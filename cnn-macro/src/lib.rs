//! The macro behind [`cnn!`](https://docs.rs/cnn).
//!
//! ```text
//! tokens ─guard─▶ ─parse─▶ syntax tree ─lower─▶ layers ─check─▶ verdicts ─emit─▶ tokens
//! ```

mod args;
mod ast;
mod attributes;
mod bind;
mod budget;
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
mod fit;
mod flat;
mod foreign;
mod formula;
mod function;
mod guard;
mod lints;
mod lower;
mod mirror;
mod names;
mod naming;
mod notes;
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

use std::sync::OnceLock;

use expand::Reader;

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
#[proc_macro]
#[doc(hidden)]
pub fn expand(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into(), reader()).into()
}

/// Whom expansions are for: rust-analyzer runs macros in a process of its own, which bears its name.
fn reader() -> Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    *READER.get_or_init(|| {
        let program = std::env::current_exe().unwrap_or_default();
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        if name.contains("rust-analyzer") { Reader::Editor } else { Reader::Compiler }
    })
}
