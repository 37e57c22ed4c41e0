//! Where a file calls `cnn!`.

use std::ops::Range;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use crate::Mistake;

/// A call of `cnn!`.
pub struct Call<'s> {
    /// The text whose places the tokens have.
    pub source: &'s str,
    /// Where that text begins in the file, in bytes, and how many lines are before it.
    pub offset: usize,
    pub first_line: usize,
    pub delimiter: Delimiter,
    pub open: Span,
    /// The bytes between the brackets.
    pub inner: Range<usize>,
    pub tokens: TokenStream,
}

impl Call<'_> {
    /// How wide the closing bracket is, with what follows it in its line and cannot be anywhere else.
    pub fn tail(&self) -> usize {
        let after = &self.source[self.inner.end + 1..];
        1 + after.bytes().take_while(|byte| b")];,?".contains(byte)).count()
    }
}

/// The calls in a file, in its order. What a `macro_rules!` has for parts of a declaration is left out, as it is none
/// yet.
pub fn calls(file: &str) -> Result<Vec<Call<'_>>, Mistake> {
    let offset = ignored(file);
    let source = &file[offset..];
    let first_line = file[..offset].matches('\n').count();
    let tokens: TokenStream = source.parse().map_err(|error: proc_macro2::LexError| {
        let start = error.span().start();
        let message = "this is not Rust: a bracket or a quote is unmatched, or a character unknown";
        let (line, column) = (first_line + start.line, start.column + 1);
        Mistake { line, column, message: message.to_owned() }
    })?;
    let mut calls = Vec::new();
    let mut open = vec![tokens.into_iter()];
    // What the last two tokens are: nothing, `cnn`, or `cnn !`.
    let mut seen = 0;
    while let Some(tokens) = open.last_mut() {
        let Some(token) = tokens.next() else {
            open.pop();
            seen = 0;
            continue;
        };
        seen = match token {
            TokenTree::Ident(ident) if ident == "cnn" => 1,
            TokenTree::Punct(punct) if punct.as_char() == '!' && seen == 1 => 2,
            TokenTree::Group(group) if seen == 2 && !is_template(group.stream()) => {
                let (start, end) =
                    (group.span_open().byte_range(), group.span_close().byte_range());
                calls.push(Call {
                    source,
                    offset,
                    first_line,
                    delimiter: group.delimiter(),
                    open: group.span_open(),
                    inner: start.end..end.start,
                    tokens: group.stream(),
                });
                0
            }
            TokenTree::Group(group) => {
                open.push(group.stream().into_iter());
                0
            }
            _ => 0,
        };
    }
    Ok(calls)
}

/// Whether there is a `$` among some tokens, at any depth.
fn is_template(tokens: TokenStream) -> bool {
    let mut open = vec![tokens.into_iter()];
    while let Some(tokens) = open.last_mut() {
        match tokens.next() {
            Some(TokenTree::Punct(punct)) if punct.as_char() == '$' => return true,
            Some(TokenTree::Group(group)) => open.push(group.stream().into_iter()),
            Some(_) => {}
            None => {
                open.pop();
            }
        }
    }
    false
}

/// How many bytes of a file are before its tokens: a byte order mark, and the line that names an interpreter.
fn ignored(file: &str) -> usize {
    let mark = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let rest = &file[mark..];
    let is_interpreter =
        rest.strip_prefix("#!").is_some_and(|rest| !rest.trim_start().starts_with('['));
    match is_interpreter {
        true => mark + rest.find('\n').unwrap_or(rest.len()),
        false => mark,
    }
}
