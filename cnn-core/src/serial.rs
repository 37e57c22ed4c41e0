//! Serde for what is not serialized field by field.
//!
//! The documents are for reading: names are those of the fields in Rust, a shape is an array of its
//! sizes, a keyword is itself, and an operation is an object whose `type` is its variant's name:
//!
//! ```json
//! {"name": "conv1", "kind": "conv",
//!  "op": {"type": "conv", "in_channels": 3, "out_channels": 20, …},
//!  "inputs": [{"from": "input", "last_use": true}], …}
//! ```
//!
//! An embedded network is an operation of the type `network` with the fields of its graph; in
//! a summary it is the row's `nested`.

use serde::{Serialize, Serializer};

use crate::layers::Nested;
use crate::{DType, Kind, Shape};

impl Serialize for Shape {
    /// The array of its sizes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.dims().serialize(serializer)
    }
}

impl Serialize for Kind {
    /// The keyword.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.keyword())
    }
}

impl Serialize for DType {
    /// The name, as in `f32`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for Nested {
    /// The graph. Its costs are in the summary of the network around it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.graph.serialize(serializer)
    }
}
