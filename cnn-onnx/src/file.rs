//! Files of models.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use prost::Message;
use prost::bytes::Bytes;

use crate::error::Error;
use crate::export::{Export, MOST_BYTES};
use crate::proto::tensor_proto::DataLocation;
use crate::proto::{ModelProto, StringStringEntryProto, TensorProto};

/// The least size of a tensor in a file of its own, as in the Python package.
const LEAST_BYTES: usize = 1024;

/// Where tensors begin in it: at multiples of the pages of memory, so that they can be mapped.
const PAGE: u64 = 4096;

impl Export {
    /// Writes the model to a file.
    ///
    /// If it would be larger than the 2 GB that protobuf allows, or if [`external_data`](Export::external_data) asks for
    /// it, the weights go into a second file, whose name is that of the first with `.data` behind it. Both have to stay
    /// together.
    ///
    /// ```no_run
    /// use cnn_onnx::{Export, Weights};
    /// use cnn_zoo::resnet::ResNet18;
    ///
    /// let weights = Weights::read("resnet18.safetensors")?;
    /// Export::of::<ResNet18>().weights(weights).write("resnet18.onnx")?;
    /// # Ok::<(), cnn_onnx::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`model`](Export::model), before anything is written, or if a file cannot be written.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let (path, mut model) = (path.as_ref(), self.model()?);
        if self.external || model.encoded_len() > MOST_BYTES {
            let mut name = path.file_name().unwrap_or_default().to_owned();
            name.push(".data");
            let data = path.with_file_name(&name);
            let values = put_outside(&mut model, &name.to_string_lossy());
            write_values(&data, &values).map_err(|error| Error::Io { path: data, error })?;
        }
        let bytes = model.encoded_len();
        if bytes > MOST_BYTES {
            return Err(Error::TooLarge { bytes });
        }
        let written = std::fs::write(path, model.encode_to_vec());
        written.map_err(|error| Error::Io { path: path.to_owned(), error })
    }
}

/// Takes the values of large tensors out of a model, which refers to a file of this name, and returns where they belong
/// in it.
fn put_outside(model: &mut ModelProto, file: &str) -> Vec<(u64, Bytes)> {
    let (mut values, mut end) = (Vec::new(), 0_u64);
    for tensor in model.graph.iter_mut().flat_map(|graph| &mut graph.initializer) {
        let large = |bytes: &mut Bytes| bytes.len() >= LEAST_BYTES;
        if let Some(bytes) = tensor.raw_data.take_if(large) {
            let offset = end.next_multiple_of(PAGE);
            end = offset + bytes.len() as u64;
            refer(tensor, file, offset, bytes.len());
            values.push((offset, bytes));
        }
    }
    values
}

fn refer(tensor: &mut TensorProto, file: &str, offset: u64, length: usize) {
    tensor.set_data_location(DataLocation::External);
    let entries = [
        ("location", file.to_owned()),
        ("offset", offset.to_string()),
        ("length", length.to_string()),
    ];
    let entry = |(key, value): (&str, String)| StringStringEntryProto {
        key: Some(key.to_owned()),
        value: Some(value),
    };
    tensor.external_data = entries.into_iter().map(entry).collect();
}

fn write_values(path: &Path, values: &[(u64, Bytes)]) -> io::Result<()> {
    let (mut file, mut end) = (BufWriter::new(File::create(path)?), 0);
    for (offset, bytes) in values {
        let gap = [0; PAGE as usize];
        file.write_all(&gap[..(offset - end) as usize])?;
        file.write_all(bytes)?;
        end = offset + bytes.len() as u64;
    }
    file.flush()
}
