//! Cells in rows and columns, as text or as Markdown.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::width::width;

/// The alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the left, for words.
    Left,
    /// To the right, for numbers.
    Right,
}

/// Cells in rows and columns, with a row of totals.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Title and alignment of each column.
    pub columns: Vec<(String, Align)>,
    /// The rows, with a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// The row of totals, with a cell for each column; empty if there is no such row.
    pub total: Vec<String>,
}

impl Grid {
    /// Columns padded with spaces, rules above and below the rows.
    pub fn text(&self) -> String {
        let titles: Vec<String> = self.columns.iter().map(|(title, _)| title.clone()).collect();
        let widths = self.widths();
        let rule = "─".repeat(whole(&widths));

        let mut text = String::new();
        self.write_line(&mut text, &titles, &widths);
        text.push_str(&rule);
        text.push('\n');
        for row in &self.rows {
            self.write_line(&mut text, row, &widths);
        }
        if !self.total.is_empty() {
            text.push_str(&rule);
            text.push('\n');
            self.write_line(&mut text, &self.total, &widths);
        }
        text
    }

    /// How wide each column of the text is.
    pub(crate) fn widths(&self) -> Vec<usize> {
        let titles = self.columns.iter().map(|(title, _)| width(title));
        let mut widths: Vec<usize> = titles.collect();
        for line in self.rows.iter().chain([&self.total]) {
            for (most, cell) in widths.iter_mut().zip(line) {
                *most = width(cell).max(*most);
            }
        }
        widths
    }

    fn write_line(&self, text: &mut String, cells: &[String], widths: &[usize]) {
        let start = text.len();
        for (i, ((cell, width), (_, align))) in
            cells.iter().zip(widths).zip(&self.columns).enumerate()
        {
            text.push_str(if i == 0 { "" } else { GAP });
            let room = " ".repeat(width - self::width(cell));
            match align {
                Align::Left => text.extend([cell.as_str(), &room]),
                Align::Right => text.extend([&room, cell.as_str()]),
            }
        }
        text.truncate(start + text[start..].trim_end().len());
        text.push('\n');
    }

    /// A table of GitHub's Markdown, which rustdoc and editors render.
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        let mut line = |cells: &mut dyn Iterator<Item = String>| {
            for cell in cells {
                text.push_str("| ");
                text.push_str(&cell);
                text.push(' ');
            }
            text.push_str("|\n");
        };
        line(&mut self.columns.iter().map(|(title, _)| title.clone()));
        line(&mut self.columns.iter().map(|(_, align)| match align {
            Align::Left => ":--".to_string(),
            Align::Right => "--:".to_string(),
        }));
        for row in &self.rows {
            line(&mut row.iter().map(|cell| escape(cell)));
        }
        if self.total.is_empty() {
            return text;
        }
        line(&mut self.total.iter().map(|cell| match escape(cell) {
            cell if cell.is_empty() => cell,
            cell => ["**", &cell, "**"].concat(),
        }));
        text
    }
}

/// The space between two columns.
const GAP: &str = "  ";

/// The width of all columns together.
pub(crate) fn whole(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)
}

/// A cell with its vertical bars escaped.
fn escape(cell: &str) -> String {
    cell.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let row = |cells: [&str; 2]| cells.map(String::from).to_vec();
        Grid {
            columns: vec![("layer".into(), Align::Left), ("MACs".into(), Align::Right)],
            rows: vec![row(["conv1", "864,000"]), row(["a|b", "0"])],
            total: row(["", "864,000"]),
        }
    }

    #[test]
    fn text_is_aligned() {
        let expected = "\
layer     MACs
──────────────
conv1  864,000
a|b          0
──────────────
       864,000
";
        assert_eq!(grid().text(), expected);
    }

    #[test]
    fn wide_names_are_aligned() {
        let mut grid = grid();
        grid.rows[1][0] = "層層層層層層層".into();
        let expected = "\
layer              MACs
───────────────────────
conv1           864,000
層層層層層層層        0
───────────────────────
                864,000
";
        assert_eq!(grid.text(), expected);
    }

    #[test]
    fn markdown_is_a_table() {
        let expected = "\
| layer | MACs |
| :-- | --: |
| conv1 | 864,000 |
| a\\|b | 0 |
|  | **864,000** |
";
        assert_eq!(grid().markdown(), expected);
    }
}
