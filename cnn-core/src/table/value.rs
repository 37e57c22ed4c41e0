//! The values of cells, and the units of numbers.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::shape::Shape;
use crate::shape::notation::{Bytes, Dims, Grouped, Short, TIMES};

/// The value of a cell of a [`Table`](super::Table).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// Text, which may be empty, as for the module of a scope.
    Words(String),
    /// A shape.
    Shape(Shape),
    /// Names of layers or inputs.
    Names(Vec<String>),
    /// An exact number.
    Count(u64),
    /// A number of bytes.
    Bytes(u64),
    /// A bar, relative to the longest one, from 0 to 1.
    Bar(f64),
    /// A number that is not exact, such as a percentage.
    Decimal(f64),
    /// A number for each axis of the network's input; `None` where there is none.
    Axes(Vec<Option<f64>>),
    /// A number that does not exist, such as a share of 0.
    Unknown,
}

/// The units of numbers in text. CSV and JSON always have all digits.
///
/// ```
/// # use cnn_core as cnn;
/// # use cnn::Summary;
/// use cnn::render::Units;
/// # fn show(summary: &Summary) {
/// println!("{}", summary.table().units(Units::Mega)); // `parameters (M)`, and below it `11.69`
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Units {
    /// All digits, `11,689,512`.
    #[default]
    Exact,
    /// Three digits and the largest unit that fits, `11.7 M`; bytes in binary units, `44.6 MiB`.
    Short,
    /// Thousands, or KiB of 1,024 bytes, named in the title.
    Kilo,
    /// Millions, or MiB of 1,024² bytes, named in the title.
    Mega,
    /// Billions, or GiB of 1,024³ bytes, named in the title.
    Giga,
}

impl Units {
    /// The unit in the title of a column of counts.
    pub(super) const fn of_counts(self) -> Option<&'static str> {
        match self {
            Units::Exact | Units::Short => None,
            Units::Kilo => Some("K"),
            Units::Mega => Some("M"),
            Units::Giga => Some("G"),
        }
    }

    /// The unit in the title of a column of bytes.
    pub(super) const fn of_bytes(self) -> Option<&'static str> {
        match self {
            Units::Exact => Some("B"),
            Units::Short => None,
            Units::Kilo => Some("KiB"),
            Units::Mega => Some("MiB"),
            Units::Giga => Some("GiB"),
        }
    }

    /// The power of a thousand in the unit; `None` if the unit is not fixed.
    const fn power(self) -> Option<i32> {
        match self {
            Units::Exact | Units::Short => None,
            Units::Kilo => Some(1),
            Units::Mega => Some(2),
            Units::Giga => Some(3),
        }
    }
}

impl Value {
    /// As people read it.
    pub(super) fn show(&self, units: Units) -> String {
        match (self, units, units.power()) {
            (Value::Words(words), ..) => words.clone(),
            // Several inputs or outputs have no common shape, so the cell is empty.
            (Value::Shape(shape), ..) => Dims(*shape).to_string(),
            (Value::Names(names), ..) => names.join(", "),
            (Value::Bar(part), ..) => bar(*part),
            (Value::Count(count), _, Some(power)) => fixed(*count, 1000, power),
            (Value::Bytes(bytes), _, Some(power)) => fixed(*bytes, 1024, power),
            (Value::Count(count), Units::Short, _) => Short(*count).to_string(),
            (Value::Bytes(bytes), Units::Short, _) => Bytes(*bytes).to_string(),
            (Value::Count(number) | Value::Bytes(number), ..) => Grouped(*number).to_string(),
            (Value::Decimal(number), ..) => decimal(*number, 1),
            (Value::Axes(numbers), ..) => axes(numbers),
            (Value::Unknown, ..) => "–".into(),
        }
    }

    /// The number, of what is counted.
    pub(super) fn count(&self) -> u64 {
        if let Value::Count(count) = self { *count } else { 0 }
    }

    /// As programs read it: all digits, without separators and units; nothing, if it is not known.
    pub(super) fn raw(&self) -> String {
        match self {
            Value::Words(words) => words.clone(),
            Value::Shape(shape) => shape.to_string(),
            Value::Count(number) | Value::Bytes(number) => number.to_string(),
            Value::Decimal(number) => number.to_string(),
            Value::Names(names) => names.join(" "),
            Value::Bar(part) => part.to_string(),
            Value::Axes(numbers) => {
                let show = |number: &Option<f64>| {
                    number.map(|number| number.to_string()).unwrap_or_default()
                };
                let numbers: Vec<String> = numbers.iter().map(show).collect();
                format!("[{}]", numbers.join(", "))
            }
            Value::Unknown => String::new(),
        }
    }
}

/// `32 × 32`, as shapes are shown.
fn axes(numbers: &[Option<f64>]) -> String {
    let show = |number: &Option<f64>| match number {
        Some(number) if number % 1.0 == 0.0 => number.to_string(),
        Some(number) => decimal(*number, 2),
        None => "–".into(),
    };
    let numbers: Vec<String> = numbers.iter().map(show).collect();
    numbers.join(TIMES)
}

/// The length of the longest bar, in characters.
const BAR: usize = 10;

/// A bar. One that is not empty has an eighth of a character at least.
fn bar(part: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let most = 8 * BAR;
    // Rounded; `f64::round` is not in `core`.
    let eighths = ((part * most as f64 + 0.5) as usize).min(most);
    let eighths = if part > 0.0 { eighths.max(1) } else { 0 };
    "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
}

/// In a unit, with two decimals.
fn fixed(number: u64, base: u32, power: i32) -> String {
    decimal(number as f64 / f64::from(base.pow(power.unsigned_abs())), 2)
}

/// With some decimals. A number that is not 0 but would be rounded to 0 is shown as less than the smallest.
fn decimal(number: f64, decimals: usize) -> String {
    let least = if decimals == 1 { 0.1 } else { 0.01 };
    if number > 0.0 && number < least / 2.0 {
        return format!("<{least}");
    }
    format!("{number:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_have_a_prefix() {
        let short = |count| Value::Count(count).show(Units::Short);
        assert_eq!(short(999), "999");
        assert_eq!(short(11_689_512), "11.7 M");
    }

    #[test]
    fn a_bar_shows_a_part_in_eighths() {
        let show = |part| Value::Bar(part).show(Units::Exact);
        assert_eq!(show(0.0), "");
        assert_eq!(show(0.0001), "▏");
        assert_eq!(show(0.25), "██▌");
        assert_eq!(show(0.999), "██████████");
        assert_eq!(show(1.0), "██████████");
    }

    #[test]
    fn a_unit_never_makes_a_number_0() {
        let show = |value: Value, units| value.show(units);
        assert_eq!(show(Value::Count(0), Units::Mega), "0.00");
        assert_eq!(show(Value::Count(4_999), Units::Mega), "<0.01");
        assert_eq!(show(Value::Count(5_000), Units::Mega), "0.01");
        assert_eq!(show(Value::Count(1_234_567_890), Units::Kilo), "1234567.89");
        assert_eq!(show(Value::Bytes(3 << 29), Units::Giga), "1.50");
        assert_eq!(show(Value::Decimal(0.0), Units::Exact), "0.0");
        assert_eq!(show(Value::Decimal(0.04), Units::Exact), "<0.1");
        assert_eq!(show(Value::Unknown, Units::Exact), "–");
    }

    #[test]
    fn programs_get_all_digits() {
        assert_eq!(Value::Count(u64::MAX).raw(), u64::MAX.to_string());
        assert_eq!(Value::Decimal(100.0 / 3.0).raw().parse(), Ok(100.0 / 3.0));
        assert_eq!(Value::Shape(Shape::new(&[3, 28, 28])).raw(), "[3, 28, 28]");
        assert_eq!(Value::Unknown.raw(), "");
    }
}
