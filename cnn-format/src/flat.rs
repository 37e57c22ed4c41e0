//! Tokens in one line.

use std::ops::Range;

use cnn_syntax::value::text::{self, Spaces};
use proc_macro2::Delimiter;

use crate::lists::{Element, List, Separator};
use crate::tokens::{Kind, Tokens};

/// How the tokens of a range are written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Manner {
    /// Every `<` opens a list of generics.
    pub types: bool,
    /// There are no spaces within braces, as in a `use`.
    pub tight: bool,
}

impl Manner {
    /// That of names with generics.
    pub const TYPES: Manner = Manner { types: true, tight: false };

    pub fn spaces(self) -> Spaces {
        if self.types { Spaces::of_types() } else { Spaces::default() }
    }
}

/// Writes tokens in one line.
struct Flat<'t, 's> {
    tokens: &'t Tokens<'s>,
    manner: Manner,
    spaces: Spaces,
    text: String,
    /// Whether layers in it are those of a loop.
    is_loop: bool,
}

/// The tokens of a range in one line. `None` if they cannot be there: because of a comment, a literal of several lines,
/// or because their author has given lines to layers or to Rust code.
pub fn text(tokens: &Tokens<'_>, range: Range<usize>, manner: Manner) -> Option<String> {
    let (spaces, text) = (manner.spaces(), String::new());
    let is_loop = range.len() > 1
        && tokens.is_word(range.start, "for")
        && !tokens.is_mark(range.start + 1, ":");
    let mut flat = Flat { tokens, manner, spaces, text, is_loop };
    flat.range(range)?;
    Some(flat.text)
}

/// A statement or an item in one line, with the attributes before it.
pub fn statement(tokens: &Tokens<'_>, range: Range<usize>, manner: Manner) -> Option<String> {
    let (mut written, rest) = attributes(tokens, range)?;
    written.push_str(&text(tokens, rest, manner)?);
    Some(written)
}

/// A network with its name in one line; `colon` is behind its name.
pub fn network(tokens: &Tokens<'_>, range: Range<usize>, colon: usize) -> Option<String> {
    let (mut written, rest) = attributes(tokens, range)?;
    written.push_str(&text(tokens, rest.start..colon + 1, Manner::TYPES)?);
    written.push(' ');
    push_comments(tokens, colon + 1, &mut written)?;
    written.push_str(&text(tokens, colon + 1..rest.end, Manner::default())?);
    Some(written)
}

/// The attributes that a range begins with, and what follows them.
fn attributes(tokens: &Tokens<'_>, range: Range<usize>) -> Option<(String, Range<usize>)> {
    let (mut written, mut rest) = (String::new(), range);
    while let Some(end) = attribute(tokens, &rest) {
        if tokens.kind(rest.start) == Kind::Doc || tokens.gap(end).breaks() {
            return None;
        }
        written.push_str(&text(tokens, rest.start..end, Manner::default())?);
        written.push(' ');
        push_comments(tokens, end, &mut written)?;
        rest.start = end;
    }
    Some((written, rest))
}

/// Where the attribute ends that a range begins with.
pub fn attribute(tokens: &Tokens<'_>, range: &Range<usize>) -> Option<usize> {
    if range.len() < 2 {
        return None;
    }
    match tokens.kind(range.start) {
        Kind::Doc => Some(range.start + 1),
        Kind::Mark(_) if tokens.text(range.start) == "#" => {
            Some(tokens.close(range.start + 1)? + 1)
        }
        _ => None,
    }
}

/// The comments before a token, if they can be in a line with it.
fn push_comments(tokens: &Tokens<'_>, index: usize, text: &mut String) -> Option<()> {
    for comment in tokens.gap(index).comments {
        if comment.ends_line() {
            return None;
        }
        text.push_str(comment.text);
        text.push(' ');
    }
    Some(())
}

/// The text of a name, a literal or an operator that begins at a token, and whether a space is before it.
pub fn token<'s>(
    tokens: &Tokens<'s>,
    index: usize,
    end: usize,
    spaces: &mut Spaces,
) -> (&'s str, bool) {
    if !matches!(tokens.kind(index), Kind::Mark(_)) {
        let text = tokens.text(index);
        return (text, spaces.word(text));
    }
    let operator = operator(tokens, index, end);
    let is_start = spaces.is_start();
    let space = spaces.operator(operator);
    // What are two operators stays two.
    let apart = !matches!(operator, "," | ";" | ":")
        && !is_start
        && matches!(tokens.kind(index - 1), Kind::Mark(false))
        && tokens.bytes(index - 1).end < tokens.bytes(index).start;
    (operator, space || apart)
}

/// The operator that begins at a token.
fn operator<'s>(tokens: &Tokens<'s>, index: usize, end: usize) -> &'s str {
    let start = tokens.bytes(index).start;
    let mut last = index;
    while tokens.kind(last) == Kind::Mark(true)
        && last + 1 < end
        && matches!(tokens.kind(last + 1), Kind::Mark(_))
        && tokens.bytes(last).end == tokens.bytes(last + 1).start
        && !tokens.ends_layers(last + 1)
        && tokens.statements(last + 1).is_none()
    {
        last += 1;
    }
    text::longest(&tokens.source()[start..tokens.bytes(last).end])
}

impl Flat<'_, '_> {
    fn range(&mut self, range: Range<usize>) -> Option<()> {
        let mut index = range.start;
        while index < range.end {
            if index > range.start {
                self.comments(index)?;
            }
            index = self.token(index, range.end)?;
        }
        Some(())
    }

    /// The comments before a token.
    fn comments(&mut self, index: usize) -> Option<()> {
        for comment in self.tokens.gap(index).comments {
            if comment.ends_line() {
                return None;
            }
            let space = !self.text.is_empty() && !self.text.ends_with([' ', '(', '[']);
            self.spaces.comment();
            self.push(space, comment.text);
        }
        Some(())
    }

    /// Writes what begins with a token, and returns what follows that.
    fn token(&mut self, index: usize, end: usize) -> Option<usize> {
        if let Some(starts) = self.tokens.statements(index) {
            let close = self.tokens.close(index)?;
            self.layers(index, close, starts)?;
            return Some(close + 1);
        }
        match self.tokens.kind(index) {
            Kind::Open(delimiter) => {
                let close = self.tokens.close(index)?;
                self.brackets(index, close, delimiter)?;
                Some(close + 1)
            }
            Kind::Close(_) | Kind::Doc => None,
            kind => {
                let (text, space) = token(self.tokens, index, end, &mut self.spaces);
                if text.contains('\n') {
                    return None;
                }
                self.push(space, text);
                Some(index + if matches!(kind, Kind::Mark(_)) { text.len() } else { 1 })
            }
        }
    }

    fn layers(&mut self, open: usize, close: usize, starts: &[usize]) -> Option<()> {
        let list = List::of_layers(self.tokens, close, starts);
        if list.breaks(self.tokens) || starts.is_empty() && self.tokens.gap(close).breaks() {
            return None;
        }
        let space = self.spaces.open(Delimiter::Brace, true);
        self.push(space, self.tokens.text(open));
        for (number, element) in list.elements.iter().enumerate() {
            self.text.push(' ');
            push_comments(self.tokens, element.tokens.start, &mut self.text)?;
            self.text.push_str(&statement(self.tokens, element.tokens.clone(), Manner::default())?);
            let is_last = number + 1 == list.elements.len();
            if has_semicolon(self.tokens, element, is_last, self.is_loop) {
                self.text.push(';');
            }
            for index in element.tokens.end..element.next {
                self.text.push(' ');
                push_comments(self.tokens, index, &mut self.text)?;
                self.text.truncate(self.text.trim_end().len());
            }
        }
        self.text.push(' ');
        push_comments(self.tokens, close, &mut self.text)?;
        if list.elements.is_empty() && self.text.ends_with("{ ") {
            self.text.pop();
        }
        self.spaces.close();
        self.push(false, self.tokens.text(close));
        Some(())
    }

    fn brackets(&mut self, open: usize, close: usize, delimiter: Delimiter) -> Option<()> {
        let tight = self.manner.tight;
        if delimiter == Delimiter::Brace && !tight && self.tokens.is_multiline(&(open..close + 1)) {
            return None;
        }
        let mut end = close;
        if let Some(list) = List::of_values(self.tokens, open, tight) {
            let has_comma =
                list.separator == Separator::Comma && self.tokens.is_mark(close - 1, ",");
            if has_comma && !list.needs_comma {
                end -= 1;
            }
        }
        let padded = delimiter == Delimiter::Brace && close > open + 1 && !tight;
        let space = self.spaces.open(delimiter, padded);
        self.push(space, self.tokens.text(open));
        if end > open + 1 {
            self.comments(open + 1)?;
        }
        self.range(open + 1..end)?;
        for index in end..=close {
            self.comments(index)?;
        }
        self.spaces.close();
        self.push(padded, self.tokens.text(close));
        Some(())
    }

    fn push(&mut self, space: bool, text: &str) {
        if space {
            self.text.push(' ');
        }
        self.text.push_str(text);
    }
}

/// Whether a `;` is behind a statement; `ends` if the last one of its list has one, too.
pub fn has_semicolon(tokens: &Tokens<'_>, element: &Element, is_last: bool, ends: bool) -> bool {
    let Element { tokens: range, next } = element;
    if tokens.ends_layers(range.end - 1) {
        // These words would continue what is before them, unless something is between.
        let continues = !is_last && ["else", "shortcut"].contains(&tokens.text(*next));
        return continues && tokens.is_mark(next - 1, ";");
    }
    // As in Rust, the value of an assignment is not that of the block.
    let assigns = || tokens.top(range.clone()).any(|index| tokens.is_mark(index, "="));
    ends || !is_last || assigns()
}
