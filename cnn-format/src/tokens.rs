//! The tokens of a declaration in a row, with their bytes and with the comments between them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use cnn_syntax::Outline;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Word,
    Literal,
    /// A mark, and whether the next one follows it as a part of the same operator.
    Mark(bool),
    Open(Delimiter),
    Close(Delimiter),
    /// A doc comment.
    Doc,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    pub bytes: Range<usize>,
}

/// A comment that is no documentation.
#[derive(Clone, Copy, Debug)]
pub struct Comment<'s> {
    pub text: &'s str,
    /// How many line ends are between what precedes it and the comment.
    pub newlines: usize,
    /// Where it begins.
    pub at: usize,
}

impl Comment<'_> {
    /// Whether nothing can follow it in its line.
    pub fn ends_line(&self) -> bool {
        self.text.starts_with("//") || self.text.contains('\n')
    }
}

/// What is between two tokens.
#[derive(Clone, Debug, Default)]
pub struct Gap<'s> {
    pub comments: Vec<Comment<'s>>,
    /// How many line ends are at its end, after the last comment.
    pub newlines: usize,
}

impl Gap<'_> {
    /// Whether a line ends in it.
    pub fn breaks(&self) -> bool {
        self.newlines > 0
            || self.comments.iter().any(|comment| comment.newlines > 0 || comment.ends_line())
    }
}

pub struct Tokens<'s> {
    source: &'s str,
    list: Vec<Token>,
    /// For each bracket that opens, the one that closes it. Those of layers are among them.
    closes: HashMap<usize, usize>,
    /// The statements of each list of layers, by the bracket that opens it.
    layers: HashMap<usize, Vec<usize>>,
    /// The brackets that close layers.
    ends: HashSet<usize>,
    /// Where the declaration begins and ends.
    bounds: Range<usize>,
}

impl<'s> Tokens<'s> {
    /// The tokens between the brackets of a `cnn!`, which are at these bytes of the source.
    pub fn new(
        source: &'s str,
        bounds: Range<usize>,
        stream: TokenStream,
        outline: &Outline,
    ) -> Self {
        let mut tokens = Tokens {
            source,
            list: Vec::new(),
            closes: HashMap::new(),
            layers: HashMap::new(),
            ends: HashSet::new(),
            bounds,
        };
        tokens.push_all(stream);
        for layers in &outline.layers {
            let (open, close) = (tokens.at(layers.open), tokens.at(layers.close));
            tokens.closes.insert(open, close);
            tokens.ends.insert(close);
            let statements = layers.statements.iter().map(|start| tokens.at(*start)).collect();
            tokens.layers.insert(open, statements);
        }
        tokens
    }

    fn push_all(&mut self, stream: TokenStream) {
        let mut stream = stream.into_iter();
        while let Some(token) = stream.next() {
            let bytes = token.span().byte_range();
            match token {
                TokenTree::Group(group) => {
                    let (delimiter, open) = (group.delimiter(), self.list.len());
                    let bytes = group.span_open().byte_range();
                    self.list.push(Token { kind: Kind::Open(delimiter), bytes });
                    self.push_all(group.stream());
                    let bytes = group.span_close().byte_range();
                    self.closes.insert(open, self.list.len());
                    self.list.push(Token { kind: Kind::Close(delimiter), bytes });
                }
                TokenTree::Punct(punct)
                    if punct.as_char() == '#' && self.source[bytes.clone()].starts_with('/') =>
                {
                    // A doc comment is an attribute whose tokens are all at the place of the comment.
                    stream.next();
                    self.list.push(Token { kind: Kind::Doc, bytes });
                }
                TokenTree::Punct(punct) => {
                    let joint = punct.spacing() == proc_macro2::Spacing::Joint;
                    self.list.push(Token { kind: Kind::Mark(joint), bytes });
                }
                TokenTree::Ident(_) => self.list.push(Token { kind: Kind::Word, bytes }),
                TokenTree::Literal(_) => self.list.push(Token { kind: Kind::Literal, bytes }),
            }
        }
    }

    /// The token that begins at a place.
    pub fn at(&self, span: Span) -> usize {
        let start = span.byte_range().start;
        self.list.partition_point(|token| token.bytes.start < start)
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn kind(&self, index: usize) -> Kind {
        self.list[index].kind
    }

    pub fn text(&self, index: usize) -> &'s str {
        &self.source[self.list[index].bytes.clone()]
    }

    pub fn bytes(&self, index: usize) -> Range<usize> {
        self.list[index].bytes.clone()
    }

    pub fn source(&self) -> &'s str {
        self.source
    }

    /// Whether a token is this mark.
    pub fn is_mark(&self, index: usize, mark: &str) -> bool {
        matches!(self.kind(index), Kind::Mark(_)) && self.text(index) == mark
    }

    /// Whether a token is this word.
    pub fn is_word(&self, index: usize, word: &str) -> bool {
        self.kind(index) == Kind::Word && self.text(index) == word
    }

    /// The bracket that closes what a token opens.
    pub fn close(&self, open: usize) -> Option<usize> {
        self.closes.get(&open).copied()
    }

    /// The statements of the list of layers that a token opens.
    pub fn statements(&self, open: usize) -> Option<&[usize]> {
        self.layers.get(&open).map(Vec::as_slice)
    }

    /// Whether a token closes a list of layers.
    pub fn ends_layers(&self, index: usize) -> bool {
        self.ends.contains(&index)
    }

    /// The tokens of a range that are in no brackets within it, brackets that open among them.
    pub fn top(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let mut next = range.start;
        std::iter::from_fn(move || {
            let index = (next < range.end).then_some(next)?;
            next = self.close(index).unwrap_or(index) + 1;
            Some(index)
        })
    }

    /// What is before a token, or at the end.
    pub fn gap(&self, index: usize) -> Gap<'s> {
        let start = match index {
            0 => self.bounds.start,
            index => self.list[index - 1].bytes.end,
        };
        let end = self.list.get(index).map_or(self.bounds.end, |token| token.bytes.start);
        let mut gap = Gap::default();
        let mut rest = &self.source[start..end];
        loop {
            let space = rest.len() - rest.trim_start().len();
            gap.newlines += rest[..space].matches('\n').count();
            rest = &rest[space..];
            if rest.is_empty() {
                return gap;
            }
            let length = comment_length(rest);
            let text = rest[..length].trim_end();
            let (newlines, at) = (std::mem::take(&mut gap.newlines), end - rest.len());
            gap.comments.push(Comment { text, newlines, at });
            rest = &rest[length..];
        }
    }

    /// What is between two tokens if those between them do not count, nor the lines that they have for themselves.
    pub fn gaps(&self, indices: std::ops::RangeInclusive<usize>) -> Gap<'s> {
        let mut all = Gap::default();
        for index in indices {
            let mut gap = self.gap(index);
            match gap.comments.first_mut() {
                Some(first) => {
                    first.newlines = first.newlines.max(all.newlines);
                    all.newlines = gap.newlines;
                }
                None => all.newlines = all.newlines.max(gap.newlines),
            }
            all.comments.append(&mut gap.comments);
        }
        all
    }

    /// Whether a line ends within a range.
    pub fn is_multiline(&self, range: &Range<usize>) -> bool {
        let (first, last) = (&self.list[range.start], &self.list[range.end - 1]);
        self.source[first.bytes.start..last.bytes.end].contains('\n')
    }

    /// The bytes of a range in which line ends belong to a literal or a comment.
    pub fn fixed(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut fixed = Vec::new();
        for index in range.clone() {
            if index > range.start {
                let comments = self.gap(index).comments;
                fixed.extend(
                    comments.iter().map(|comment| comment.at..comment.at + comment.text.len()),
                );
            }
            fixed.push(self.bytes(index));
        }
        fixed.retain(|bytes| self.source[bytes.clone()].contains('\n'));
        fixed
    }
}

/// How long the comment is that a text begins with.
fn comment_length(text: &str) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    let (mut depth, mut at) = (0_usize, 0);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth.saturating_sub(1), at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at.min(text.len())
}
