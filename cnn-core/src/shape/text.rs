//! Text that a `const fn` can write, for panic messages of const evaluation.

use super::Shape;

/// The capacity of a [`Text`] in bytes. A message takes a few hundred.
const CAPACITY: usize = 2048;

/// The end of a text that was cut.
const ELLIPSIS: &str = "…";

/// A short text, written in `const` contexts.
///
/// Every method appends; what does not fit is cut, and an ellipsis shows where.
#[derive(Clone, Copy)]
pub struct Text {
    bytes: [u8; CAPACITY],
    len: usize,
    full: bool,
}

impl Text {
    pub(crate) const fn new() -> Text {
        Text { bytes: [0; CAPACITY], len: 0, full: false }
    }

    /// The text written so far.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            // Only whole strings and ASCII digits are ever appended.
            Err(_) => "",
        }
    }

    pub(crate) const fn str(&mut self, text: &str) -> &mut Text {
        if self.full {
            return self;
        }
        let room = CAPACITY - ELLIPSIS.len() - self.len;
        if text.len() <= room {
            self.copy(text.as_bytes(), text.len());
        } else {
            self.copy(text.as_bytes(), boundary(text.as_bytes(), room));
            self.copy(ELLIPSIS.as_bytes(), ELLIPSIS.len());
            self.full = true;
        }
        self
    }

    /// `code`, in backticks.
    pub(crate) const fn code(&mut self, code: &str) -> &mut Text {
        self.str("`").str(code).str("`")
    }

    /// ` on line 7`, if it is known.
    pub(crate) const fn line(&mut self, line: u32) -> &mut Text {
        if line == 0 { self } else { self.str(" on line ").num(line as u64) }
    }

    pub(crate) const fn num(&mut self, number: u64) -> &mut Text {
        let mut digits = [0u8; 20];
        let mut start = digits.len();
        let mut rest = number;
        loop {
            start -= 1;
            digits[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        match core::str::from_utf8(digits.split_at(start).1) {
            Ok(digits) => self.str(digits),
            Err(_) => self,
        }
    }

    /// A number with a comma after every three digits: `432,080`.
    pub(crate) const fn grouped(&mut self, number: u64) -> &mut Text {
        let mut unit = 1;
        while number / unit >= 1000 {
            unit *= 1000;
        }
        self.num(number / unit);
        while unit > 1 {
            unit /= 1000;
            let group = number / unit % 1000;
            self.str(if group < 10 {
                ",00"
            } else if group < 100 {
                ",0"
            } else {
                ","
            });
            self.num(group);
        }
        self
    }

    /// A number of bytes in KiB, if it is one at least: `421.9 KiB`.
    pub(crate) const fn kib(&mut self, bytes: u64) -> &mut Text {
        if bytes < 1024 {
            return self.num(bytes).str(" bytes");
        }
        let tenths = bytes as u128 * 10 / 1024;
        self.grouped((tenths / 10) as u64);
        if !tenths.is_multiple_of(10) {
            self.str(".").num((tenths % 10) as u64);
        }
        self.str(" KiB")
    }

    /// A part of a whole: `92.7 %`.
    pub(crate) const fn percent(&mut self, part: u64, whole: u64) -> &mut Text {
        let thousandths = (part as u128 * 2000 / whole as u128).div_ceil(2);
        if thousandths > u64::MAX as u128 {
            return self.str("many times");
        }
        self.grouped((thousandths / 10) as u64);
        self.str(".").num((thousandths % 10) as u64).str(" %")
    }

    pub(crate) const fn size(&mut self, size: usize) -> &mut Text {
        self.num(size as u64)
    }

    pub(crate) const fn signed(&mut self, number: isize) -> &mut Text {
        if number < 0 {
            self.str("-");
        }
        self.num(number.unsigned_abs() as u64)
    }

    /// `1 axis`, `2 axes`.
    pub(crate) const fn counted(&mut self, count: usize, one: &str, more: &str) -> &mut Text {
        self.size(count).str(" ").str(if count == 1 { one } else { more })
    }

    /// `[3, 28, 28]`; a size lost to an earlier error is a question mark.
    pub(crate) const fn shape(&mut self, shape: &Shape) -> &mut Text {
        self.str("[").sizes(shape, ", ").str("]")
    }

    /// `50 × 4 × 4`.
    pub(crate) const fn product(&mut self, shape: &Shape) -> &mut Text {
        self.sizes(shape, " × ")
    }

    const fn sizes(&mut self, shape: &Shape, between: &str) -> &mut Text {
        let mut axis = 0;
        while axis < shape.rank() {
            if axis > 0 {
                self.str(between);
            }
            match shape.size(axis) {
                0 => self.str("?"),
                size => self.size(size),
            };
            axis += 1;
        }
        self
    }

    const fn copy(&mut self, bytes: &[u8], count: usize) {
        let mut i = 0;
        while i < count {
            self.bytes[self.len] = bytes[i];
            self.len += 1;
            i += 1;
        }
    }
}

/// Whether two texts are the same; `==` for `const` contexts.
pub(crate) const fn same_text(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut same = a.len() == b.len();
    let mut index = 0;
    while same && index < a.len() {
        same = a[index] == b[index];
        index += 1;
    }
    same
}

/// The last character boundary of some UTF-8 at or before `at`.
const fn boundary(utf8: &[u8], mut at: usize) -> usize {
    while at > 0 && utf8[at] & 0b1100_0000 == 0b1000_0000 {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_shapes_are_written() {
        let mut text = Text::new();
        text.num(0).str(" ").num(u64::MAX).str(" ").signed(isize::MIN).str(" ");
        text.shape(&Shape::new(&[3, 28, 0])).str(" ").product(&Shape::new(&[50, 4, 4]));
        assert_eq!(text.as_str(), format!("0 {} {} [3, 28, ?] 50 × 4 × 4", u64::MAX, isize::MIN));
    }

    #[test]
    fn numbers_are_written_for_people() {
        let mut text = Text::new();
        text.grouped(0).str(" ").grouped(999).str(" ").grouped(1_000).str(" ");
        text.grouped(u64::MAX).str(" ").grouped(1_002_030);
        assert_eq!(text.as_str(), "0 999 1,000 18,446,744,073,709,551,615 1,002,030");
        let mut text = Text::new();
        text.kib(1023).str(" ").kib(1024).str(" ").kib(432_080).str(" ").kib(u64::MAX).str(" ");
        text.percent(1, 3).str(" ").percent(5, 1).str(" ").percent(u64::MAX, 1);
        assert_eq!(
            text.as_str(),
            "1023 bytes 1 KiB 421.9 KiB 18,014,398,509,481,983.9 KiB 33.3 % 500.0 % \
             many times"
        );
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let mut text = Text::new();
        text.str("a").str(&"é".repeat(CAPACITY)).str("never seen");
        assert!(text.as_str().ends_with("é…"));
        assert!(text.as_str().len() <= CAPACITY);
    }
}
