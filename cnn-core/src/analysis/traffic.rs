//! The data that a layer moves from and to memory, and the work it does per byte.

use crate::facts::Reuse;
use crate::network::{Row, Source, Summary, elements};
use crate::shape::{DType, saturated};

/// The data that one or several layers read from memory and write to it, if each layer runs by itself: every input and
/// every weight is read once, and the output is written once. This is the baseline against which caches and fused
/// layers can be measured.
///
/// `identity`, `flatten`, `dropout` and `stochastic_depth` move nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// The parameters and buffers that are read, once per batch.
    pub weights: u64,
    /// The values that are read and written per sample.
    pub values: u64,
}

impl Traffic {
    /// No traffic.
    pub const NONE: Traffic = Traffic { weights: 0, values: 0 };

    /// The sum.
    pub const fn plus(self, other: Traffic) -> Traffic {
        let weights = self.weights.saturating_add(other.weights);
        Traffic { weights, values: self.values.saturating_add(other.values) }
    }

    /// The bytes for a batch.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::{DType, Traffic};
    ///
    /// let traffic = Traffic { weights: 100, values: 10 };
    /// assert_eq!(traffic.bytes(DType::F32, 3), 4 * (100 + 3 * 10));
    /// ```
    pub const fn bytes(self, dtype: DType, batch: usize) -> u64 {
        let values = self.values.saturating_mul(batch as u64);
        self.weights.saturating_add(values).saturating_mul(dtype.bytes())
    }

    /// The arithmetic intensity for a batch, in operations per byte. A MAC is two operations; element-wise operations
    /// count as one. `None` if nothing is moved.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::{DType, Traffic};
    ///
    /// let traffic = Traffic { weights: 100, values: 10 };
    /// assert_eq!(traffic.intensity(200, 40, DType::F32, 1), Some(1.0));
    /// assert_eq!(Traffic::NONE.intensity(0, 0, DType::F32, 1), None);
    /// ```
    pub const fn intensity(self, macs: u64, ops: u64, dtype: DType, batch: usize) -> Option<f64> {
        let operations = (2 * macs as u128 + ops as u128).saturating_mul(batch as u128);
        match self.bytes(dtype, batch) {
            0 => None,
            bytes => Some(operations as f64 / bytes as f64),
        }
    }
}

impl Summary {
    /// The traffic of a layer, which is a row of this summary. That of an embedded network is the sum over its layers.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::DType;
    /// # fn show(summary: &cnn::Summary) {
    /// for row in summary.rows {
    ///     println!("{} moves {} bytes", row.name, summary.row_traffic(&row).bytes(DType::I8, 1));
    /// }
    /// # }
    /// ```
    pub const fn row_traffic(&self, row: &Row) -> Traffic {
        // Weights that are shared count once, but are read each time.
        let weights = match row.weights_of {
            Some(first) if first < self.rows.len() => self.rows.at(first),
            _ => *row,
        };
        if let Some(nested) = weights.nested {
            return nested.traffic();
        }
        if matches!(row.kind.reuse(), Reuse::View) {
            return Traffic::NONE;
        }
        let (mut values, mut i) = (elements(&row.output), 0);
        while i < row.inputs.len() {
            values += match row.inputs.at(i).from {
                // No row of this summary has such inputs.
                Source::Input(index) if index >= self.inputs.len() => 0,
                Source::Input(index) => elements(&self.inputs.at(index).shape),
                Source::Node(node) | Source::Tap { node, .. } if node >= self.rows.len() => 0,
                from => elements(&self.rows.shape(from)),
            };
            i += 1;
        }
        let weights = weights.params as u128 + weights.buffers as u128;
        Traffic { weights: saturated(weights), values: saturated(values) }
    }

    /// The traffic of all layers.
    pub const fn traffic(&self) -> Traffic {
        let (mut traffic, mut i) = (Traffic::NONE, 0);
        while i < self.rows.len() {
            traffic = traffic.plus(self.row_traffic(&self.rows.at(i)));
            i += 1;
        }
        traffic
    }
}
