//! The columns of a table.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Line, Units, Value};
#[cfg(doc)]
use crate::Traffic;
use crate::analysis::{EffectiveStride, Extent, ReceptiveField};
use crate::layers::Kind;
use crate::network::{Cost, Row};
use crate::shape::{DType, Shape};
use crate::writing::Align;

/// The data type and the batch of numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Basis {
    /// How values are stored.
    pub(super) dtype: DType,
    /// How many samples there are.
    pub(super) batch: usize,
}

/// The numbers that shares and bars are relative to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// The cost of the network.
    pub(super) whole: Cost,
    /// The most of each that a line has which is not opened.
    pub(super) largest: Cost,
}

/// The content of a column, as a function of the layer, the scope or the network in a line. Costs are for one sample.
enum Content {
    /// Words, which the row of totals does not have.
    Words(fn(&Line) -> String),
    Sizes(fn(&Row) -> Shape),
    /// A number that no batch changes.
    Fixed(fn(&Cost) -> u64),
    /// A number for each sample of a batch.
    PerSample(fn(&Cost) -> u64),
    /// How many values that no batch changes, in bytes.
    FixedBytes(fn(&Cost) -> u64),
    /// How many values for each sample of a batch, in bytes.
    BytesPerSample(fn(&Cost) -> u64),
    /// The names of layers and inputs.
    Names(fn(&Line) -> &[String]),
    /// The share of the network's number.
    Percent(fn(&Cost) -> u64),
    /// This number beside the largest one of a line, as a bar.
    Bar(fn(&Cost) -> u64),
    /// A number for each axis of the network's input.
    PerAxis(fn(&Extent) -> Option<f64>),
    /// The bytes that are moved.
    Moved,
    /// The operations for each of these.
    PerByteMoved,
}

use Content::{
    Bar, BytesPerSample, Fixed, FixedBytes, Moved, Names, PerAxis, PerByteMoved, PerSample,
    Percent, Sizes, Words,
};

macro_rules! columns {
    ($($(#[$docs:meta])* $column:ident: $key:literal, $title:literal, $content:expr;)*) => {
        /// A column of a [`Table`](super::Table).
        ///
        /// The numbers of a scope or a network are the sums over its layers, so every column of numbers adds up to the
        /// total. The exceptions are the intensity, which is a ratio of such sums, and receptive fields, which are
        /// those of the output.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Column {
            $($(#[$docs])* $column,)*
        }

        impl Column {
            /// All columns.
            pub const ALL: &[Column] = &[$(Column::$column,)*];

            /// The name in CSV and JSON: that of the field of [`Row`], if there is one.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Column::$column => $key,)*
                }
            }

            /// The title in text, without the unit.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Column::$column => $title,)*
                }
            }

            const fn content(self) -> Content {
                match self {
                    $(Column::$column => $content,)*
                }
            }
        }
    };
}

columns! {
    /// The name of the layer.
    Name: "name", "layer", Words(|line| line.name.clone());
    /// The keyword.
    Kind: "kind", "keyword", Words(|line| line.kind.map_or("", Kind::keyword).into());
    /// PyTorch's module. In tables that people read, a join names what it joins.
    Class: "class", "module", Words(|line| line.class.clone());
    /// The layer in a few words, as on a picture: the keyword with its kernel, its stride and the like.
    Call: "call", "call", Words(|line| line.call.clone());
    /// The layers and inputs whose values it takes.
    Inputs: "inputs", "takes", Names(|line| &line.inputs);
    /// The shape that arrives, for one sample.
    Input: "input", "input", Sizes(|row| row.input);
    /// The shape that leaves, for one sample.
    Output: "output", "output", Sizes(|row| row.output);
    /// The parameters.
    Params: "params", "parameters", Fixed(|cost| cost.params);
    /// The parameters that are not frozen.
    TrainableParams: "trainable_params", "trainable", Fixed(|cost| cost.trainable_params);
    /// The parameters in percent of all.
    ParamsPercent: "params_percent", "parameters %", Percent(|cost| cost.params);
    /// The parameters as a bar, the longest of which is that of the line with the most. Scopes whose layers
    /// follow have none.
    ParamsBar: "params_bar", "", Bar(|cost| cost.params);
    /// The bytes of the parameters, without buffers.
    ParamsBytes: "params_bytes", "parameter memory", FixedBytes(|cost| cost.params);
    /// The values that are kept but not learned.
    Buffers: "buffers", "buffers", Fixed(|cost| cost.buffers);
    /// The multiply-accumulates, of the whole batch.
    Macs: "macs", "MACs", PerSample(|cost| cost.macs);
    /// The multiply-accumulates in percent of all.
    MacsPercent: "macs_percent", "MACs %", Percent(|cost| cost.macs);
    /// The multiply-accumulates as such a bar.
    MacsBar: "macs_bar", "", Bar(|cost| cost.macs);
    /// The element-wise operations, of the whole batch.
    Ops: "ops", "operations", PerSample(|cost| cost.ops);
    /// The values of the output, of the whole batch.
    Activations: "activations", "activations", PerSample(|cost| cost.activations);
    /// The bytes of these values.
    OutputBytes: "output_bytes", "output memory", BytesPerSample(|cost| cost.activations);
    /// The bytes read from memory and written to it, by the whole batch: see [`Traffic`].
    TrafficBytes: "traffic_bytes", "memory traffic", Moved;
    /// The arithmetic intensity, operations for each of these bytes: see [`Traffic::intensity`].
    Intensity: "intensity", "operations per byte", PerByteMoved;
    /// The size of the [`ReceptiveField`] along each axis of the network's input.
    ReceptiveField: "receptive_field", "receptive field", PerAxis(|extent| Some(extent.size as f64));
    /// Its effective stride, along each axis.
    EffectiveStride: "effective_stride", "effective stride",
        PerAxis(|extent| extent.stride.map(EffectiveStride::as_f64));
    /// Its effective padding, along each axis.
    EffectivePadding: "effective_padding", "effective padding",
        PerAxis(|extent| extent.padding.map(|padding| padding as f64));
}

impl Column {
    /// Words and shapes are aligned to the left, numbers to the right.
    pub(super) const fn align(self) -> Align {
        match self.content() {
            Words(_) | Names(_) | Sizes(_) | PerAxis(_) | Bar(_) => Align::Left,
            _ => Align::Right,
        }
    }

    /// The unit that all numbers of the column have, if they have one.
    pub(super) const fn unit(self, units: Units) -> Option<&'static str> {
        match self.content() {
            Fixed(_) | PerSample(_) => units.of_counts(),
            FixedBytes(_) | BytesPerSample(_) | Moved => units.of_bytes(),
            Words(_) | Names(_) | Sizes(_) | PerAxis(_) | Percent(_) | Bar(_) | PerByteMoved => {
                None
            }
        }
    }

    /// Whether the row of totals has nothing in it.
    #[cfg(feature = "serde")]
    pub(super) const fn is_words(self) -> bool {
        matches!(self.content(), Words(_) | Names(_) | Bar(_))
    }

    /// Whether it is about receptive fields, which take some time to find.
    pub(super) const fn is_per_axis(self) -> bool {
        matches!(self.content(), PerAxis(_))
    }

    /// Whether its bars are compared with the longest one.
    pub(super) const fn is_bar(self) -> bool {
        matches!(self.content(), Bar(_))
    }

    /// The value in a line.
    pub(super) fn value(self, line: &Line, basis: Basis, scale: &Scale) -> Value {
        let Basis { dtype, batch } = basis;
        let bytes = |values: u64| values.saturating_mul(dtype.bytes());
        let cost = &line.row.cost();
        let per_sample = |values: u64| values.saturating_mul(batch as u64);
        match self.content() {
            Words(words) => Value::Words(words(line)),
            Sizes(sizes) => Value::Shape(sizes(&line.row)),
            Names(names) => Value::Names(names(line).to_vec()),
            Fixed(count) => Value::Count(count(cost)),
            PerSample(count) => Value::Count(per_sample(count(cost))),
            FixedBytes(values) => Value::Bytes(bytes(values(cost))),
            BytesPerSample(values) => Value::Bytes(bytes(per_sample(values(cost)))),
            PerAxis(number) => per_axis(line.receptive_field.as_ref(), number),
            Moved => Value::Bytes(line.traffic.bytes(dtype, batch)),
            PerByteMoved => {
                let intensity = line.traffic.intensity(cost.macs, cost.ops, dtype, batch);
                intensity.map_or(Value::Unknown, Value::Decimal)
            }
            Percent(part) => match part(&scale.whole) {
                0 => Value::Unknown,
                whole => Value::Decimal(100.0 * part(cost) as f64 / whole as f64),
            },
            Bar(part) => match part(&scale.largest) {
                _ if line.opened => Value::Words(String::new()),
                0 => Value::Bar(0.0),
                largest => Value::Bar(part(cost) as f64 / largest as f64),
            },
        }
    }
}

/// A number for each axis that there is, if there are any.
fn per_axis(field: Option<&ReceptiveField>, number: fn(&Extent) -> Option<f64>) -> Value {
    let axes = field.map_or(&[][..], ReceptiveField::axes);
    let numbers: Vec<Option<f64>> =
        axes.iter().map(|axis| axis.as_ref().and_then(number)).collect();
    if numbers.iter().all(Option::is_none) { Value::Unknown } else { Value::Axes(numbers) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_column_has_its_own_key() {
        let keys: HashSet<&str> = Column::ALL.iter().map(|column| column.key()).collect();
        assert_eq!(keys.len(), Column::ALL.len());
    }
}
