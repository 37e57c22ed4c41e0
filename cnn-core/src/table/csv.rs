//! Comma-separated values, as defined in [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180).

use alloc::string::String;
use alloc::vec::Vec;

use super::{Column, Table};

impl Table {
    /// Comma-separated values for spreadsheets and programs: a line with the [keys](Column::key) of
    /// the columns, then one for each layer.
    ///
    /// Names are written in full. Numbers have all their digits and neither separators nor units: memory is in bytes,
    /// percentages are between 0 and 100, bars between 0 and 1. Several names are separated by spaces. An unknown
    /// number is an empty cell. There is no line of totals, so a column can be summed. A cell with a comma, a quote or
    /// a line break is quoted; lines end with a line feed.
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
