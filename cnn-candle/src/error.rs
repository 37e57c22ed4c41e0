//! The errors of building and running a network.

use std::error::Error;
use std::fmt;

use candle_core::DType;
use cnn_core::Shape;
use cnn_core::engine::{InputError, Refusal};

/// An error of building a network on candle.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// Candle cannot run some layers.
    Refused {
        /// The name of the network.
        network: &'static str,
        /// All such layers, in their order.
        nodes: Vec<Refusal>,
    },
    /// Candle does not support weights of this type on the device.
    DType {
        /// The name of the network.
        network: &'static str,
        /// The type.
        dtype: DType,
    },
    /// The weight file cannot be read, or does not belong to the network.
    Weights(cnn_weights::Error),
    /// Some tensors are missing in the `VarBuilder`, or have a different shape.
    Tensors {
        /// The name of the network.
        network: &'static str,
        /// All such tensors.
        tensors: Vec<Unloaded>,
    },
    /// Candle cannot read the file, although its header is valid.
    Candle(candle_core::Error),
}

/// A tensor that cannot be loaded from a `VarBuilder`.
#[derive(Debug)]
pub struct Unloaded {
    /// Its full name.
    pub name: String,
    /// The shape that the network needs.
    pub shape: Shape,
    /// The error of candle.
    pub error: candle_core::Error,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Refused { network, nodes } => {
                write!(f, "candle cannot run all layers of `{network}`:")?;
                nodes.iter().try_for_each(|node| write!(f, "\n  {node}"))
            }
            BuildError::DType { network, dtype } => {
                let dtype = dtype.as_str();
                write!(
                    f,
                    "candle cannot run `{network}` with weights of {dtype} on this device: "
                )?;
                write!(f, "load them as f32")
            }
            BuildError::Weights(error) => error.fmt(f),
            BuildError::Tensors { network, tensors } => {
                write!(f, "{} of `{network}` are not available:", count(tensors.len(), "tensor"))?;
                tensors.iter().try_for_each(|Unloaded { name, shape, error }| {
                    write!(f, "\n  `{name}` {shape}: {error}")
                })
            }
            BuildError::Candle(error) => error.fmt(f),
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            BuildError::Weights(error) => Some(error),
            BuildError::Candle(error) => Some(error),
            BuildError::Refused { .. } | BuildError::DType { .. } | BuildError::Tensors { .. } => {
                None
            }
        }
    }
}

/// An error of running a network. Candle's error from `forward` shows its message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ForwardError {
    /// The network does not take an input of this shape.
    Input(InputError),
    /// The values of the input are not of the type of the weights.
    DType {
        /// The name of the network.
        network: &'static str,
        /// The type of the weights.
        takes: DType,
        /// The type of the input.
        arrives: DType,
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
            ForwardError::DType { network, takes, arrives } => {
                let (takes, arrives) = (takes.as_str(), arrives.as_str());
                write!(f, "the weights of `{network}` are {takes}, but {arrives} arrives: ")?;
                write!(f, "convert the input with `to_dtype`")
            }
        }
    }
}

impl Error for ForwardError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ForwardError::Input(error) => Some(error),
            ForwardError::DType { .. } => None,
        }
    }
}

/// A number of things, `1 tensor` or `2 tensors`.
fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
