//! What can be wrong.

use std::error::Error;
use std::fmt;

use candle_core::DType;
use cnn::{Refusal, Shape};

/// Why a network cannot be built on candle.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// Layers that candle cannot run: all of them, in their order.
    Refused {
        /// The network's name.
        network: &'static str,
        /// The layers.
        nodes: Vec<Refusal>,
    },
    /// Weights of a type that candle does not compute with on the device.
    DType {
        /// The network's name.
        network: &'static str,
        /// The type.
        dtype: DType,
    },
    /// The file of weights cannot be read, or is not that of the network.
    Weights(cnn_weights::Error),
    /// Tensors that the `VarBuilder` does not have as the network needs them: all of them.
    Tensors {
        /// The network's name.
        network: &'static str,
        /// The tensors.
        tensors: Vec<Unloaded>,
    },
    /// Candle cannot read a file whose header is that of the network.
    Candle(candle_core::Error),
}

/// A tensor that a `VarBuilder` does not give.
#[derive(Debug)]
pub struct Unloaded {
    /// Its name, in full.
    pub name: String,
    /// The shape that the network needs.
    pub shape: Shape,
    /// What candle says.
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
                write!(f, "{} of `{network}` cannot be had:", count(tensors.len(), "tensor"))?;
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

/// Why a network does not take an input. Candle's error of `forward` shows its message.
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
    /// Its values are not of the type of the weights.
    DType {
        /// The network's name.
        network: &'static str,
        /// The type of the weights.
        takes: DType,
        /// The type of the input.
        arrives: DType,
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
            InputError::DType { network, takes, arrives } => {
                let (takes, arrives) = (takes.as_str(), arrives.as_str());
                write!(f, "the weights of `{network}` are {takes}, but {arrives} arrives: ")?;
                write!(f, "convert the input with `to_dtype`")
            }
        }
    }
}

impl Error for InputError {}

/// A number and what it counts.
fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
