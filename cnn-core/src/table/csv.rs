//! Comma-separated values, as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has them.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Column, Table};

impl Table {
    /// Comma-separated values for spreadsheets and programs: a line with the [keys](Column::key) of
    /// the columns, then one for each layer.
    ///
    /// Names stand in full. Numbers have all their digits and neither separators nor units; bytes
    /// are bytes, percentages between 0 and 100, bars between 0 and 1. Several names have a space between them. A number that is not known is empty. There is no
    /// line of totals: what is in a column adds up to it. A cell with a comma, a quote or a line
    /// break is in quotes, as RFC 4180 has it; lines end with a line feed.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// # fn save(summary: &Summary) -> std::io::Result<()> {
    /// std::fs::write("layers.csv", summary.table().csv())
    /// # }
    /// ```
    pub fn csv(&self) -> String {
        let mut text = String::new();
        write_line(&mut text, self.columns.iter().map(|column| column.key().into()));
        let scale = self.scale();
        for line in self.flat() {
            let value = |column: &Column| self.value(*column, &line, &scale).raw();
            let cells = self.columns.iter().map(value);
            write_line(&mut text, cells);
        }
        text
    }
}

fn write_line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(quoted).collect();
    text.push_str(&cells.join(","));
    text.push('\n');
}

fn quoted(cell: String) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        ["\"", &cell.replace('"', "\"\""), "\""].concat()
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        let cells = ["plain", "", "[3, 28, 28]", "say \"cheese\"", "two\nlines"];
        let mut text = String::new();
        write_line(&mut text, cells.map(String::from).into_iter());
        assert_eq!(text, "plain,,\"[3, 28, 28]\",\"say \"\"cheese\"\"\",\"two\nlines\"\n");
    }
}
