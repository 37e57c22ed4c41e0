//! Formats the declarations of [`cnn!`](https://docs.rs/cnn) in Rust source. rustfmt leaves macros with a syntax of
//! their own alone; this crate formats what is between their brackets, and leaves all else alone. `cargo cnn fmt` is
//! the command.
//!
//! ```
//! use cnn_format::{Style, format_file};
//!
//! let source = "\
//! cnn! {
//! struct Net:[3,28,28]->[10]<
//!   conv(3,20,5);relu;maxpool(2)
//!   ; fc(_,10)>
//! }
//! ";
//! let formatted = format_file(source, &Style::default()).unwrap();
//! assert_eq!(formatted.text, "\
//! cnn! {
//!     struct Net: [3, 28, 28] -> [10] <
//!         conv(3, 20, 5); relu; maxpool(2);
//!         fc(_, 10);
//!     >
//! }
//! ");
//! ```
//!
//! # Style
//!
//! * Layers are in one line if their author has written them so and they fit. Otherwise they are in lines between their
//!   brackets; statements that are in one line in the source stay in one line, as far as it is wide enough.
//! * Arguments and lists are in one line if they fit. Otherwise they have lines of their own, which are filled, or keep
//!   the lines of their author.
//! * The last statement between two brackets ends with `;`, and the last value with `,`, if they are in several lines.
//!   In one line they do not, but for the body of a loop.
//! * Comments and single blank lines are kept.
//! * Bodies of functions are moved with their first line, and are kept as they are otherwise.
//!
//! The meaning never changes, and formatting again changes nothing.

mod find;
mod flat;
mod lists;
mod same;
mod style;
mod tokens;
mod writer;

use std::fmt;

use cnn_syntax::Outline;

pub use style::Style;
use tokens::Tokens;
use writer::{Item, Writer};

/// A formatted file.
#[derive(Clone, Debug)]
pub struct Formatted {
    /// The whole file. A declaration with a mistake is as it was.
    pub text: String,
    /// The mistakes that keep declarations from being formatted.
    pub mistakes: Vec<Mistake>,
}

/// A place in a file, and what is wrong there.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// A title, and lines below it.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for Mistake {}

/// Formats every `cnn!` in the source of a file.
///
/// # Errors
///
/// If the source is not made of Rust's tokens, because a bracket or a quote is missing, for example.
pub fn format_file(source: &str, style: &Style) -> Result<Formatted, Mistake> {
    // What is written has the line ends of the file.
    let is_windows = source.contains("\r\n");
    let mut formatted = Formatted { text: String::new(), mistakes: Vec::new() };
    let mut done = 0;
    for call in find::calls(source)? {
        let outline = match Outline::read(call.tokens.clone()) {
            Ok(outline) => outline,
            Err(mistakes) => {
                formatted.mistakes.extend(mistakes.into_iter().map(|mistake| {
                    let start = mistake.start.start();
                    let (line, column) = (call.first_line + start.line, start.column + 1);
                    Mistake { line, column, message: mistake.message }
                }));
                continue;
            }
        };
        let tokens = Tokens::new(call.source, call.inner.clone(), call.tokens.clone(), &outline);
        let items = outline.items.iter();
        let items: Vec<Item> =
            items.map(|item| Item { start: tokens.at(item.start), kind: item.kind }).collect();
        let (column, indent) = style.line_before(&call.source[..call.inner.start]);
        let writer = Writer::new(&tokens, &items, style, (column, indent));
        let text = writer.declaration(call.delimiter, call.tail());
        if !same::is_same(&call.source[call.inner.clone()], &tokens, &text) {
            let start = call.open.start();
            formatted.mistakes.push(Mistake {
                line: call.first_line + start.line,
                column: start.column + 1,
                message: "formatting would change this declaration, so it is left as it is\n\
                          this is a bug in `cargo cnn fmt`: please report it with the declaration"
                    .to_owned(),
            });
            continue;
        }
        let (start, end) = (call.offset + call.inner.start, call.offset + call.inner.end);
        formatted.text.push_str(&source[done..start]);
        formatted.text.push_str(&match is_windows {
            true => text.replace("\r\n", "\n").replace('\n', "\r\n"),
            false => text,
        });
        done = end;
    }
    formatted.text.push_str(&source[done..]);
    Ok(formatted)
}
