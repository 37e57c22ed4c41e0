//! Text and grids that are made to fit into a width.

use alloc::string::String;

use crate::writing::Grid;
use crate::writing::grid::whole;
use crate::writing::width::{char_width, width};

/// A space at which no line is broken; in the text it is an ordinary one.
pub(crate) const GLUE: char = '\u{a0}';

/// As much of a text as fits, with an ellipsis where the rest was.
pub(super) fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.into();
    }
    let mut room = most.saturating_sub(1);
    let fits = |char: &char| {
        let fits = char_width(*char) <= room;
        room = room.saturating_sub(char_width(*char));
        fits
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.truncate(short.trim_end().len());
    short + "…"
}

/// A paragraph whose lines are no wider than `most`, if it can be broken there. All lines but the first are indented.
pub(super) fn wrapped(paragraph: &str, most: usize, indent: usize) -> String {
    let mut text = String::new();
    let mut used = 0;
    for word in paragraph.split(' ') {
        if used > 0 && used + 1 + width(word) > most {
            text.truncate(text.trim_end().len());
            text.push('\n');
            text.push_str(&" ".repeat(indent));
            used = indent;
        } else if used > 0 {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += width(word);
    }
    text.replace(GLUE, " ")
}

impl Grid {
    /// How wide the text is.
    pub(super) fn width(&self) -> usize {
        whole(&self.widths())
    }

    /// The same with the cells of the column of names cut, so that the text is no wider than `most`. `None` if not
    /// enough of them would be left.
    pub(super) fn with_names_cut(mut self, column: usize, most: usize) -> Option<Grid> {
        const LEAST: usize = 12;
        let names = self.widths().get(column).copied()?;
        let room = names.checked_sub(self.width().saturating_sub(most))?;
        for line in &mut self.rows {
            line[column] = cut(&line[column], room);
        }
        (room >= LEAST.min(names)).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use std::vec;

    use super::*;
    use crate::writing::Align;

    #[test]
    fn what_does_not_fit_is_cut() {
        assert_eq!(cut("conv1", 5), "conv1");
        assert_eq!(cut("conv1", 4), "con…");
        assert_eq!(cut("層層層", 4), "層…");
        assert_eq!(cut("a b", 3), "a b");
        assert_eq!(cut("a bc", 3), "a…");
    }

    #[test]
    fn paragraphs_are_broken_at_spaces() {
        assert_eq!(wrapped("one two three", 80, 2), "one two three");
        assert_eq!(wrapped("one two three", 8, 2), "one two\n  three");
        assert_eq!(wrapped("one two\u{a0}three", 8, 2), "one\n  two three");
        assert_eq!(wrapped("name   value, value", 14, 7), "name   value,\n       value");
    }

    #[test]
    fn wide_names_are_cut() {
        let cells = |name: &str, number: &str| vec![name.into(), number.into()];
        let grid = Grid {
            columns: vec![("layer".into(), Align::Left), ("MACs".into(), Align::Right)],
            rows: vec![cells("conv1", "864,000"), cells("層層層層層層層", "0")],
            total: cells("", "864,000"),
        };
        let cut = grid.clone().with_names_cut(0, 22).unwrap();
        assert_eq!(cut.rows[1][0], "層層層層層層…");
        assert_eq!(cut.width(), 22);
        assert!(grid.with_names_cut(0, 18).is_none());
    }
}
