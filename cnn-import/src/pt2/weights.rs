//! The tensors of an archive.

use std::io::{Read, Seek};

use safetensors::Dtype;

use super::archive::Archive;
use super::schema::{self, Size};
use crate::{Error, tensors};

/// PyTorch's numbers of data types, as `torch._export.serde.schema.ScalarType` has them.
const DTYPES: [(u64, Dtype); 12] = [
    (1, Dtype::U8),
    (2, Dtype::I8),
    (3, Dtype::I16),
    (4, Dtype::I32),
    (5, Dtype::I64),
    (6, Dtype::F16),
    (7, Dtype::F32),
    (8, Dtype::F64),
    (12, Dtype::BOOL),
    (13, Dtype::BF16),
    (29, Dtype::F8_E4M3),
    (30, Dtype::F8_E5M2),
];

/// The bytes of a safetensors file with every parameter and buffer of the archive, under PyTorch's names, which are those
/// of the declaration.
///
/// # Errors
///
/// If the archive cannot be read, or has a tensor without values.
pub fn weights(reader: impl Read + Seek) -> Result<Vec<u8>, Error> {
    let mut archive = Archive::open(reader)?;
    let file = "data/weights/model_weights_config.json";
    let weights: schema::Weights = archive.json(file)?;
    let mut tensors = Vec::new();
    for (name, weight) in weights.config {
        let place = || format!("`{name}` of `{file}`");
        let fail = |message: &str| Error::at(place(), message);
        let meta = &weight.tensor_meta;
        let Some((_, dtype)) = DTYPES.iter().find(|(number, _)| *number == meta.dtype) else {
            return Err(fail("its data type is not known"));
        };
        let known = |size: &serde_json::Value| match schema::size(size) {
            Some(Size::Known(size)) => usize::try_from(size).ok(),
            _ => None,
        };
        let sizes: Option<Vec<usize>> = meta.sizes.iter().map(known).collect();
        let sizes = sizes.ok_or_else(|| fail("its sizes are no numbers"))?;
        let strides: Option<Vec<usize>> = meta.strides.iter().map(known).collect();
        let count =
            sizes.iter().try_fold(dtype.bitsize() / 8, |count, size| count.checked_mul(*size));
        let count = count.ok_or_else(|| fail("it has more values than memory can hold"))?;
        let begin =
            meta.storage_offset.get("as_int").and_then(serde_json::Value::as_u64).unwrap_or(0);
        if weight.use_pickle || begin != 0 || !is_dense(&sizes, &strides.unwrap_or_default()) {
            return Err(fail("its values are not stored one after the other"));
        }
        let bytes = archive.bytes(&format!("data/weights/{}", weight.path_name), count as u64)?;
        if bytes.len() != count {
            let message = format!(
                "it has {} bytes of {count}, so its values are not in the file",
                bytes.len()
            );
            return Err(fail(&message));
        }
        tensors.push((name, *dtype, sizes, bytes));
    }
    tensors::file(&tensors)
}

/// Whether values follow each other in the order of the axes.
fn is_dense(sizes: &[usize], strides: &[usize]) -> bool {
    let mut stride = 1_usize;
    sizes.len() == strides.len()
        && sizes.iter().zip(strides).rev().all(|(size, given)| {
            let dense = *size == 1 || *given == stride;
            stride = stride.saturating_mul(*size);
            dense
        })
}
