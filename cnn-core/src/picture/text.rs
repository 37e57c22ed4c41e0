//! Texts: how wide they are at most, and where their lines break.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

/// A size of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// The name of the network.
    Title,
    /// What a layer does.
    Label,
    /// Costs and shapes.
    Small,
    /// Names, in letters that are equally wide.
    Name,
}

impl Letters {
    /// The height of the letters, in pixels.
    pub(super) fn size(self) -> i32 {
        match self {
            Letters::Title => 15,
            Letters::Label => 13,
            Letters::Small | Letters::Name => 11,
        }
    }

    /// How wide a text is at most, in pixels, whatever font there is.
    pub(super) fn width(self, text: &str) -> i32 {
        let parts: i32 = text.chars().map(|char| self.parts(char)).sum();
        (parts * self.size() + 99) / 100
    }

    /// The width of a letter in hundredths of the size.
    fn parts(self, char: char) -> i32 {
        match char {
            _ if !char.is_ascii() && !"×·–…→".contains(char) => 105,
            _ if self == Letters::Name => 61,
            'i' | 'j' | 'l' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '·' => 34,
            'f' | 'r' | 't' | '/' | '(' | ')' | '[' | ']' | '-' => 43,
            'm' | 'w' | 'M' | 'W' | '…' | '%' | '@' => 100,
            '×' | '+' | '=' | '<' | '>' | '→' | '_' | '#' | '^' | '~' => 84,
            'A'..='Z' | '&' => 80,
            _ => 65,
        }
    }

    /// A text in lines that are at most so wide. They break between parts, where there is a `·`, then
    /// between words, and a word breaks after `_` and `.`; what is still too wide ends with dots.
    pub(super) fn lines(self, text: &str, most: i32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for part in text.split(" · ") {
            if let Some(last) = lines.last_mut() {
                let joined = [last, " · ", part].concat();
                if self.width(&joined) <= most {
                    *last = joined;
                    continue;
                }
            }
            if self.width(part) <= most {
                lines.push(part.to_owned());
                continue;
            }
            let mut line = String::new();
            for word in words(part) {
                let joined = [&line, word].concat();
                if self.width(joined.trim_end()) > most && !line.is_empty() {
                    lines.push(self.fit(line.trim_end(), most).into_owned());
                    line = word.to_owned();
                } else {
                    line = joined;
                }
            }
            lines.push(self.fit(line.trim_end(), most).into_owned());
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// As much of a text as fits.
    pub(super) fn fit(self, text: &str, most: i32) -> Cow<'_, str> {
        if self.width(text) <= most {
            return Cow::Borrowed(text);
        }
        let room = most - self.width("…");
        let (mut used, mut end) = (0, 0);
        for (at, char) in text.char_indices() {
            used += self.parts(char) * self.size();
            if used > room * 100 {
                break;
            }
            end = at + char.len_utf8();
        }
        Cow::Owned(text[..end].trim_end().to_owned() + "…")
    }
}

/// A text up to each place where a line may end. A `×` stays with what is before it, a `→` with what follows.
fn words(text: &str) -> Vec<&str> {
    let (mut words, mut start) = (Vec::new(), 0);
    for (at, char) in text.char_indices() {
        let end = at + char.len_utf8();
        let (before, after) = (&text[start..at], &text[end..]);
        let breaks = match char {
            ' ' => !after.starts_with(['×', '+']) && before != "→",
            '_' | '.' => at > start && !after.starts_with(|next: char| next.is_ascii_digit()),
            _ => false,
        };
        if breaks {
            words.push(&text[start..end]);
            start = end;
        }
    }
    words.push(&text[start..]);
    words
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn lines_break_between_parts_then_words() {
        let lines = |text, most| Letters::Small.lines(text, most);
        assert_eq!(lines("conv 3×3 · bn · relu", 200), ["conv 3×3 · bn · relu"]);
        assert_eq!(lines("conv 3×3 · bn · relu", 70), ["conv 3×3", "bn · relu"]);
        assert_eq!(lines("conv 3×3 · bn · relu", 34), ["conv", "3×3", "bn", "relu"]);
        let shapes = "128 × 28 × 28 → 512 × 7 × 7";
        assert_eq!(lines(shapes, 90), ["128 × 28 × 28", "→ 512 × 7 × 7"]);
        assert_eq!(lines(shapes, 60), ["128 ×", "28 × 28", "→ 512 ×", "7 × 7"]);
        assert_eq!(lines("adaptive_avgpool 1×1", 75), ["adaptive_", "avgpool 1×1"]);
        assert_eq!(lines("dropout 0.25", 45), ["dropo…", "0.25"]);
        assert_eq!(lines("", 45), [""; 0]);
    }

    #[test]
    fn what_does_not_fit_ends_with_dots() {
        assert_eq!(Letters::Name.fit("layer1.0.conv1", 200), "layer1.0.conv1");
        let fitted = Letters::Name.fit("layer1.0.conv1", 66);
        assert_eq!(fitted, "layer1.0…");
        assert!(Letters::Name.width(&fitted) <= 66);
        assert_eq!(Letters::Name.fit("größer", 33), "grö…");
    }
}
