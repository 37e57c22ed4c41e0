//! Tables for serde, and as JSON.

use alloc::vec::Vec;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use super::column::Scale;
use super::{Column, Line, Table, Value};
use crate::network::Summary;

impl Serialize for Value {
    /// A string, an array of sizes or a number; nothing where there is no word or number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Words(words) if words.is_empty() => serializer.serialize_none(),
            Value::Words(words) => serializer.serialize_str(words),
            Value::Shape(shape) => shape.serialize(serializer),
            Value::Names(names) => names.serialize(serializer),
            Value::Count(number) | Value::Bytes(number) => serializer.serialize_u64(*number),
            Value::Decimal(number) | Value::Bar(number) => serializer.serialize_f64(*number),
            Value::Axes(numbers) => {
                serializer.collect_seq(numbers.iter().map(|number| number.map(Number::new)))
            }
            Value::Unknown => serializer.serialize_none(),
        }
    }
}

/// A number, without decimals where it is whole.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Decimal(f64),
}

impl Number {
    fn new(number: f64) -> Number {
        if number % 1.0 == 0.0 { Number::Whole(number as i64) } else { Number::Decimal(number) }
    }
}

/// The cells of a line under the keys of their columns.
struct Cells<'t> {
    table: &'t Table,
    scale: &'t Scale,
    line: &'t Line,
    columns: &'t [Column],
}

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for column in self.columns {
            map.serialize_entry(column.key(), &self.table.value(*column, self.line, self.scale))?;
        }
        map.end()
    }
}

impl Serialize for Table {
    /// The network's `name`, `input` and `output`, all `inputs` and `outputs` where these have names, the
    /// `dtype` and the `batch` that numbers are for, the `rows` with the values of the chosen columns, and
    /// the `total` of those that are numbers or shapes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Summary { name, input, output, inputs, outputs, .. } = self.summary;
        let (lines, total) = (self.flat(), self.total());
        let columns = &self.columns[..];
        let numbers: Vec<Column> =
            columns.iter().copied().filter(|column| !column.is_words()).collect();
        let scale = &self.scale();
        let cells = |line| Cells { table: self, scale, line, columns };
        let rows: Vec<Cells<'_>> = lines.iter().map(cells).collect();

        let mut document = serializer.serialize_struct("Table", 9)?;
        document.serialize_field("name", name)?;
        document.serialize_field("input", &input)?;
        document.serialize_field("output", &output)?;
        if inputs.iter().any(|input| !input.name.is_empty()) {
            document.serialize_field("inputs", &inputs)?;
        }
        if outputs.iter().any(|output| !output.name.is_empty()) {
            document.serialize_field("outputs", &outputs)?;
        }
        document.serialize_field("dtype", &self.basis.dtype)?;
        document.serialize_field("batch", &self.basis.batch)?;
        document.serialize_field("rows", rows.as_slice())?;
        let total = Cells { table: self, scale, line: &total, columns: &numbers };
        document.serialize_field("total", &total)?;
        document.end()
    }
}

#[cfg(feature = "json")]
impl Table {
    /// A document for programs, with the feature `json`.
    ///
    /// ```json
    /// {
    ///   "name": "LeNet", "input": [3, 28, 28], "output": [10], "dtype": "f32", "batch": 1,
    ///   "rows": [
    ///     {"name": "conv1", "class": "Conv2d", "output": [20, 24, 24], "params": 1520, "macs": 864000},
    ///     …
    ///   ],
    ///   "total": {"output": [10], "params": 432080, "macs": 2869000}
    /// }
    /// ```
    ///
    /// Rows have the values of the chosen columns under their [keys](Column::key): strings, arrays of sizes, and
    /// numbers with all digits. Unknown values, such as the module of a scope, are `null`. Names are written in full,
    /// and no row is part of another one, so numbers add up to the total.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// # fn save(summary: &Summary) -> std::io::Result<()> {
    /// std::fs::write("layers.json", summary.table().json())
    /// # }
    /// ```
    pub fn json(&self) -> alloc::string::String {
        // Strings, numbers and arrays in maps with strings as keys can all be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}
