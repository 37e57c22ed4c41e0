//! Numbers as people read them.

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

/// The same for any number.
pub(super) struct Exact(pub(super) u128);

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

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

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
