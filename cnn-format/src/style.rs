//! How wide lines are, and how far they are indented.

/// The settings of rustfmt that matter here, with its defaults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// How wide a line may be, in characters.
    pub max_width: usize,
    /// How far a level is indented.
    pub tab_spaces: usize,
    /// Whether tabs indent lines.
    pub hard_tabs: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style { max_width: 100, tab_spaces: 4, hard_tabs: false }
    }
}

impl Style {
    /// Whether a text fits in a line behind so many columns and in front of so many others.
    pub(crate) fn fits(&self, column: usize, text: &str, tail: usize) -> bool {
        column + self.width(text) + tail <= self.max_width
    }

    /// How many columns a text takes.
    pub(crate) fn width(&self, text: &str) -> usize {
        text.chars().map(|char| if char == '\t' { self.tab_spaces } else { 1 }).sum()
    }

    /// What begins a line that is indented so far.
    pub(crate) fn indent(&self, columns: usize) -> String {
        match self.hard_tabs && self.tab_spaces > 0 {
            true => "\t".repeat(columns / self.tab_spaces) + &" ".repeat(columns % self.tab_spaces),
            false => " ".repeat(columns),
        }
    }

    /// How wide the last line of a text is, and how far it is indented.
    pub(crate) fn line_before(&self, text: &str) -> (usize, usize) {
        let line = text.rsplit('\n').next().unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start().len()];
        (self.width(line), self.width(indent))
    }
}
