//! Where a declaration has its parts.

use proc_macro2::{Span, TokenStream};

use crate::report::errors::Errors;
use crate::syntax::{nesting, parse};

/// Where a declaration has its parts, for tools such as formatters that work on its tokens.
///
/// The feature `span-locations` of proc-macro2 makes lines, columns and bytes of the spans.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The items, in the order of the source.
    pub items: Vec<Item>,
    /// Every list of layers. A list comes after those within it.
    pub layers: Vec<Layers>,
}

/// Where an item begins, and what it is.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Its first token. An item begins with its attributes and documentation, and ends where the next one begins.
    pub start: Span,
    /// What it is.
    pub kind: ItemKind,
}

/// What an item is.
#[derive(Clone, Copy, Debug)]
pub enum ItemKind {
    /// `use crate::blocks::unit;`
    Use,
    /// `block unit(cin, cout) { … }`
    Block,
    /// `const fn width(factor: f64) -> usize { … }`
    Function,
    /// `const DEPTH: usize = 3;`
    Constant,
    /// `struct Net: [3, 28, 28] -> [10] < … >`
    Network {
        /// What separates its name and generics from its shapes. `None` if it is missing.
        colon: Option<Span>,
    },
    /// `[3, 28, 28] -> [10] < … >`: a network as an expression, which is the last item.
    Inline,
}

/// A list of layers, `< … >` or `{ … }`.
#[derive(Clone, Debug)]
pub struct Layers {
    /// The bracket before it.
    pub open: Span,
    /// The bracket after it.
    pub close: Span,
    /// The first token of each statement. A statement begins with its attributes and documentation, and ends where
    /// the next one begins: it has the `;` behind it, if there is one.
    pub statements: Vec<Span>,
}

/// Something wrong with a declaration, as the macro reports it.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The first token of what is wrong.
    pub start: Span,
    /// The last one.
    pub end: Span,
    /// A title, and lines below it.
    pub message: String,
}

impl Outline {
    /// Reads the tokens between the brackets of a `cnn!`.
    ///
    /// # Errors
    ///
    /// If the macro cannot read them, with at least one mistake. Mistakes that need more than syntax, such as wrong
    /// shapes and names that do not exist, are none here.
    pub fn read(tokens: TokenStream) -> Result<Outline, Vec<Mistake>> {
        let mut errors = Errors::default();
        let outline = match nesting::check(&tokens, &mut errors) {
            Some(_) => parse::outline(tokens, &mut errors),
            None => Outline::default(),
        };
        if errors.is_empty() {
            return Ok(outline);
        }
        let mistakes = errors.iter().map(|(at, message)| {
            let (start, end) = (at.start(), at.end());
            Mistake { start, end, message: message.to_owned() }
        });
        Err(mistakes.collect())
    }
}
