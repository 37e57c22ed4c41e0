//! What formatting would change.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::failure::Failure;
use crate::output;

/// Shows the lines that would change, with three lines around them, as `diff -u` does.
pub fn show(name: &str, before: &str, after: &str) -> Result<(), Failure> {
    let diff = TextDiff::from_lines(before, after);
    let mut text = String::new();
    let bold = Style::new().bold();
    let _ = writeln!(text, "{bold}--- {name}\n+++ {name}{bold:#}");
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        let cyan = AnsiColor::Cyan.on_default();
        let _ = writeln!(text, "{cyan}{}{cyan:#}", hunk.header());
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', AnsiColor::Red.on_default()),
                ChangeTag::Insert => ('+', AnsiColor::Green.on_default()),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let line = change.value().trim_end_matches('\n');
            let _ = writeln!(text, "{style}{sign}{line}{style:#}");
        }
    }
    output::show(&text)
}
