//! Reads headers, and checks everything in them.
//!
//! A file has the length of its header in eight bytes, the header in JSON, and the values of all tensors
//! without gaps. No more memory is allocated than the file is long.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io::Read;

use safetensors::SafeTensorError;
use safetensors::tensor::{Metadata, TensorInfo};
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use crate::error::Problem;
use crate::info::Info;

/// The most bytes of a header that the format allows.
const MOST_BYTES: u64 = 100_000_000;

/// The number of bytes in front of the header, which are its length.
const LENGTH: u64 = 8;

/// The tensors of a file of `total` bytes.
pub fn header(mut file: impl Read, total: u64) -> Result<Vec<Info>, Problem> {
    let mut start = Vec::new();
    file.by_ref().take(LENGTH).read_to_end(&mut start).map_err(Problem::Io)?;
    let Ok(length) = start.as_slice().try_into().map(u64::from_le_bytes) else {
        return Err(Problem::Truncated { bytes: total, needed: LENGTH });
    };
    if length > MOST_BYTES {
        return Err(match recognise(&start) {
            Some(format) => Problem::OtherFormat(format),
            None => Problem::HeaderLength(length),
        });
    }
    if length > total.saturating_sub(LENGTH) {
        return Err(Problem::Truncated { bytes: total, needed: LENGTH + length });
    }
    let mut json = Vec::new();
    file.take(length).read_to_end(&mut json).map_err(Problem::Io)?;
    let tensors = parse(&json).map_err(Problem::Json)?;
    validate(tensors, total - LENGTH - length)
}

/// The format of a file that begins with these bytes, which are not the length of a header.
fn recognise(start: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 7] = [
        (b"PK\x03\x04", "a zip file, such as `torch.save` writes"),
        (b"\x80\x02", "a Python pickle, such as old versions of `torch.save` write"),
        (b"\x89HDF", "an HDF5 file, such as Keras writes"),
        (b"GGUF", "a GGUF file"),
        (b"version ", "a pointer of Git LFS to the file, which was not fetched"),
        (b"<!", "an HTML page"),
        (b"<html", "an HTML page"),
    ];
    FORMATS.iter().find(|(magic, _)| start.starts_with(magic)).map(|(_, format)| *format)
}

/// The entries of a header. A duplicate name is an error.
fn parse(json: &[u8]) -> serde_json::Result<Vec<(String, TensorInfo)>> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let entries = deserializer.deserialize_map(Entries)?;
    deserializer.end()?;
    Ok(entries)
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, TensorInfo)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the tensors")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut names = HashSet::new();
        let mut entries = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if !names.insert(name.clone()) {
                return Err(A::Error::custom(format_args!("`{name}` occurs twice")));
            }
            if name == "__metadata__" {
                map.next_value::<Option<HashMap<String, String>>>()?;
                continue;
            }
            match map.next_value() {
                Ok(info) => entries.push((name, info)),
                Err(error) => {
                    return Err(A::Error::custom(format_args!("`{name}`: {error}")));
                }
            }
        }
        Ok(entries)
    }
}

/// The tensors, if their values are exactly the `bytes` that follow the header.
fn validate(mut entries: Vec<(String, TensorInfo)>, bytes: u64) -> Result<Vec<Info>, Problem> {
    entries.sort_by_key(|(_, info)| info.data_offsets);
    for (name, info) in &entries {
        alone(info).map_err(|why| Problem::Tensor { name: name.clone(), why })?;
    }
    let infos = entries.iter().map(|(name, info)| Info {
        name: name.clone(),
        dtype: info.dtype,
        shape: info.shape.clone(),
    });
    let infos = infos.collect();
    let metadata = Metadata::new(None, entries).map_err(|error| match error {
        SafeTensorError::InvalidOffset(name) => Problem::Gap(name),
        error => Problem::Format(error),
    })?;
    let needed = metadata.data_len() as u64;
    if needed == bytes { Ok(infos) } else { Err(Problem::Data { bytes, needed }) }
}

/// Checks that the values of a tensor take as many bytes as its shape says.
fn alone(info: &TensorInfo) -> Result<(), SafeTensorError> {
    let (start, end) = info.data_offsets;
    let bytes = end.checked_sub(start).ok_or(SafeTensorError::TensorInvalidInfo)?;
    let shape = info.shape.clone();
    let moved = TensorInfo { dtype: info.dtype, shape, data_offsets: (0, bytes) };
    Metadata::new(None, vec![(String::new(), moved)]).map(|_| ())
}
