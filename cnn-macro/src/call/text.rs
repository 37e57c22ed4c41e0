//! A call as text with the positions of its values, for messages that quote it and point at them.

use cnn_core::error::At;
use cnn_core::{Place, Written};

use crate::report::place::{SpanRange, line};

/// A call as it was written.
pub struct CallText {
    text: String,
    /// From the name to the closing parenthesis.
    span: SpanRange,
    /// The line it begins in; 0 if that is not known.
    line: u32,
    /// Whether it is `residual { … }`.
    residual: bool,
    /// Where in the text the values are.
    places: Vec<Place>,
    /// Where in the source they are.
    spans: Vec<SpanRange>,
}

impl CallText {
    pub fn new(text: String, span: SpanRange) -> CallText {
        let (line, residual) = (line(span.start()), false);
        CallText { text, span, line, residual, places: Vec::new(), spans: Vec::new() }
    }

    /// The text of a layer, which may be `residual`, before its arguments.
    pub fn of(keyword: &str, span: SpanRange, residual: bool) -> CallText {
        CallText { residual, ..CallText::new(keyword.to_owned(), span) }
    }

    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Where the text ends.
    pub fn end(&self) -> usize {
        self.text.len()
    }

    /// Notes a value that begins at `start` in the text and ends where the text now does.
    /// `named` is whether there are names in it.
    pub fn place(&mut self, at: At, start: usize, span: SpanRange, named: bool) {
        self.places.push(Place { at, start, end: self.end(), named });
        self.spans.push(span);
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The call for cnn-core.
    pub fn written(&self) -> Written<'_> {
        Written { text: &self.text, line: self.line, places: &self.places, residual: self.residual }
    }

    /// The place of the call in the source.
    pub fn span(&self) -> SpanRange {
        self.span
    }

    /// Where in the source its values stand, in the order of `written().places`.
    pub fn value_spans(&self) -> &[SpanRange] {
        &self.spans
    }

    /// The call with other texts for the arguments of parameters, where there are any.
    pub fn with_arguments(&self, argument: impl Fn(usize) -> Option<String>) -> String {
        let (mut text, mut written) = (String::new(), 0);
        for place in &self.places {
            let At::Param(param) = place.at else { continue };
            let Some(value) = argument(param) else { continue };
            text.push_str(&self.text[written..place.start]);
            text.push_str(&value);
            written = place.end;
        }
        text + &self.text[written..]
    }
}
