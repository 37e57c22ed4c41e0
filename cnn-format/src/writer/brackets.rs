//! Brackets that need several lines, and which ones do.

use std::ops::Range;

use proc_macro2::Delimiter;

use super::{Writer, has_comments};
use crate::flat::{self, Manner};
use crate::lists::{List, Separator};
use crate::tokens::Kind;

impl Writer<'_, '_> {
    /// Some tokens in several lines: layers, what its author has given lines, and where a line would be too long the
    /// widest brackets.
    pub(super) fn broken(
        &mut self,
        range: Range<usize>,
        indent: usize,
        tail: usize,
        manner: Manner,
    ) {
        let tokens = self.tokens;
        let chosen = self.chosen(range.clone(), indent, tail, manner);
        let mut spaces = manner.spaces();
        let mut index = range.start;
        while index < range.end {
            if index > range.start {
                for comment in tokens.gap(index).comments {
                    spaces.comment();
                    self.push(" ");
                    self.push(comment.text);
                }
            }
            let Some(close) = tokens.close(index) else {
                let (text, space) = flat::token(tokens, index, range.end, &mut spaces);
                self.push(if space { " " } else { "" });
                self.push(text);
                index += if matches!(tokens.kind(index), Kind::Mark(_)) { text.len() } else { 1 };
                continue;
            };
            let is_layers = tokens.statements(index).is_some();
            let flat = flat::text(tokens, index..close + 1, manner);
            let flat = flat.filter(|_| !is_layers && !chosen.contains(&index));
            let delimiter = match tokens.kind(index) {
                Kind::Open(delimiter) => delimiter,
                _ => Delimiter::Brace,
            };
            let space = spaces.open(delimiter, false);
            spaces.close();
            self.push(if space { " " } else { "" });
            match flat {
                Some(text) => self.push(&text),
                None => {
                    let tail = if close + 1 == range.end { tail } else { 1 };
                    self.bracket(index, close, (indent, tail), manner);
                }
            }
            index = close + 1;
        }
    }

    /// Brackets to be broken, so that the lines of a range fit.
    fn chosen(
        &self,
        range: Range<usize>,
        indent: usize,
        tail: usize,
        manner: Manner,
    ) -> Vec<usize> {
        let tokens = self.tokens;
        let layers = tokens.top(range.clone()).filter(|index| tokens.statements(*index).is_some());
        let layers: Vec<usize> = layers.collect();
        // What is between layers is in one line each.
        let mut starts = vec![(range.start, self.column)];
        starts
            .extend(layers.iter().filter_map(|open| Some((tokens.close(*open)? + 1, indent + 2))));
        let ends = layers.iter().map(|open| (*open, 2)).chain([(range.end, tail)]);
        let mut chosen = Vec::new();
        for ((start, column), (end, tail)) in starts.into_iter().zip(ends) {
            let text = (start < end).then(|| flat::text(tokens, start..end, manner)).flatten();
            if text.is_some_and(|text| !self.style.fits(column, &text, tail)) {
                chosen.extend(self.widest(start..end, manner));
            }
        }
        chosen
    }

    /// The widest brackets of a range that can be broken.
    fn widest(&self, range: Range<usize>, manner: Manner) -> Option<usize> {
        let tokens = self.tokens;
        let widths = tokens.top(range).filter_map(|index| {
            let close = tokens.close(index)?;
            // Patterns stay together.
            let is_after = |word| index > 0 && tokens.is_word(index - 1, word);
            if is_after("for") || is_after("let") {
                return None;
            }
            let inner = index + 1..close;
            let breaks = List::of_values(tokens, index, manner.tight).is_some()
                || inner.clone().any(|index| tokens.statements(index).is_some())
                || self.widest(inner, Manner::default()).is_some();
            let text = flat::text(tokens, index..close + 1, manner).filter(|_| breaks)?;
            Some((text.chars().count(), index))
        });
        // Of equal ones, the first.
        widths.min_by_key(|(width, _)| std::cmp::Reverse(*width)).map(|(_, index)| index)
    }

    /// Brackets with what is in them, in several lines. `tail` is the width of what follows.
    pub(super) fn bracket(
        &mut self,
        open: usize,
        close: usize,
        (indent, tail): (usize, usize),
        manner: Manner,
    ) {
        let tokens = self.tokens;
        if let Some(starts) = tokens.statements(open) {
            let list = List::of_layers(tokens, close, starts);
            return self.list(open, close, &list, indent, Manner::default());
        }
        let inner = Manner { types: false, ..manner };
        match (List::of_values(tokens, open, manner.tight), tokens.kind(open)) {
            (Some(list), _) => match self.hugging(&list, indent) {
                Some((before, last, end)) => {
                    self.push(tokens.text(open));
                    self.push(&before);
                    self.bracket(last, end, (indent, tail + 1), inner);
                    self.push(if list.needs_comma { ",)" } else { tokens.text(close) });
                }
                None => self.list(open, close, &list, indent, inner),
            },
            (None, Kind::Open(Delimiter::Brace)) => self.as_it_is(open..close + 1),
            (None, _) => {
                self.push(tokens.text(open));
                for comment in tokens.gap(open + 1).comments {
                    self.push(comment.text);
                    self.push(" ");
                }
                self.broken(open + 1..close, indent, tail + 1, inner);
                for comment in tokens.gap(close).comments {
                    self.push(" ");
                    self.push(comment.text);
                }
                self.push(tokens.text(close));
            }
        }
    }

    /// A list in several lines, with its brackets.
    pub(super) fn list(
        &mut self,
        open: usize,
        close: usize,
        list: &List,
        indent: usize,
        manner: Manner,
    ) {
        self.push(self.tokens.text(open));
        self.elements(list, close, indent, manner);
        self.new_line(indent);
        self.push(self.tokens.text(close));
    }

    /// If the last value of a list is a list that needs several lines: the text of the values before it, and its
    /// brackets. Its lines are then those of the list.
    fn hugging(&self, list: &List, indent: usize) -> Option<(String, usize, usize)> {
        let tokens = self.tokens;
        let (last, before) =
            list.elements.split_last().filter(|_| list.separator == Separator::Comma)?;
        let open = last.tokens.start;
        let close = tokens.close(open).filter(|close| close + 1 == last.tokens.end)?;
        List::of_values(tokens, open, false).filter(|_| !list.has_lines(tokens))?;
        let inner = indent + self.style.tab_spaces;
        let alone = flat::text(tokens, last.tokens.clone(), Manner::default());
        if alone.is_some_and(|text| self.style.fits(inner, &text, 1)) {
            return None;
        }
        let mut text = String::new();
        for element in before {
            // Where several values are long, they are better below each other.
            if element.tokens.clone().any(|index| tokens.close(index).is_some()) {
                return None;
            }
            text.push_str(&flat::text(tokens, element.tokens.clone(), Manner::default())?);
            text.push_str(", ");
        }
        let comments = list.elements.iter().any(|element| {
            let first = has_comments(&tokens.gap(element.tokens.start));
            first || has_comments(&tokens.gaps(element.tokens.end..=element.next))
        });
        (!comments && self.fits(&text, 2)).then_some((text, open, close))
    }
}
