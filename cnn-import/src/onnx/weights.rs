//! The weights of a file, under the names of the declaration.

use std::collections::HashSet;

use cnn_onnx::proto::prost::bytes::Bytes;
use safetensors::Dtype;

use super::constant::{Constant, Data};
use super::read::Weights;
use crate::form::tensor_name;
use crate::order::ordered;
use crate::{Error, Form, tensors};

/// The bytes of a safetensors file with the tensors of all layers, under the names that they have in the declaration.
///
/// # Errors
///
/// If a tensor has no values.
pub fn weights(form: &Form, mut weights: Weights) -> Result<Vec<u8>, Error> {
    let mut tensors = Vec::new();
    let mut written = HashSet::new();
    for node in &form.nodes {
        // A layer of the same node that has no name has no weights.
        let Some(path) = node.path() else { continue };
        let Some(own) = weights.remove(&node.source) else { continue };
        if !written.insert(path.clone()) {
            // It runs again.
            continue;
        }
        for (suffix, constant) in own {
            let name = tensor_name(&path, suffix);
            let (dtype, bytes) =
                values(&constant).map_err(|message| Error::at(format!("`{name}`"), message))?;
            tensors.push((name, dtype, constant.dims, bytes));
        }
    }
    tensors::file(&tensors)
}

/// The most values that are written of a number that is the same everywhere: those of a file are as many as it has bytes.
const MOST_FILLED: usize = 1 << 30;

/// The values of a constant, one after the other.
fn values(constant: &Constant) -> Result<(Dtype, Bytes), String> {
    match &constant.data {
        Data::Floats(values) => {
            let bytes = values.iter().flat_map(|value| (*value as f32).to_le_bytes());
            Ok((Dtype::F32, bytes.collect()))
        }
        Data::Sizes(_) => {
            let bytes = constant.ints()?.into_iter().flat_map(i64::to_le_bytes);
            Ok((Dtype::I64, bytes.collect()))
        }
        Data::Filled(_) if constant.count() > MOST_FILLED => {
            Err("it has more values than are written".to_owned())
        }
        Data::Filled(value) => {
            let value = (*value as f32).to_le_bytes();
            Ok((Dtype::F32, std::iter::repeat_n(value, constant.count()).flatten().collect()))
        }
        Data::Stored(stored) => {
            let bytes = stored.tensor.bytes().map_err(|error| error.to_string())?;
            let bytes = match (&stored.order, stored.tensor.dtype.bitsize() / 8) {
                (None, _) => bytes,
                (Some((dims, order)), 8) => moved::<8>(&bytes, dims, order),
                (Some((dims, order)), 4) => moved::<4>(&bytes, dims, order),
                (Some((dims, order)), 2) => moved::<2>(&bytes, dims, order),
                (Some((dims, order)), _) => moved::<1>(&bytes, dims, order),
            };
            Ok((stored.tensor.dtype, bytes))
        }
    }
}

fn moved<const N: usize>(bytes: &[u8], dims: &[usize], order: &[usize]) -> Bytes {
    let (values, _) = bytes.as_chunks::<N>();
    ordered(values, dims, order).into_flattened().into()
}
