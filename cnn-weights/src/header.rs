//! The header of a file, which describes its tensors.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use cnn_core::Graph;

use crate::error::{Error, Problem};
use crate::info::Info;
use crate::mismatch::{Ignored, compare_state_except, is_counter};
use crate::read;

/// The tensors of a `.safetensors` file, in the order of their values in it.
///
/// A header that deviates from the format is refused: [`Problem`] lists what can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    tensors: Vec<Info>,
}

impl Header {
    /// Reads the header of the file at `path`, and nothing else.
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
    /// If the file cannot be read, or is not a valid safetensors file.
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

    /// Reads the header of a file in memory.
    ///
    /// # Errors
    ///
    /// If it is not a valid safetensors file.
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
    /// A checkpoint may hold several networks, or the network may have been saved as a part of another
    /// module. Engines have such a view, too, such as candle's `VarBuilder::pp`.
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

    /// The tensors that a network may have: all but `num_batches_tracked`, a counter that no layer computes with.
    ///
    /// # Errors
    ///
    /// All of them whose values are neither floats nor integers.
    pub fn state(&self) -> Result<Vec<&Info>, Error> {
        let state = self.tensors.iter().filter(|tensor| !is_counter(&tensor.name));
        let (state, wrong): (Vec<&Info>, Vec<&Info>) =
            state.partition(|tensor| tensor.is_float() || tensor.is_integer());
        check_dtypes(wrong.into_iter().cloned().collect(), Vec::new())?;
        Ok(state)
    }

    /// Compares the tensors with those of a network.
    ///
    /// # Errors
    ///
    /// All tensors that are missing, have a different shape or do not belong to the network; if there are none,
    /// all whose values are not floats, or not integers where the network has such.
    pub fn compare(&self, graph: &Graph) -> Result<(), Error> {
        self.compare_except(graph, &[]).map(|_| ())
    }

    /// Like [`compare`](Header::compare), but what does not fit is ignored where its name begins with one of
    /// these prefixes, and listed: see [`compare_state_except`].
    ///
    /// # Errors
    ///
    /// The same as those of [`compare`](Header::compare), for all other tensors.
    pub fn compare_except(&self, graph: &Graph, prefixes: &[&str]) -> Result<Ignored, Error> {
        let found = self.tensors.iter();
        let found = found.map(|tensor| (tensor.name.as_str(), tensor.shape.clone()));
        let ignored = compare_state_except(graph, found, prefixes).map_err(Problem::Mismatch)?;
        // A tensor that the comparison ignores may be of any type.
        let state = graph.tensors();
        let integer: HashMap<&str, bool> =
            state.iter().map(|(name, tensor)| (name.as_str(), tensor.integer)).collect();
        let is_left_over = |tensor: &Info| ignored.left_over.contains(&tensor.name);
        let (mut no_floats, mut no_integers) = (Vec::new(), Vec::new());
        for tensor in self.tensors.iter().filter(|tensor| !is_left_over(tensor)) {
            match integer.get(tensor.name.as_str()) {
                Some(true) if !tensor.is_integer() => no_integers.push(tensor.clone()),
                Some(false) if !tensor.is_float() => no_floats.push(tensor.clone()),
                _ => {}
            }
        }
        check_dtypes(no_floats, no_integers)?;
        Ok(ignored)
    }
}

/// The tensors that something else than a file has, in this order.
impl FromIterator<Info> for Header {
    fn from_iter<T: IntoIterator<Item = Info>>(tensors: T) -> Header {
        Header { tensors: tensors.into_iter().collect() }
    }
}

/// An error for tensors whose values have a type that they cannot have, if there are any.
fn check_dtypes(no_floats: Vec<Info>, no_integers: Vec<Info>) -> Result<(), Error> {
    if no_floats.is_empty() && no_integers.is_empty() {
        return Ok(());
    }
    Err(Problem::Dtypes { no_floats, no_integers }.into())
}
