//! Tokens in as many lines as they need.

mod brackets;
mod network;

use std::ops::Range;

use cnn_syntax::ItemKind;
use proc_macro2::Delimiter;

use crate::Style;
use crate::flat::{self, Manner};
use crate::lists::{Element, List, Separator};
use crate::tokens::{Comment, Gap, Kind, Tokens};

/// An item of a declaration.
#[derive(Clone, Debug)]
pub struct Item {
    pub start: usize,
    pub kind: ItemKind,
}

pub struct Writer<'t, 's> {
    tokens: &'t Tokens<'s>,
    items: &'t [Item],
    style: &'t Style,
    text: String,
    /// How wide the last line is so far.
    column: usize,
    /// How far the last line is indented.
    line_indent: usize,
}

impl<'t, 's> Writer<'t, 's> {
    /// A writer that goes on with a line which is as wide and as far indented as this.
    pub fn new(
        tokens: &'t Tokens<'s>,
        items: &'t [Item],
        style: &'t Style,
        (column, line_indent): (usize, usize),
    ) -> Self {
        Writer { tokens, items, style, text: String::new(), column, line_indent }
    }

    /// All of a declaration, in brackets. `tail` is the width of what follows in the last line.
    pub fn declaration(mut self, delimiter: Delimiter, tail: usize) -> String {
        let indent = self.line_indent;
        let end = self.tokens.len();
        let pads = delimiter == Delimiter::Brace;
        if end == 0 && !has_comments(&self.tokens.gap(0)) {
            return self.text;
        }
        let list = self.list_of_items();
        if let Some(text) = self.flat_items(&list) {
            let text = if pads { format!(" {text} ") } else { text };
            if self.fits(&text, tail) {
                self.push(&text);
                return self.text;
            }
        }
        let only = match self.items {
            [Item { kind: ItemKind::Inline, .. }] if !pads => Some(0..end),
            _ => None,
        };
        match only
            .filter(|_| !has_comments(&self.tokens.gap(0)) && !has_comments(&self.tokens.gap(end)))
        {
            Some(range) => self.network(range, None, indent, tail),
            None => {
                self.elements(&list, end, indent, Manner::default());
                self.new_line(indent);
            }
        }
        self.text
    }

    fn list_of_items(&self) -> List {
        let end = self.tokens.len();
        let starts = self.items.iter().map(|item| item.start);
        let nexts = self.items.iter().skip(1).map(|item| item.start).chain([end]);
        let elements = starts.zip(nexts).map(|(start, next)| Element { tokens: start..next, next });
        List { separator: Separator::Item, elements: elements.collect(), needs_comma: false }
    }

    /// All items in one line, if their author has written them so.
    fn flat_items(&self, list: &List) -> Option<String> {
        if list.breaks(self.tokens) || list.elements.is_empty() {
            return None;
        }
        let any_comment = |element: &Element| has_comments(&self.tokens.gap(element.tokens.start));
        if list.elements.iter().any(any_comment)
            || has_comments(&self.tokens.gap(self.tokens.len()))
        {
            return None;
        }
        let items = list.elements.iter().zip(self.items).map(|(element, item)| {
            let range = element.tokens.clone();
            match item.kind {
                ItemKind::Network { colon: Some(colon) } => {
                    flat::network(self.tokens, range, self.tokens.at(colon))
                }
                kind => flat::statement(self.tokens, range, manner(kind)),
            }
        });
        let items: Vec<String> = items.collect::<Option<_>>()?;
        Some(items.join(" "))
    }

    /// The elements of a list in lines of their own, after its opening bracket.
    fn elements(&mut self, list: &List, close: usize, indent: usize, manner: Manner) {
        let inner = indent + self.style.tab_spaces;
        let keeps_lines = list.separator != Separator::Comma || list.has_lines(self.tokens);
        let mut gap = match list.elements.first() {
            Some(first) => self.tokens.gap(first.tokens.start),
            None => self.tokens.gap(close),
        };
        // Whether what is before has several lines.
        let mut after_lines = false;
        for (number, element) in list.elements.iter().enumerate() {
            let is_last = number + 1 == list.elements.len();
            let ends_line = self.comments(&gap, inner, number == 0);
            let breaks = match list.separator {
                Separator::Item | Separator::None => true,
                _ => number == 0 || ends_line || after_lines || keeps_lines && gap.newlines > 0,
            };
            let mark = match list.separator {
                Separator::Semicolon => {
                    match flat::has_semicolon(self.tokens, element, is_last, true) {
                        true => ";",
                        false => "",
                    }
                }
                Separator::Comma => ",",
                Separator::None | Separator::Item => "",
            };
            let text = match list.separator {
                Separator::Semicolon => {
                    flat::statement(self.tokens, element.tokens.clone(), Manner::default())
                }
                Separator::Comma | Separator::None => {
                    flat::text(self.tokens, element.tokens.clone(), manner)
                }
                Separator::Item => None,
            };
            match text.filter(|text| !breaks && self.fits(text, 1 + mark.len())) {
                Some(text) => {
                    self.push(" ");
                    self.push(&text);
                }
                None => {
                    let first = number == 0 && gap.comments.is_empty();
                    self.blank_line(gap.newlines > 1 && !first);
                    self.new_line(inner);
                    let start = self.text.len();
                    match list.separator {
                        Separator::Item => self.item(&self.items[number], element, inner),
                        Separator::Semicolon => {
                            self.statement(element.tokens.clone(), inner, mark.len());
                        }
                        Separator::Comma | Separator::None => {
                            self.range(element.tokens.clone(), inner, mark.len(), manner);
                        }
                    }
                    after_lines =
                        list.separator == Separator::Semicolon && self.text[start..].contains('\n');
                }
            }
            self.push(mark);
            gap = match list.separator {
                Separator::Item if !is_last => self.tokens.gap(element.next),
                _ => self.tokens.gaps(element.tokens.end..=element.next),
            };
        }
        self.comments(&gap, inner, list.elements.is_empty());
    }

    /// Comments: those behind something stay behind it, the others have lines of their own. Returns whether nothing
    /// else can be in the last line.
    fn comments(&mut self, gap: &Gap<'_>, indent: usize, first: bool) -> bool {
        let mut ends_line = false;
        for (number, comment) in gap.comments.iter().enumerate() {
            if comment.newlines == 0 && !ends_line {
                self.comment_behind(comment);
            } else {
                self.blank_line(comment.newlines > 1 && !(first && number == 0));
                self.new_line(indent);
                self.push(comment.text);
            }
            ends_line = comment.ends_line();
        }
        ends_line
    }

    /// A comment behind something. It keeps its column if what is before it in its line does.
    fn comment_behind(&mut self, comment: &Comment<'_>) {
        let before = self.tokens.source()[..comment.at].rsplit('\n').next().unwrap_or_default();
        let code = before.trim();
        let is_same = self.text.rsplit('\n').next().unwrap_or_default().trim() == code;
        let spaces = if is_same { &before[before.trim_end().len()..] } else { " " };
        self.push(if spaces.is_empty() { " " } else { spaces });
        self.push(comment.text);
    }

    /// Attributes and documentation, and where they end.
    fn attributes(&mut self, range: &Range<usize>, indent: usize, lines: bool) -> usize {
        let mut rest = range.clone();
        while let Some(end) = flat::attribute(self.tokens, &rest) {
            match flat::text(self.tokens, rest.start..end, Manner::default()) {
                Some(text) => self.push(&text),
                None => self.as_it_is(rest.start..end),
            }
            let gap = self.tokens.gap(end);
            let ends_line = self.comments(&gap, indent, false);
            if lines || ends_line || gap.breaks() || self.tokens.kind(rest.start) == Kind::Doc {
                self.new_line(indent);
            } else {
                self.push(" ");
            }
            rest.start = end;
        }
        rest.start
    }

    fn statement(&mut self, range: Range<usize>, indent: usize, tail: usize) {
        let start = self.attributes(&range, indent, false);
        self.range(start..range.end, indent, tail, Manner::default());
    }

    fn item(&mut self, item: &Item, element: &Element, indent: usize) {
        let range = element.tokens.clone();
        let start = self.attributes(&range, indent, true);
        let range = start..range.end;
        match item.kind {
            ItemKind::Network { colon } => {
                let colon = colon.map(|colon| self.tokens.at(colon));
                self.network(range, colon, indent, 0);
            }
            ItemKind::Inline => self.network(range, None, indent, 0),
            kind => self.range(range, indent, 0, manner(kind)),
        }
    }

    /// Some tokens, in one line if they fit.
    fn range(&mut self, range: Range<usize>, indent: usize, tail: usize, manner: Manner) {
        if range.is_empty() {
            return;
        }
        match flat::text(self.tokens, range.clone(), manner) {
            Some(text) if self.fits(&text, tail) => self.push(&text),
            _ if self.has_stray_comment(range.clone()) => self.as_it_is(range),
            _ => self.broken(range, indent, tail, manner),
        }
    }

    /// Whether there is a comment in a range that ends its line, where no line ends otherwise.
    fn has_stray_comment(&self, range: Range<usize>) -> bool {
        let tokens = self.tokens;
        let ends = |index: usize| tokens.gap(index).comments.iter().any(Comment::ends_line);
        tokens.top(range.clone()).any(|index| {
            if index > range.start && ends(index) {
                return true;
            }
            let (Kind::Open(delimiter), Some(close)) = (tokens.kind(index), tokens.close(index))
            else {
                return false;
            };
            let has_lines = tokens.statements(index).is_some()
                || delimiter == Delimiter::Brace
                || List::of_values(tokens, index, false).is_some();
            !has_lines
                && (ends(index + 1) || ends(close) || self.has_stray_comment(index + 1..close))
        })
    }

    /// Some tokens as they are in the source, moved with the line in which they begin.
    fn as_it_is(&mut self, range: Range<usize>) {
        let tokens = self.tokens;
        let bytes = tokens.bytes(range.start).start..tokens.bytes(range.end - 1).end;
        let fixed = tokens.fixed(range);
        let (_, old) = self.style.line_before(&tokens.source()[..bytes.start]);
        let new = self.line_indent;
        let mut at = bytes.start;
        for (number, line) in tokens.source()[bytes].split('\n').enumerate() {
            let end = at + line.len();
            let is_fixed =
                |place: usize| fixed.iter().any(|fixed| fixed.start < place && place < fixed.end);
            let line = line.strip_suffix('\r').unwrap_or(line);
            let line = if is_fixed(end) { line } else { line.trim_end() };
            if number == 0 {
                self.push(line);
            } else if is_fixed(at) || line.is_empty() {
                self.push(&format!("\n{line}"));
            } else {
                let text = line.trim_start();
                let width = self.style.width(&line[..line.len() - text.len()]);
                let indent = self.style.indent((width + new).saturating_sub(old));
                self.push(&format!("\n{indent}{text}"));
            }
            at = end + 1;
        }
    }

    fn fits(&self, text: &str, tail: usize) -> bool {
        self.style.fits(self.column, text, tail)
    }

    fn blank_line(&mut self, wanted: bool) {
        if wanted {
            self.text.push('\n');
        }
    }

    fn new_line(&mut self, indent: usize) {
        self.text.push('\n');
        self.text.push_str(&self.style.indent(indent));
        (self.column, self.line_indent) = (indent, indent);
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        match text.contains('\n') {
            true => (self.column, self.line_indent) = self.style.line_before(text),
            false => self.column += self.style.width(text),
        }
    }
}

fn has_comments(gap: &Gap<'_>) -> bool {
    !gap.comments.is_empty()
}

fn manner(kind: ItemKind) -> Manner {
    Manner { types: matches!(kind, ItemKind::Function), tight: matches!(kind, ItemKind::Use) }
}
