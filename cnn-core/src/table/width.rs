//! How wide text is in a terminal, and text that fits.

use alloc::string::String;

/// A space at which no line is broken; in the text it is an ordinary one.
pub(super) const GLUE: char = '\u{a0}';

/// How many columns of a terminal a text takes.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Two for what East Asian fonts draw twice as wide and for emoji, none for what is drawn over another character.
fn char_width(char: char) -> usize {
    match u32::from(char) {
        ..0x300 => 1,
        0x300..=0x36F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF => 0,
        0x200B..=0x200F | 0x2060..=0x2064 | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F => 0,
        0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0x4DBF | 0x4E00..=0xA4CF => 2,
        0xA960..=0xA97F | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F => 2,
        0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF => 2,
        0x1F900..=0x1FAFF | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_count_as_two() {
        assert_eq!(width("conv1"), 5);
        assert_eq!(width("größer"), 6);
        assert_eq!(width("層1"), 3);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("🙂"), 2);
        assert_eq!(width("20 × 24 → ├ █▌"), 14);
    }

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
}
