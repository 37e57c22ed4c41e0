//! Why a network cannot be built, or does not run on an input.

use std::error::Error;
use std::fmt;

use cnn_core::engine::{InputError, Refusal};
use cnn_core::{Kind, Shape};

/// Why a network cannot be built on burn.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// The ranks of the type are not those of the network.
    Ranks {
        /// The name of the network.
        network: &'static str,
        /// The ranks of the network's input and output, with the batch.
        expected: [usize; 2],
        /// The ranks of the type.
        found: [usize; 2],
    },
    /// burn cannot run some layers.
    Refused {
        /// The name of the network.
        network: &'static str,
        /// All such layers, in their order.
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

/// Why a network does not run on an input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ForwardError {
    /// The network does not take an input of this shape.
    Input(InputError),
    /// A norm would have to compute the variance of a single value. Norms compute variances during
    /// training, or always if they keep no statistics.
    OneValue {
        /// The full name of the layer.
        node: String,
        /// Its keyword.
        kind: Kind,
        /// The shape of its input, for one sample.
        shape: Shape,
    },
}

impl From<InputError> for ForwardError {
    fn from(error: InputError) -> ForwardError {
        ForwardError::Input(error)
    }
}

impl fmt::Display for ForwardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ForwardError::Input(error) => error.fmt(f),
            ForwardError::OneValue { node, kind, shape } => {
                write!(f, "`{node}` ({kind}) must compute a variance for each channel, ")?;
                write!(f, "but a single {shape} arrives, with one value for each: ")?;
                f.write_str(match kind {
                    // It takes each sample alone.
                    Kind::InstanceNorm => "train with larger inputs, or without this layer",
                    _ => "use a larger batch",
                })
            }
        }
    }
}

impl Error for ForwardError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ForwardError::Input(error) => Some(error),
            ForwardError::OneValue { .. } => None,
        }
    }
}
