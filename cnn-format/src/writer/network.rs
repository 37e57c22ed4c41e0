//! Networks: the name, what arrives and leaves, and the layers.

use std::ops::Range;

use super::{Writer, has_comments};
use crate::flat::{self, Manner};
use crate::lists::List;

impl Writer<'_, '_> {
    /// `pub struct Net<const N: usize = 3>: [3, 28, 28] -> [N] < … >`, of which a network as an expression has no
    /// name.
    pub(super) fn network(
        &mut self,
        range: Range<usize>,
        colon: Option<usize>,
        indent: usize,
        tail: usize,
    ) {
        let (tokens, inner) = (self.tokens, indent + self.style.tab_spaces);
        let body = colon.map_or(range.start, |colon| colon + 1);
        let open = tokens.top(body..range.end).find(|index| tokens.statements(*index).is_some());
        let Some(open) = open else { return self.as_it_is(range) };
        let has_comment = |index: usize| index > range.start && has_comments(&tokens.gap(index));
        // The colon, and what is behind it.
        let is_commented = (body.saturating_sub(1)..=body).any(has_comment) || has_comment(open);
        if is_commented || self.has_stray_comment(range.start..open) {
            self.as_it_is(range.start..open);
            let ends_line = self.comments(&tokens.gap(open), inner, false);
            match ends_line || tokens.gap(open).breaks() {
                true => self.new_line(indent),
                false => self.push(" "),
            }
            return self.bracket(open, range.end - 1, (indent, 0), Manner::default());
        }
        let mut name = String::new();
        if let Some(colon) = colon {
            match flat::text(tokens, range.start..colon + 1, Manner::TYPES)
                .filter(|name| self.fits(name, 0))
            {
                Some(text) => name = text,
                None => self.generics(range.start..colon, indent),
            }
        }
        let ports = flat::text(tokens, body..open, Manner::default());
        let layers = flat::text(tokens, open..range.end, Manner::default());
        if let Some(ports) = &ports {
            let space = if colon.is_some() { " " } else { "" };
            let header = format!("{name}{space}{ports}");
            if let Some(layers) = &layers {
                let all = format!("{header} {layers}");
                if self.fits(&all, tail) {
                    return self.push(&all);
                }
                let body = format!("{ports} {layers}");
                if !name.is_empty() && self.style.fits(inner, &body, tail) {
                    self.push(&name);
                    self.new_line(inner);
                    return self.push(&body);
                }
            }
            if self.fits(&header, 1 + tokens.text(open).len()) {
                self.push(&header);
                self.push(" ");
                return self.bracket(open, range.end - 1, (indent, 0), Manner::default());
            }
        }
        self.push(&name);
        match colon {
            Some(_) => {
                self.new_line(inner);
                self.range(body..open, inner, 0, Manner::default());
            }
            None => self.range(body..open, indent, 0, Manner::default()),
        }
        match layers.filter(|layers| self.style.fits(inner, layers, tail)) {
            Some(layers) => {
                self.new_line(inner);
                self.push(&layers);
            }
            None => {
                self.new_line(indent);
                self.bracket(open, range.end - 1, (indent, 0), Manner::default());
            }
        }
    }

    /// The name of a network and its generics, in several lines, and the colon behind them.
    fn generics(&mut self, range: Range<usize>, indent: usize) {
        let tokens = self.tokens;
        let open = tokens.top(range.clone()).find(|index| tokens.is_mark(*index, "<"));
        let close = range.end - 1;
        let is_list =
            |open: &usize| tokens.is_mark(close, ">") && !has_comments(&tokens.gap(*open));
        if let Some(open) = open.filter(is_list)
            && let Some(name) = flat::text(tokens, range.start..open, Manner::TYPES)
            && let Some(list) = List::of_generics(tokens, open, close)
        {
            self.push(&name);
            self.list(open, close, &list, indent, Manner::TYPES);
        } else {
            self.as_it_is(range);
        }
        self.push(":");
    }
}
