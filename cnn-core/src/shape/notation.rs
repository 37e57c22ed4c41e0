//! Numbers and shapes as people read them: in tables, pages, pictures and hovers.
//!
//! | | |
//! |---|---|
//! | a shape | `20 × 24 × 24`; as Rust and the source have it, `[20, 24, 24]` |
//! | a size of a shape | all digits, without commas: `1024` |
//! | a count | all digits, `432,080`, or three with a prefix, `2.87 M` |
//! | bytes | three digits and a binary unit, `1.65 MiB` |

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::Shape;

/// The separator of the sizes of a shape.
pub const TIMES: &str = " × ";

/// A shape: `20 × 24 × 24`. A size that is not known is a question mark.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::Shape;
/// use cnn::render::Dims;
///
/// assert_eq!(Dims(Shape::new(&[20, 24, 24])).to_string(), "20 × 24 × 24");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dims(pub Shape);

impl fmt::Display for Dims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (axis, size) in self.0.dims().iter().enumerate() {
            f.write_str(if axis == 0 { "" } else { TIMES })?;
            match size {
                0 => f.write_str("?")?,
                size => write!(f, "{size}")?,
            }
        }
        Ok(())
    }
}

/// A number with a comma after every three digits: `432,080`.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::render::Grouped;
///
/// assert_eq!(Grouped(432_080).to_string(), "432,080");
/// assert_eq!(format!("{:>9}", Grouped(1_520)), "    1,520");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grouped(pub u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // 20 digits and 6 commas.
        let mut text = [0u8; 26];
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

/// A count in three digits, with a prefix: `2.87 M`.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::render::Short;
///
/// assert_eq!(Short(2_869_000).to_string(), "2.87 M");
/// assert_eq!(Short(999).to_string(), "999");
/// assert_eq!(Short(64_000).to_string(), "64 K");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short(pub u64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PREFIXES: [&str; 6] = ["K", "M", "G", "T", "P", "E"];
        scaled(f, self.0, 1000, 999.5, "", &PREFIXES)
    }
}

/// A number of bytes in three digits, in the largest binary unit that fits: `1.65 MiB`.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::render::Bytes;
///
/// assert_eq!(Bytes(432_080 * 4).to_string(), "1.65 MiB");
/// assert_eq!(Bytes(90 * 1024).to_string(), "90 KiB");
/// assert_eq!(Bytes(1000).to_string(), "1000 B");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bytes(pub u64);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: [&str; 6] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
        scaled(f, self.0, 1024, 1023.5, " B", &UNITS)
    }
}

/// A number in the largest unit that it has at least one of. Units are `base` times each other, and `most` of one,
/// after rounding, is one of the next. What is exact has no decimals.
fn scaled(
    f: &mut fmt::Formatter<'_>,
    number: u64,
    base: u32,
    most: f64,
    none: &str,
    units: &[&str],
) -> fmt::Result {
    if number < u64::from(base) {
        return write!(f, "{number}{none}");
    }
    let (mut value, mut times) = (number as f64 / f64::from(base), 1);
    while value >= most && times < units.len() {
        (value, times) = (value / f64::from(base), times + 1);
    }
    let unit = units[times - 1];
    match value % 1.0 {
        0.0 => write!(f, "{value:.0} {unit}"),
        _ => write!(f, "{} {unit}", digits(value)),
    }
}

/// Three digits of a number that is 1 at least, after rounding.
fn digits(value: f64) -> String {
    let decimals = match value {
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
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
    }

    #[test]
    fn bytes_have_a_unit() {
        assert_eq!(Bytes(0).to_string(), "0 B");
        assert_eq!(Bytes(1023).to_string(), "1023 B");
        assert_eq!(Bytes(1024).to_string(), "1 KiB");
        assert_eq!(Bytes(138_520).to_string(), "135 KiB");
        assert_eq!(Bytes((1 << 20) - 1).to_string(), "1.00 MiB");
        assert_eq!(Bytes(1 << 62).to_string(), "4 EiB");
        assert_eq!(Bytes(u64::MAX).to_string(), "16 EiB");
    }

    #[test]
    fn a_short_number_has_a_prefix() {
        let cases: [(u64, &str); 6] = [
            (0, "0"),
            (999, "999"),
            (1000, "1 K"),
            (999_500, "1.00 M"),
            (11_689_512, "11.7 M"),
            (u64::MAX, "18.4 E"),
        ];
        for (number, text) in cases {
            assert_eq!(Short(number).to_string(), text);
        }
    }

    #[test]
    fn a_shape_is_a_product() {
        assert_eq!(Dims(Shape::new(&[1024, 0, 7])).to_string(), "1024 × ? × 7");
        assert_eq!(Dims(Shape::new(&[10])).to_string(), "10");
        assert_eq!(Dims(Shape::LOST).to_string(), "");
    }
}
