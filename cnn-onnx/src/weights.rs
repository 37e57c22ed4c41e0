//! The tensors of a network with their values.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cnn_core::DType;
use cnn_weights::{Dtype, Header, Info, Problem};
use half::{bf16, f16};
use prost::bytes::Bytes;
use safetensors::SafeTensors;

use crate::proto::TensorProto;
use crate::tensor;

/// The weights of a network, under the names of PyTorch's `state_dict`.
///
/// ```
/// use cnn_onnx::Weights;
///
/// let mut weights = Weights::default();
/// weights.insert("fc1.weight", &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
/// weights.insert("fc1.bias", &[2], &[0.0, 0.5]);
/// assert_eq!(weights.names().collect::<Vec<_>>(), ["fc1.bias", "fc1.weight"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Weights(BTreeMap<String, Stored>);

/// A tensor as a file has it.
#[derive(Clone, Debug)]
struct Stored {
    dtype: Dtype,
    sizes: Vec<usize>,
    bytes: Bytes,
}

impl Weights {
    /// The weights in a `.safetensors` file.
    ///
    /// ```no_run
    /// let weights = cnn_onnx::Weights::read("lenet.safetensors")?;
    /// # Ok::<(), cnn_weights::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or is not a valid safetensors file.
    pub fn read(path: impl AsRef<Path>) -> Result<Weights, cnn_weights::Error> {
        let path = path.as_ref();
        // The header tells why something is not such a file before all of it is read.
        Header::read(path)?;
        let bytes = fs::read(path).map_err(|error| Problem::Io(error).into());
        bytes.and_then(Weights::from_bytes).map_err(|error: cnn_weights::Error| error.of(path))
    }

    /// The weights in a safetensors file in memory, whose values are not copied.
    ///
    /// # Errors
    ///
    /// If it is not a valid safetensors file.
    pub fn from_bytes(bytes: impl Into<Bytes>) -> Result<Weights, cnn_weights::Error> {
        let bytes = bytes.into();
        Header::from_bytes(&bytes)?;
        let file = SafeTensors::deserialize(&bytes).map_err(Problem::Format)?;
        let stored = file.iter().map(|(name, view)| {
            let (dtype, sizes) = (view.dtype(), view.shape().to_vec());
            (name.to_owned(), Stored { dtype, sizes, bytes: bytes.slice_ref(view.data()) })
        });
        Ok(Weights(stored.collect()))
    }

    /// Adds a tensor, or replaces it.
    ///
    /// # Panics
    ///
    /// If the number of values is not the product of the sizes.
    pub fn insert(&mut self, name: impl Into<String>, sizes: &[usize], values: &[f32]) {
        self.store(name.into(), sizes, Dtype::F32, values.iter().map(|value| value.to_le_bytes()));
    }

    /// Adds a tensor of integers, or replaces it, such as `relative_position_index` of attention in windows.
    ///
    /// # Panics
    ///
    /// If the number of values is not the product of the sizes.
    pub fn insert_integers(&mut self, name: impl Into<String>, sizes: &[usize], values: &[i64]) {
        self.store(name.into(), sizes, Dtype::I64, values.iter().map(|value| value.to_le_bytes()));
    }

    fn store<const N: usize>(
        &mut self,
        name: String,
        sizes: &[usize],
        dtype: Dtype,
        values: impl ExactSizeIterator<Item = [u8; N]>,
    ) {
        let (expected, count): (usize, usize) = (sizes.iter().product(), values.len());
        assert_eq!(expected, count, "{count} values for {sizes:?}");
        let bytes: Vec<u8> = values.flatten().collect();
        self.0.insert(name, Stored { dtype, sizes: sizes.to_vec(), bytes: bytes.into() });
    }

    /// The names of all tensors.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The names, types and shapes of the tensors.
    pub(crate) fn header(&self) -> Header {
        let tensors = self.0.iter().map(|(name, stored)| Info {
            name: name.clone(),
            dtype: stored.dtype,
            shape: stored.sizes.clone(),
        });
        tensors.collect()
    }

    /// A tensor of floats, with values of a type. They are copied only if they have another one in the file.
    pub(crate) fn tensor(&self, name: &str, dtype: DType) -> Option<TensorProto> {
        let Stored { dtype: from, sizes, bytes } = self.0.get(name)?;
        let same = matches!(
            (from, dtype),
            (Dtype::F64, DType::F64) | (Dtype::F32, DType::F32) | (Dtype::F16, DType::F16)
        );
        let bytes = if same { bytes.clone() } else { converted(*from, bytes, dtype)?.into() };
        Some(tensor::of(tensor::data_type(dtype), sizes, bytes))
    }
}

/// The same values in another type, unless they are no floats.
fn converted(from: Dtype, bytes: &[u8], dtype: DType) -> Option<Vec<u8>> {
    fn values<const N: usize>(bytes: &[u8]) -> impl Iterator<Item = [u8; N]> {
        bytes.as_chunks::<N>().0.iter().copied()
    }
    Some(match from {
        Dtype::F64 => tensor::encode(dtype, values(bytes).map(f64::from_le_bytes)),
        Dtype::F32 => {
            tensor::encode(dtype, values(bytes).map(|value| f64::from(f32::from_le_bytes(value))))
        }
        Dtype::F16 => {
            tensor::encode(dtype, values(bytes).map(|value| f16::from_le_bytes(value).to_f64()))
        }
        Dtype::BF16 => {
            tensor::encode(dtype, values(bytes).map(|value| bf16::from_le_bytes(value).to_f64()))
        }
        _ => return None,
    })
}
