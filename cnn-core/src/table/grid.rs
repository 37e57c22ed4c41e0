//! Cells in rows and columns, as text or as Markdown.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

/// At which side of its column a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words stand at the left.
    Left,
    /// Numbers stand at the right.
    Right,
}

/// Cells in rows and columns, with a row of totals.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Title and alignment of each column.
    pub columns: Vec<(String, Align)>,
    /// The rows, with a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// The row below, with a cell for each column; without cells there is none.
    pub total: Vec<String>,
}

impl Grid {
    /// Columns padded with spaces, rules above and below the rows.
    pub fn text(&self) -> String {
        let titles: Vec<String> = self.columns.iter().map(|(title, _)| title.clone()).collect();
        let lines = || [&titles, &self.total].into_iter().chain(&self.rows);
        let width = |column: usize| {
            lines().filter_map(|line| line.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let rule = "─".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1));

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

    fn write_line(&self, text: &mut String, cells: &[String], widths: &[usize]) {
        let start = text.len();
        for (i, ((cell, width), (_, align))) in
            cells.iter().zip(widths).zip(&self.columns).enumerate()
        {
            let gap = if i == 0 { "" } else { "  " };
            // Writing to a `String` cannot fail.
            let _ = match align {
                Align::Left => write!(text, "{gap}{cell:<width$}"),
                Align::Right => write!(text, "{gap}{cell:>width$}"),
            };
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

/// How many columns a text takes; all characters that occur are one wide.
fn width(text: &str) -> usize {
    text.chars().count()
}

/// A cell whose bars do not end it.
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
