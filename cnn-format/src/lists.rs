//! What a pair of brackets holds: statements, or values with commas between them.

use std::ops::Range;

use cnn_syntax::value::text;
use proc_macro2::Delimiter;

use crate::tokens::{Kind, Tokens};

/// What separates the elements of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Separator {
    /// Statements end with `;`, except after a bracket of layers.
    Semicolon,
    /// Values have a `,` between them, and behind the last one if it has a line of its own.
    Comma,
    /// Of a list that is computed, the value and the `for` have no mark between them.
    None,
    /// Items end with what they end with.
    Item,
}

/// One of several things between two brackets.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its tokens, without a mark that separates it from the next one.
    pub tokens: Range<usize>,
    /// Where the next one begins, or the bracket that closes.
    pub next: usize,
}

/// What a pair of brackets holds.
#[derive(Clone, Debug)]
pub struct List {
    pub separator: Separator,
    pub elements: Vec<Element>,
    /// Whether the last of its commas has a meaning, as in `(a,)`.
    pub needs_comma: bool,
}

impl List {
    /// The statements of a list of layers.
    pub fn of_layers(tokens: &Tokens<'_>, close: usize, starts: &[usize]) -> List {
        let nexts = starts.iter().skip(1).copied().chain([close]);
        let elements = starts.iter().zip(nexts).map(|(start, next)| {
            let mut end = next;
            while end > start + 1 && tokens.is_mark(end - 1, ";") {
                end -= 1;
            }
            Element { tokens: *start..end, next }
        });
        List { separator: Separator::Semicolon, elements: elements.collect(), needs_comma: false }
    }

    /// The values between two brackets that are not those of layers. `None` if it is a single one, or if
    /// something else is there, such as a block of Rust.
    pub fn of_values(tokens: &Tokens<'_>, open: usize, braces: bool) -> Option<List> {
        let close = tokens.close(open)?;
        let inner = open + 1..close;
        let Kind::Open(delimiter) = tokens.kind(open) else { return None };
        let before = open.checked_sub(1);
        let is_before = |mark: &str| before.is_some_and(|before| tokens.is_mark(before, mark));
        // Macros and attributes may make something of a comma.
        if inner.is_empty() || is_before("!") || is_before("#") {
            return None;
        }
        let is_after_value = before.is_some_and(|before| match tokens.kind(before) {
            Kind::Word => !KEYWORDS.contains(&tokens.text(before)),
            Kind::Close(delimiter) => delimiter != Delimiter::Brace,
            // Generics, and not an arrow.
            Kind::Mark(_) => {
                tokens.text(before) == ">"
                    && !tokens.ends_layers(before)
                    && !(before > 0 && tokens.kind(before - 1) == Kind::Mark(true))
            }
            _ => false,
        });
        let commas = commas(tokens, inner.clone(), false);
        let is_list = match delimiter {
            Delimiter::Parenthesis => is_after_value || !commas.is_empty(),
            Delimiter::Bracket => {
                !is_after_value
                    && !tokens.top(inner.clone()).any(|index| tokens.is_mark(index, ";"))
            }
            Delimiter::Brace => braces,
            Delimiter::None => false,
        };
        if !is_list {
            return None;
        }
        if delimiter == Delimiter::Bracket
            && let Some(each) =
                tokens.top(inner.clone()).find(|index| tokens.is_word(*index, "for"))
            && each > inner.start
        {
            let elements = vec![
                Element { tokens: inner.start..each, next: each },
                Element { tokens: each..close, next: close },
            ];
            return Some(List { separator: Separator::None, elements, needs_comma: false });
        }
        let needs_comma =
            delimiter == Delimiter::Parenthesis && !is_after_value && commas[..] == [close - 1];
        List::of_pieces(inner, &commas, needs_comma)
    }

    /// The parameters between the `<` and the `>` of generics.
    pub fn of_generics(tokens: &Tokens<'_>, open: usize, close: usize) -> Option<List> {
        let commas = commas(tokens, open + 1..close, true);
        List::of_pieces(open + 1..close, &commas, false)
    }

    /// The values between commas. `None` if something is missing between two of them.
    fn of_pieces(inner: Range<usize>, commas: &[usize], needs_comma: bool) -> Option<List> {
        let mut elements = Vec::new();
        let mut start = inner.start;
        for comma in commas {
            elements.push(Element { tokens: start..*comma, next: comma + 1 });
            start = comma + 1;
        }
        if start < inner.end {
            elements.push(Element { tokens: start..inner.end, next: inner.end });
        }
        let missing = elements.iter().any(|element| element.tokens.is_empty());
        (!missing).then_some(List { separator: Separator::Comma, elements, needs_comma })
    }

    /// Whether the author has written it in several lines, of which the first one ends with the bracket.
    pub fn has_lines(&self, tokens: &Tokens<'_>) -> bool {
        self.elements.first().is_some_and(|first| tokens.gap(first.tokens.start).breaks())
    }

    /// Whether a line ends anywhere between the elements.
    pub fn breaks(&self, tokens: &Tokens<'_>) -> bool {
        self.has_lines(tokens)
            || self
                .elements
                .iter()
                .any(|element| tokens.gaps(element.tokens.end..=element.next).breaks())
    }
}

/// The commas of a list. One among generics, as in `f::<A, B>(x)`, does not separate; `types` if every `<` opens such.
fn commas(tokens: &Tokens<'_>, range: Range<usize>, types: bool) -> Vec<usize> {
    let mut generics = 0_usize;
    let mut commas = Vec::new();
    for index in tokens.top(range.clone()) {
        if !matches!(tokens.kind(index), Kind::Mark(_)) {
            continue;
        }
        let opens = || {
            let before = index.checked_sub(1).filter(|before| *before >= range.start);
            types
                || generics > 0
                || before.is_some_and(|before| match tokens.kind(before) {
                    Kind::Word => text::is_type(tokens.text(before)),
                    _ => tokens.is_mark(before, ":"),
                })
        };
        match tokens.text(index) {
            "<" if opens() => generics += 1,
            ">" => generics = generics.saturating_sub(1),
            "," if generics == 0 => commas.push(index),
            _ => {}
        }
    }
    commas
}

/// Words that neither a call begins with nor an index.
pub const KEYWORDS: [&str; 13] = [
    "as", "break", "else", "for", "if", "in", "let", "match", "move", "mut", "pub", "return",
    "while",
];
