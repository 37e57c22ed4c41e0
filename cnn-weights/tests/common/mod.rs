//! Files that tests write.

#![allow(dead_code, reason = "each test crate uses a part of it")]

/// Name, type and sizes of a tensor.
pub type Tensor = (String, String, Vec<usize>);

/// A file with this header and this number of bytes of values.
pub fn raw(header: &str, bytes: usize) -> Vec<u8> {
    let mut file = (header.len() as u64).to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.resize(file.len() + bytes, 0);
    file
}

/// A valid file with these tensors, all of whose values are zero.
pub fn file(tensors: &[Tensor]) -> Vec<u8> {
    let mut start = 0;
    let mut entries = Vec::new();
    for (name, dtype, shape) in tensors {
        let size = match dtype.as_str() {
            "I8" => 1,
            "F16" | "BF16" => 2,
            "F32" => 4,
            _ => 8,
        };
        let end = start + size * shape.iter().product::<usize>();
        entries.push(format!(
            r#""{name}":{{"dtype":"{dtype}","shape":{shape:?},"data_offsets":[{start},{end}]}}"#
        ));
        start = end;
    }
    raw(&format!("{{{}}}", entries.join(",")), start)
}
