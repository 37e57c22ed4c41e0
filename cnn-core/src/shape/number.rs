//! Numbers as people read them.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

/// A number with a comma after every three digits: `432,080`.
///
/// ```
/// use cnn_core::render::Grouped;
///
/// assert_eq!(Grouped(432_080).to_string(), "432,080");
/// assert_eq!(format!("{:>9}", Grouped(1_520)), "    1,520");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grouped(pub u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Exact(self.0.into()).fmt(f)
    }
}

/// [`Grouped`] for numbers of 128 bits.
pub(crate) struct Exact(pub(crate) u128);

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // 39 digits and 12 commas.
        let mut text = [0u8; 51];
        let mut start = text.len();
        let (mut rest, mut digits) = (self.0, 0);
        loop {
            if digits > 0 && digits % 3 == 0 {
                start -= 1;
                text[start] = b',';
            }
            start -= 1;
            text[start] = b'0' + (rest % 10) as u8;
            (rest, digits) = (rest / 10, digits + 1);
            if rest == 0 {
                break;
            }
        }
        f.pad(core::str::from_utf8(&text[start..]).unwrap_or_default())
    }
}

/// A number of bytes in the largest binary unit that it has at least one of: `1.65 MiB`.
///
/// ```
/// use cnn_core::render::Bytes;
///
/// assert_eq!(Bytes(432_080 * 4).to_string(), "1.65 MiB");
/// assert_eq!(Bytes(1000).to_string(), "1000 B");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bytes(pub u128);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: [&str; 6] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
        if self.0 < 1024 {
            return write!(f, "{} B", self.0);
        }
        let mut value = self.0 as f64 / 1024.0;
        let mut unit = 0;
        while value >= 1024.0 && unit + 1 < UNITS.len() {
            (value, unit) = (value / 1024.0, unit + 1);
        }
        write!(f, "{value:.2} {}", UNITS[unit])
    }
}

/// A number with three digits, after rounding, and how often it was divided by a thousand for that:
/// 11,689,512 is `11.7` and twice. It is divided `most` times at most.
pub(crate) fn three_digits(number: u128, most: usize) -> (String, usize) {
    if number < 1000 {
        return (number.to_string(), 0);
    }
    let (mut value, mut times) = (number as f64 / 1000.0, 1);
    while value >= 999.5 && times < most {
        (value, times) = (value / 1000.0, times + 1);
    }
    let decimals = match value {
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    (format!("{value:.decimals$}"), times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_are_left_of_a_number() {
        let expected = [
            (0, "0", 0),
            (999, "999", 0),
            (1000, "1.00", 1),
            (9_994, "9.99", 1),
            (9_995, "10.0", 1),
            (99_949, "99.9", 1),
            (99_950, "100", 1),
            (999_499, "999", 1),
            (999_500, "1.00", 2),
            (11_689_512, "11.7", 2),
            (1_814_073_344, "1.81", 3),
            (u128::from(u64::MAX), "18.4", 6),
            (u128::from(u64::MAX) * 1000, "18447", 6),
        ];
        for (number, text, times) in expected {
            assert_eq!(three_digits(number, 6), (text.to_string(), times));
        }
    }

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(Grouped(0).to_string(), "0");
        assert_eq!(Grouped(999).to_string(), "999");
        assert_eq!(Grouped(1000).to_string(), "1,000");
        assert_eq!(Grouped(u64::MAX).to_string(), "18,446,744,073,709,551,615");
        let most = Exact(u128::MAX).to_string();
        assert_eq!(most, "340,282,366,920,938,463,463,374,607,431,768,211,455");
    }

    #[test]
    fn bytes_have_a_unit() {
        assert_eq!(Bytes(0).to_string(), "0 B");
        assert_eq!(Bytes(1024).to_string(), "1.00 KiB");
        assert_eq!(Bytes(1 << 62).to_string(), "4.00 EiB");
        assert_eq!(Bytes(1 << 90).to_string(), "1073741824.00 EiB");
    }
}
