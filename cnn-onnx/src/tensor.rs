//! Tensors of a model.

use cnn_core::DType;
use half::f16;
use prost::bytes::Bytes;

use crate::proto::TensorProto;
use crate::proto::tensor_proto::DataType;

/// The number of a type in ONNX.
pub(crate) fn data_type(dtype: DType) -> i32 {
    let data_type = match dtype {
        DType::F64 => DataType::Double,
        DType::F32 => DataType::Float,
        DType::F16 => DataType::Float16,
        DType::BF16 => DataType::Bfloat16,
        DType::I8 => DataType::Int8,
    };
    data_type as i32
}

/// A tensor of these bytes.
pub(crate) fn of(data_type: i32, sizes: &[usize], raw_data: impl Into<Bytes>) -> TensorProto {
    TensorProto {
        dims: sizes.iter().map(|size| *size as i64).collect(),
        data_type: Some(data_type),
        raw_data: Some(raw_data.into()),
        ..TensorProto::default()
    }
}

/// A tensor of integers of 64 bits.
pub(crate) fn ints(sizes: &[usize], values: &[i64]) -> TensorProto {
    let bytes = values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>();
    of(DataType::Int64 as i32, sizes, bytes)
}

/// A tensor of floats of a type: 64, 32 or 16 bits.
pub(crate) fn floats(dtype: DType, sizes: &[usize], values: &[f64]) -> TensorProto {
    of(data_type(dtype), sizes, encode(dtype, values.iter().copied()))
}

/// The bytes of floats, rounded to a type.
pub(crate) fn encode(dtype: DType, values: impl Iterator<Item = f64>) -> Vec<u8> {
    match dtype {
        DType::F64 => values.flat_map(f64::to_le_bytes).collect(),
        DType::F16 => values.flat_map(|value| f16::from_f64(value).to_le_bytes()).collect(),
        _ => values.flat_map(|value| (value as f32).to_le_bytes()).collect(),
    }
}
