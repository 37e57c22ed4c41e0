//! A network with its weights.

use std::io::{Read, Seek};
use std::path::Path;

use crate::{Error, Form, onnx, pt2};

/// A network that was read from a file, which is read once for its layers and its weights.
///
/// ```no_run
/// use cnn_import::{Layout, Network, write};
///
/// let network = Network::pt2(std::fs::File::open("model.pt2")?)?;
/// std::fs::write("net.rs", write(network.form(), "Net", Layout::Structured)?)?;
/// std::fs::write("net.safetensors", network.weights()?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Network {
    form: Form,
    source: Source,
}

/// Where the weights are.
enum Source {
    Onnx(onnx::Weights),
    Pt2(Box<dyn Archive>),
}

trait Archive: Read + Seek {}

impl<T: Read + Seek> Archive for T {}

impl Network {
    /// Reads what `torch.export.save` has written.
    ///
    /// # Errors
    ///
    /// Those of [`read_pt2`](crate::read_pt2).
    pub fn pt2(mut reader: impl Read + Seek + 'static) -> Result<Network, Error> {
        let form = pt2::read(&mut reader)?;
        Ok(Network { form, source: Source::Pt2(Box::new(reader)) })
    }

    /// Reads an ONNX model. Its tensors may be in other files of `folder`, the folder of the model.
    ///
    /// # Errors
    ///
    /// Those of [`read_onnx`](crate::read_onnx).
    pub fn onnx(model: Vec<u8>, folder: Option<&Path>) -> Result<Network, Error> {
        let (form, weights) = onnx::with_weights(model, folder)?;
        Ok(Network { form, source: Source::Onnx(weights) })
    }

    /// Its layers.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The bytes of a safetensors file with the tensors of all layers, under the names that they have in the declaration.
    ///
    /// # Errors
    ///
    /// If a tensor has no values, or they cannot be read.
    pub fn weights(self) -> Result<Vec<u8>, Error> {
        match self.source {
            Source::Onnx(weights) => onnx::weights(&self.form, weights),
            Source::Pt2(reader) => pt2::weights(reader),
        }
    }
}
