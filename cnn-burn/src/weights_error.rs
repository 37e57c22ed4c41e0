//! What can be wrong with a file of weights.

use std::error::Error;
use std::path::PathBuf;
use std::{fmt, io};

use crate::error::count;

/// Why weights cannot be loaded or saved.
#[derive(Debug)]
#[non_exhaustive]
pub enum WeightsError {
    /// A file cannot be read.
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is no safetensors file.
    Format {
        /// What is wrong with it.
        reason: String,
    },
    /// It does not fit the network.
    Mismatch {
        /// The network's name.
        network: &'static str,
        /// All tensors that do not fit.
        tensors: Vec<Mismatch>,
    },
    /// burn's store cannot write or read it.
    Store {
        /// What it says.
        reason: String,
    },
}

/// A tensor that is not in a file as a network needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mismatch {
    /// The network has it, the file does not.
    Missing {
        /// Its name.
        name: String,
        /// What the file has instead, if something is called alike.
        nearest: Option<String>,
    },
    /// The file has it, the network does not.
    Extra {
        /// Its name.
        name: String,
        /// What the network misses, if something is called alike.
        nearest: Option<String>,
    },
    /// It has other sizes.
    Shape {
        /// Its name.
        name: String,
        /// The sizes in the network.
        expected: Vec<usize>,
        /// The sizes in the file.
        found: Vec<usize>,
    },
    /// Its values are of another type.
    DType {
        /// Its name.
        name: String,
        /// The type in the network, as the format calls it: `F32`.
        expected: String,
        /// The type in the file.
        found: String,
    },
}

impl WeightsError {
    pub(crate) fn format(error: impl fmt::Display) -> WeightsError {
        WeightsError::Format { reason: error.to_string() }
    }

    pub(crate) fn store(error: impl fmt::Display) -> WeightsError {
        WeightsError::Store { reason: error.to_string() }
    }
}

impl fmt::Display for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WeightsError::Io { path, error } => write!(f, "{}: {error}", path.display()),
            WeightsError::Format { reason } => write!(f, "this is no safetensors file: {reason}"),
            WeightsError::Mismatch { network, tensors } => {
                let count = count(tensors.len(), "tensor");
                write!(f, "the weights do not fit `{network}`, {count}:")?;
                tensors.iter().try_for_each(|tensor| write!(f, "\n  {tensor}"))
            }
            WeightsError::Store { reason } => f.write_str(reason),
        }
    }
}

impl Error for WeightsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            WeightsError::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mismatch::Missing { name, nearest: None } => write!(f, "{name} is missing"),
            Mismatch::Missing { name, nearest: Some(nearest) } => {
                write!(f, "{name} is missing, but there is {nearest}")
            }
            Mismatch::Extra { name, nearest: None } => {
                write!(f, "{name} is none of the network's")
            }
            Mismatch::Extra { name, nearest: Some(nearest) } => {
                write!(f, "{name} is none of the network's, which has {nearest}")
            }
            Mismatch::Shape { name, expected, found } => {
                write!(f, "{name} is {found:?}, not {expected:?}")
            }
            Mismatch::DType { name, expected, found } => {
                write!(f, "{name} has values of {found}, not {expected}")
            }
        }
    }
}
