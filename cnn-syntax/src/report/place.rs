//! Places in the source.

use std::path::PathBuf;

use proc_macro2::{Group, Span, TokenStream, TokenTree};

/// The stretch of source that an error underlines: from the start of one token to the end of another.
#[derive(Clone, Copy)]
pub struct SpanRange {
    start: Span,
    end: Span,
}

impl From<Span> for SpanRange {
    fn from(span: Span) -> SpanRange {
        SpanRange { start: span, end: span }
    }
}

impl SpanRange {
    /// From the first to the last of some tokens; `None` if there are none.
    pub fn of(tokens: &[TokenTree]) -> Option<SpanRange> {
        Some(SpanRange { start: tokens.first()?.span(), end: tokens.last()?.span() })
    }

    pub fn to(self, end: impl Into<SpanRange>) -> SpanRange {
        SpanRange { start: self.start, end: end.into().end }
    }

    /// The first token.
    pub fn start(self) -> Span {
        self.start
    }

    /// The last token.
    pub fn end(self) -> Span {
        self.end
    }
}

/// The line of a token; 0 where no compiler tells.
pub fn line(span: Span) -> u32 {
    if !proc_macro::is_available() {
        return 0;
    }
    span.unwrap().line().try_into().unwrap_or(0)
}

/// The file and the line of a token, such as `src/blocks.rs:12`; `None` where no compiler tells.
pub fn file_and_line(span: Span) -> Option<String> {
    let span = proc_macro::is_available().then(|| span.unwrap())?;
    Some(format!("{}:{}", span.file(), span.line()))
}

/// The path of the file of a token; `None` where no compiler tells.
pub fn local_file(span: Span) -> Option<PathBuf> {
    proc_macro::is_available().then(|| span.unwrap())?.local_file()
}

/// The same tokens as if they stood at another place.
pub fn moved(tokens: TokenStream, at: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            token = TokenTree::Group(Group::new(group.delimiter(), moved(group.stream(), at)));
        }
        // The crate that `$crate` means is the one where it was written.
        let keeps = matches!(&token, TokenTree::Ident(ident) if ident == "$crate");
        token.set_span(if keeps { at.resolved_at(token.span()) } else { at });
        token
    });
    moved.collect()
}

/// One node of the syntax tree, which keeps its identity however often a block lets it be lowered.
///
/// It is the node's address: the tree is borrowed, and does not move, until the expansion is done.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(usize);

impl NodeId {
    pub fn of<T>(node: &T) -> NodeId {
        NodeId(std::ptr::from_ref(node).addr())
    }
}
