//! The header of a file: what its tensors are, without their values.

use std::fs::File;
use std::path::Path;

use cnn_core::Graph;
use safetensors::Dtype;

use crate::error::{Error, Problem};
use crate::read;

/// A tensor of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// Its name.
    pub name: String,
    /// How its values are stored.
    pub dtype: Dtype,
    /// Its sizes.
    pub shape: Vec<usize>,
}

/// The tensors of a `.safetensors` file, in the order of their values in it.
///
/// The header of a file is refused if it is not exactly what the format says: see [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    tensors: Vec<Info>,
}

impl Header {
    /// Reads the header of the file at `path`, and nothing else of it.
    ///
    /// ```no_run
    /// let header = cnn_weights::Header::read("lenet.safetensors")?;
    /// for tensor in header.tensors() {
    ///     println!("{} {:?} {}", tensor.name, tensor.shape, tensor.dtype);
    /// }
    /// # Ok::<(), cnn_weights::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or is no valid safetensors file.
    pub fn read(path: impl AsRef<Path>) -> Result<Header, Error> {
        let path = path.as_ref();
        let read = || {
            let file = File::open(path).map_err(Problem::Io)?;
            let length = file.metadata().map_err(Problem::Io)?.len();
            read::header(file, length)
        };
        match read() {
            Ok(tensors) => Ok(Header { tensors }),
            Err(problem) => Err(Error::from(problem).of(path)),
        }
    }

    /// Reads the header of a file that is in memory.
    ///
    /// # Errors
    ///
    /// If it is no valid safetensors file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Header, Error> {
        Ok(Header { tensors: read::header(bytes, bytes.len() as u64)? })
    }

    /// The tensors, in the order of their values in the file.
    pub fn tensors(&self) -> &[Info] {
        &self.tensors
    }

    /// The tensors whose names begin with a prefix, without it: for `module`, `module.conv1.weight`
    /// is `conv1.weight`.
    ///
    /// A checkpoint may hold several networks, or the network may have been saved inside of another
    /// module. Engines have the same: candle's `VarBuilder::pp`, for one.
    ///
    /// ```no_run
    /// use cnn::Network;
    /// use cnn_zoo::resnet::ResNet18;
    ///
    /// let header = cnn_weights::Header::read("parallel.safetensors")?;
    /// header.within("module").compare(&<ResNet18>::GRAPH)?;
    /// # Ok::<(), cnn_weights::Error>(())
    /// ```
    pub fn within(&self, prefix: &str) -> Header {
        let rest = |name: &str| Some(name.strip_prefix(prefix)?.strip_prefix('.')?.to_owned());
        let tensors = self.tensors.iter();
        let tensors =
            tensors.filter_map(|tensor| Some(Info { name: rest(&tensor.name)?, ..tensor.clone() }));
        Header { tensors: tensors.collect() }
    }

    /// Compares the tensors with those of a network.
    ///
    /// # Errors
    ///
    /// All that are missing, have another shape or are not the network's; or if there are none, all
    /// whose values are no floats.
    pub fn compare(&self, graph: &Graph) -> Result<(), Error> {
        let found = self.tensors.iter();
        let found = found.map(|tensor| (tensor.name.as_str(), tensor.shape.clone()));
        graph.compare_state(found).map_err(Problem::Mismatch)?;
        // What the comparison ignores is not the network's.
        let state = graph.state_dict();
        let names: std::collections::HashSet<&str> =
            state.iter().map(|(name, _)| name.as_str()).collect();
        let tensors = self.tensors.iter();
        let wrong = tensors.filter(|tensor| names.contains(tensor.name.as_str()));
        let wrong: Vec<Info> = wrong.filter(|tensor| !is_float(tensor.dtype)).cloned().collect();
        if wrong.is_empty() { Ok(()) } else { Err(Problem::Dtypes(wrong).into()) }
    }
}

/// Whether engines can load it as the floats that networks compute with.
fn is_float(dtype: Dtype) -> bool {
    matches!(dtype, Dtype::F16 | Dtype::BF16 | Dtype::F32 | Dtype::F64)
}
