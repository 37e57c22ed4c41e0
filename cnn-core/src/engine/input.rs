//! Whether an input is what the network takes.

use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use crate::{Graph, Shape};

/// Why a network does not take an input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// Its shape is not that of the network's input with a batch in front.
    #[non_exhaustive]
    Shape {
        /// The name of the network.
        network: &'static str,
        /// The shape of the network's input, for one sample.
        takes: Shape,
        /// The sizes that arrive, the batch first.
        arrives: Vec<usize>,
    },
    /// There are no samples in the batch.
    #[non_exhaustive]
    Empty {
        /// The name of the network.
        network: &'static str,
    },
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::Shape { network, takes, arrives } => {
                write!(f, "`{network}` takes [batch")?;
                takes.dims().iter().try_for_each(|size| write!(f, ", {size}"))?;
                write!(f, "], but {arrives:?} arrives")
            }
            InputError::Empty { network } => {
                write!(f, "`{network}` takes at least one sample, but the batch is empty")
            }
        }
    }
}

impl Error for InputError {}

impl Graph {
    /// Checks the sizes of an input, the batch first, and returns the number of its samples.
    ///
    /// ```
    /// # fn check(graph: &cnn_core::Graph) {
    /// if let Err(error) = graph.check_input(&[5, 3, 28, 28]) {
    ///     println!("{error}"); // `LeNet` takes [batch, 1, 28, 28], but [5, 3, 28, 28] arrives
    /// }
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the sizes are not `[batch, …]` with the network's own, or the batch is empty.
    pub fn check_input(&self, sizes: &[usize]) -> Result<usize, InputError> {
        let Graph { name: network, input: takes, .. } = *self;
        match sizes {
            [0, sample @ ..] if sample == takes.dims() => Err(InputError::Empty { network }),
            [batch, sample @ ..] if sample == takes.dims() => Ok(*batch),
            _ => Err(InputError::Shape { network, takes, arrives: sizes.to_vec() }),
        }
    }
}
