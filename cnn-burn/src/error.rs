//! What can be wrong.

use std::error::Error;
use std::fmt;

use cnn::{Kind, Refusal, Shape};

/// Why a network cannot be built on burn.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// The ranks of the type are not those of the network.
    Ranks {
        /// The network's name.
        network: &'static str,
        /// The ranks of the network's input and output, with the batch.
        expected: [usize; 2],
        /// The ranks of the type.
        found: [usize; 2],
    },
    /// Layers that burn cannot run: all of them, in their order.
    Refused {
        /// The network's name.
        network: &'static str,
        /// The layers.
        nodes: Vec<Refusal>,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Ranks { network, expected: [a, b], found: [c, d] } => {
                write!(f, "`{network}` is a `Net<{a}, {b}>`, with its batch, not a `Net<{c}, {d}>`")
            }
            BuildError::Refused { network, nodes } => {
                write!(f, "burn cannot run all layers of `{network}`:")?;
                nodes.iter().try_for_each(|node| write!(f, "\n  {node}"))
            }
        }
    }
}

impl Error for BuildError {}

/// Why a network does not take an input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// It has another shape than the network's input.
    Shape {
        /// The network's name.
        network: &'static str,
        /// What the network takes, for one sample.
        takes: Shape,
        /// What arrives, with the batch.
        arrives: Vec<usize>,
    },
    /// There is no sample in the batch.
    Empty {
        /// The network's name.
        network: &'static str,
    },
    /// A norm would have to find the variance of a single value: while training, or always if it keeps
    /// no statistics.
    OneValue {
        /// The layer, in full.
        node: String,
        /// Its keyword.
        kind: Kind,
        /// The shape of what arrives there, for one sample.
        shape: Shape,
    },
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::Shape { network, takes, arrives } => {
                let takes = takes.dims().iter().map(|size| format!(", {size}"));
                let takes: String = takes.collect();
                write!(f, "`{network}` takes [batch{takes}], but {arrives:?} arrives")
            }
            InputError::Empty { network } => {
                write!(f, "`{network}` takes at least one sample, but the batch is empty")
            }
            InputError::OneValue { node, kind, shape } => {
                write!(f, "`{node}` ({kind}) has to find a variance for each channel, ")?;
                write!(f, "but a single {shape} arrives, with one value for each: ")?;
                f.write_str(match kind {
                    // It looks at each sample alone.
                    Kind::InstanceNorm => "train with larger inputs, or without this layer",
                    _ => "use a larger batch",
                })
            }
        }
    }
}

impl Error for InputError {}
