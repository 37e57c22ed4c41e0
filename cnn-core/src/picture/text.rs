//! Texts: how wide they are at most, and numbers that are short.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;

use crate::shape::notation::three_digits;

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
            Letters::Label => 12,
            Letters::Small | Letters::Name => 10,
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

/// A number with three digits: `25.6M`.
pub(super) fn short(number: u64) -> String {
    const PREFIXES: [&str; 7] = ["", "k", "M", "G", "T", "P", "E"];
    let (digits, times) = three_digits(number, PREFIXES.len() - 1);
    [&digits, PREFIXES[times]].concat()
}

#[cfg(test)]
mod tests {
    use super::{Letters, short};

    #[test]
    fn numbers_have_a_prefix() {
        let cases = [(999, "999"), (9_999, "10.0k"), (25_557_032, "25.6M"), (u64::MAX, "18.4E")];
        for (number, text) in cases {
            assert_eq!(short(number), text);
        }
    }

    #[test]
    fn what_does_not_fit_ends_with_dots() {
        assert_eq!(Letters::Name.fit("layer1.0.conv1", 200), "layer1.0.conv1");
        let fitted = Letters::Name.fit("layer1.0.conv1", 60);
        assert_eq!(fitted, "layer1.0…");
        assert!(Letters::Name.width(&fitted) <= 60);
        assert_eq!(Letters::Name.fit("größer", 30), "grö…");
    }
}
