//! The tensors of a file, whose values may be in another file.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Component, Path, PathBuf};

use cnn_onnx::proto::TensorProto;
use cnn_onnx::proto::prost::bytes::Bytes;
use cnn_onnx::proto::tensor_proto::{DataLocation, DataType};
use half::{bf16, f16};
use safetensors::Dtype;

use crate::Error;
use crate::order::count;

/// The data types that are read, as both formats call them.
const DTYPES: [(DataType, Dtype); 13] = [
    (DataType::Float, Dtype::F32),
    (DataType::Double, Dtype::F64),
    (DataType::Float16, Dtype::F16),
    (DataType::Bfloat16, Dtype::BF16),
    (DataType::Int64, Dtype::I64),
    (DataType::Int32, Dtype::I32),
    (DataType::Int16, Dtype::I16),
    (DataType::Int8, Dtype::I8),
    (DataType::Uint64, Dtype::U64),
    (DataType::Uint32, Dtype::U32),
    (DataType::Uint16, Dtype::U16),
    (DataType::Uint8, Dtype::U8),
    (DataType::Bool, Dtype::BOOL),
];

/// A tensor with the place of its values.
#[derive(Debug)]
pub struct Tensor {
    pub dims: Vec<usize>,
    pub dtype: Dtype,
    /// What it is called, for messages.
    place: String,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Bytes(Bytes),
    File { path: PathBuf, offset: u64 },
}

impl Tensor {
    /// Checks a tensor. Its values may be in a file of `folder`.
    pub fn new(proto: &TensorProto, place: String, folder: Option<&Path>) -> Result<Tensor, Error> {
        let fail = |message: String| Error::at(place.clone(), message);
        let dims: Option<Vec<usize>> =
            proto.dims.iter().map(|size| usize::try_from(*size).ok()).collect();
        let dims = dims.ok_or_else(|| fail("one of its sizes is negative".to_owned()))?;
        let data_type = DataType::try_from(proto.data_type.unwrap_or(0));
        let known = DTYPES.iter().find(|(known, _)| Ok(*known) == data_type);
        let Some((_, dtype)) = known else {
            let name = data_type
                .map_or_else(|_| "unknown".to_owned(), |known| known.as_str_name().to_owned());
            return Err(fail(format!("its data type, {name}, cannot be read")));
        };
        let each = dtype.bitsize() / 8;
        let bytes = dims.iter().try_fold(each, |bytes, size| bytes.checked_mul(*size));
        let bytes = bytes
            .filter(|bytes| isize::try_from(*bytes).is_ok())
            .ok_or_else(|| fail("it has more values than memory can hold".to_owned()))?;
        let source = if proto.data_location == Some(DataLocation::External as i32) {
            external(proto, folder, bytes).map_err(fail)?
        } else {
            let data = match &proto.raw_data {
                Some(raw) => raw.clone(),
                None => Bytes::from(fields(proto, *dtype)),
            };
            if data.len() != bytes {
                return Err(fail(format!(
                    "it has {} bytes of values, where its shape needs {bytes}",
                    data.len()
                )));
            }
            Source::Bytes(data)
        };
        Ok(Tensor { dims, dtype: *dtype, place, source })
    }

    /// The number of its values.
    pub fn count(&self) -> usize {
        count(&self.dims)
    }

    /// Its values, one after the other, with the lowest byte first.
    pub fn bytes(&self) -> Result<Bytes, Error> {
        let (path, offset) = match &self.source {
            Source::Bytes(bytes) => return Ok(bytes.clone()),
            Source::File { path, offset } => (path, *offset),
        };
        let length = self.count() * (self.dtype.bitsize() / 8);
        let fail = |message: String| {
            Error::at(self.place.clone(), format!("{}: {message}", path.display()))
        };
        let mut file = File::open(path).map_err(|error| fail(error.to_string()))?;
        let there = file.metadata().map_err(|error| fail(error.to_string()))?.len();
        let end = offset.checked_add(length as u64);
        if end.is_none_or(|end| end > there) {
            return Err(fail(format!(
                "its {length} bytes from {offset} on are beyond the end of the file, which has {there}"
            )));
        }
        let mut bytes = vec![0; length];
        let read = file.seek(SeekFrom::Start(offset)).and_then(|_| file.read_exact(&mut bytes));
        read.map_err(|error| fail(error.to_string()))?;
        Ok(Bytes::from(bytes))
    }

    /// Whether its values are no integers.
    pub fn is_float(&self) -> bool {
        matches!(self.dtype, Dtype::F32 | Dtype::F64 | Dtype::F16 | Dtype::BF16)
    }

    /// Its values as numbers.
    pub fn floats(&self) -> Result<Vec<f64>, Error> {
        let bytes = self.bytes()?;
        Ok(match self.dtype {
            Dtype::F32 => numbers(&bytes, |bytes| f64::from(f32::from_le_bytes(bytes))),
            Dtype::F64 => numbers(&bytes, f64::from_le_bytes),
            Dtype::F16 => numbers(&bytes, |bytes| f16::from_le_bytes(bytes).to_f64()),
            Dtype::BF16 => numbers(&bytes, |bytes| bf16::from_le_bytes(bytes).to_f64()),
            _ => self.ints()?.into_iter().map(|value| value as f64).collect(),
        })
    }

    /// Its values as integers; those of floats are cut off.
    pub fn ints(&self) -> Result<Vec<i64>, Error> {
        let bytes = self.bytes()?;
        Ok(match self.dtype {
            Dtype::I64 => numbers(&bytes, i64::from_le_bytes),
            Dtype::I32 => numbers(&bytes, |bytes| i32::from_le_bytes(bytes).into()),
            Dtype::I16 => numbers(&bytes, |bytes| i16::from_le_bytes(bytes).into()),
            Dtype::I8 => numbers(&bytes, |bytes| i8::from_le_bytes(bytes).into()),
            Dtype::U64 => numbers(&bytes, |bytes| {
                i64::try_from(u64::from_le_bytes(bytes)).unwrap_or(i64::MAX)
            }),
            Dtype::U32 => numbers(&bytes, |bytes| u32::from_le_bytes(bytes).into()),
            Dtype::U16 => numbers(&bytes, |bytes| u16::from_le_bytes(bytes).into()),
            Dtype::U8 | Dtype::BOOL => numbers(&bytes, |bytes| u8::from_le_bytes(bytes).into()),
            _ => self.floats()?.into_iter().map(|value| value as i64).collect(),
        })
    }
}

fn numbers<const N: usize, T>(bytes: &[u8], read: impl Fn([u8; N]) -> T) -> Vec<T> {
    let (chunks, _) = bytes.as_chunks::<N>();
    chunks.iter().map(|chunk| read(*chunk)).collect()
}

/// The values of a tensor that are numbers of protobuf, as bytes.
fn fields(proto: &TensorProto, dtype: Dtype) -> Vec<u8> {
    let small = &proto.int32_data;
    match dtype {
        Dtype::F32 => proto.float_data.iter().flat_map(|value| value.to_le_bytes()).collect(),
        Dtype::F64 => proto.double_data.iter().flat_map(|value| value.to_le_bytes()).collect(),
        Dtype::I64 => proto.int64_data.iter().flat_map(|value| value.to_le_bytes()).collect(),
        Dtype::U64 => proto.uint64_data.iter().flat_map(|value| value.to_le_bytes()).collect(),
        Dtype::U32 => {
            proto.uint64_data.iter().flat_map(|value| (*value as u32).to_le_bytes()).collect()
        }
        Dtype::I32 => small.iter().flat_map(|value| value.to_le_bytes()).collect(),
        Dtype::F16 | Dtype::BF16 | Dtype::I16 | Dtype::U16 => {
            small.iter().flat_map(|value| (*value as u16).to_le_bytes()).collect()
        }
        _ => small.iter().map(|value| *value as u8).collect(),
    }
}

/// The place of values in another file, which must be in the folder of the model.
fn external(proto: &TensorProto, folder: Option<&Path>, bytes: usize) -> Result<Source, String> {
    let entry = |key: &str| {
        let entry = proto.external_data.iter().find(|entry| entry.key.as_deref() == Some(key));
        entry.and_then(|entry| entry.value.as_deref())
    };
    let number = |key: &str| match entry(key).map(str::parse::<u64>) {
        None => Ok(None),
        Some(Ok(number)) => Ok(Some(number)),
        Some(Err(_)) => Err(format!("`{key}` of its external data is no number")),
    };
    let location = entry("location").ok_or("its external data has no `location`")?;
    let relative = Path::new(location);
    // As on Windows, too, where a `\\` would lead elsewhere.
    let inside =
        relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
            && !location.contains(['\\', ':']);
    if !inside || location.is_empty() {
        return Err(format!(
            "its values are in `{location}`, which is not in the folder of the model"
        ));
    }
    if let Some(length) = number("length")?
        && length != bytes as u64
    {
        return Err(format!("it has {length} bytes of values, where its shape needs {bytes}"));
    }
    let offset = number("offset")?.unwrap_or(0);
    let folder = folder.ok_or_else(|| {
        format!("its values are in `{location}`, and the folder of the model is not known")
    })?;
    let path = folder.join(relative);
    // A link may lead out of the folder, too.
    if let (Ok(real), Ok(root)) = (path.canonicalize(), folder.canonicalize())
        && !real.starts_with(&root)
    {
        return Err(format!(
            "its values are in `{location}`, which is not in the folder of the model"
        ));
    }
    Ok(Source::File { path, offset })
}
