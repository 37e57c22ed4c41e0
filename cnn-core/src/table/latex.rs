//! Tables for papers, in LaTeX.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use crate::writing::{Align, Grid};

impl Grid {
    /// A `tabular` with the rules of the package `booktabs`, to be put into a `table`.
    pub(super) fn latex(&self) -> String {
        let sides = self.columns.iter().map(|(_, align)| match align {
            Align::Left => 'l',
            Align::Right => 'r',
        });
        let mut text = String::from("% \\usepackage{booktabs}\n\\begin{tabular}{");
        text.extend(sides);
        text.push_str("}\n\\toprule\n");
        write_line(&mut text, self.columns.iter().map(|(title, _)| title));
        text.push_str("\\midrule\n");
        for row in &self.rows {
            write_line(&mut text, row);
        }
        text.push_str("\\midrule\n");
        write_line(&mut text, &self.total);
        text.push_str("\\bottomrule\n\\end{tabular}\n");
        text
    }
}

fn write_line<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a String>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| escaped(cell)).collect();
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{} \\\\", cells.join(" & "));
}

/// A text that TeX sets as it reads, in each of its usual font encodings.
fn escaped(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut before = ' ';
    for character in cell.chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => text.extend(['\\', character]),
            '\\' => text.push_str("\\textbackslash{}"),
            '~' => text.push_str("\\textasciitilde{}"),
            '^' => text.push_str("\\textasciicircum{}"),
            '<' => text.push_str("\\textless{}"),
            '>' => text.push_str("\\textgreater{}"),
            '|' => text.push_str("\\textbar{}"),
            '"' => text.push_str("{\\ttfamily\\char34}"),
            '–' => text.push_str("--"),
            '\u{2588}'..='\u{258F}' => {
                // From a whole block down to an eighth.
                let eighths = 8 - (u32::from(character) - 0x2588);
                // Writing to a `String` cannot fail.
                let _ = write!(text, "\\rule{{{}ex}}{{1.5ex}}", f64::from(eighths) / 8.0);
            }
            '→' => text.push_str("$\\to$"),
            '×' => text.push_str("$\\times$"),
            // At the start of a row it would be an argument of the `\\` or the rule before it.
            '[' | '*' => text.extend(['{', character, '}']),
            // A ligature, which makes one dash of two.
            '-' if before == '-' => text.push_str("{}-"),
            _ if character.is_control() => text.push(' '),
            _ => text.push(character),
        }
        before = character;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_a_command() {
        let pairs = [
            ("layer_scale", "layer\\_scale"),
            ("[3, 28, 28]", "{[}3, 28, 28]"),
            ("MACs %", "MACs \\%"),
            ("a & b # $c {d}", "a \\& b \\# \\$c \\{d\\}"),
            ("\\~^", "\\textbackslash{}\\textasciitilde{}\\textasciicircum{}"),
            ("Back<32>", "Back\\textless{}32\\textgreater{}"),
            ("|\"*", "\\textbar{}{\\ttfamily\\char34}{*}"),
            ("block1-0", "block1-0"),
            ("a---b", "a-{}-{}-b"),
            ("–", "--"),
            ("█▌", "\\rule{1ex}{1.5ex}\\rule{0.5ex}{1.5ex}"),
            ("two\r\n\r\nlines", "two    lines"),
        ];
        for (cell, latex) in pairs {
            assert_eq!(escaped(cell), latex);
        }
    }
}
