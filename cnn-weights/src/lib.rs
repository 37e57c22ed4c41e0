//! Compares a weight file with a network declared with [`cnn!`] before anything is loaded.
//!
//! Only the header of the `.safetensors` file is read, which has the names, types and shapes of the tensors. The error
//! lists every tensor that is missing, has a different shape or does not belong to the network, not
//! only the first.
//!
//! ```
//! cnn::cnn! {
//!     struct Net: [3, 8, 8] -> [10] < conv(3, 4, 3); relu; fc(_, 10) >
//! }
//!
//! // A file of two tensors, of which the second should be [10, 144].
//! let header = br#"{"conv1.weight":{"dtype":"F32","shape":[4,3,3,3],"data_offsets":[0,432]},
//!                   "fc1.weight":{"dtype":"F32","shape":[10],"data_offsets":[432,472]}}"#;
//! let mut file = (header.len() as u64).to_le_bytes().to_vec();
//! file.extend(header);
//! file.extend([0; 472]);
//!
//! let error = cnn_weights::check_bytes::<Net>(&file).unwrap_err();
//! assert_eq!(error.to_string(), "\
//! the tensors do not fit `Net`: of its 4 tensors, 2 are missing, 1 has a different shape
//!   `conv1.bias` [4] is missing
//!   `fc1.weight` is [10], but should be [10, 144]
//!   `fc1.bias` [10] is missing
//! help: load the file that belongs to this network, or declare the network as it was saved");
//! ```
//!
//! [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html

mod error;
mod header;
mod info;
mod mismatch;
mod read;

use std::path::Path;

use cnn_core::{Graph, Network};

pub use error::{Error, Problem};
pub use header::Header;
pub use info::Info;
pub use mismatch::{
    Ignored, Prefix, StateMismatch, TensorMismatch, compare_state, compare_state_except,
};
/// The type of the values of a tensor.
pub use safetensors::Dtype;

/// Checks that the file at `path` has the tensors of the network `N`, and no others.
///
/// ```no_run
/// use cnn_zoo::resnet::ResNet18;
///
/// cnn_weights::check::<ResNet18>("resnet18.safetensors")?;
/// # Ok::<(), cnn_weights::Error>(())
/// ```
///
/// # Errors
///
/// If the file cannot be read, or if its tensors differ from those of the network.
pub fn check<N: Network>(path: impl AsRef<Path>) -> Result<(), Error> {
    check_graph(&N::GRAPH, path)
}

/// Like [`check`], for a graph, which may be chosen at run time.
///
/// # Errors
///
/// The same as those of [`check`].
pub fn check_graph(graph: &Graph, path: impl AsRef<Path>) -> Result<(), Error> {
    let path = path.as_ref();
    Header::read(path)?.compare(graph).map_err(|error| error.of(path))
}

/// Like [`check`], for a file in memory.
///
/// # Errors
///
/// The same as those of [`check`].
pub fn check_bytes<N: Network>(bytes: &[u8]) -> Result<(), Error> {
    Header::from_bytes(bytes)?.compare(&N::GRAPH)
}

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
