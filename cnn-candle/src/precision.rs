//! The types that candle computes with.

use candle_core::{DType, Device};

use crate::layer::Layer;

/// Whether candle computes with values of a type. It does not multiply matrices of bf16 on the CPU.
pub(crate) fn computes(dtype: DType, device: &Device) -> bool {
    match dtype {
        DType::F16 | DType::F32 | DType::F64 => true,
        DType::BF16 => !device.is_cpu(),
        _ => false,
    }
}

/// The type that a layer computes in if its input and output are of type `dtype`.
///
/// As in PyTorch, sums and functions of half precision are computed in f32: a sum or a square may be too
/// large for f16 although the mean is not.
pub(crate) fn inner(layer: &Layer, dtype: DType) -> DType {
    let in_half = match layer {
        Layer::Unary(layer) => layer.computes_in_half(),
        Layer::Joined(layer) => layer.computes_in_half(),
    };
    match dtype {
        DType::F16 | DType::BF16 if !in_half => DType::F32,
        dtype => dtype,
    }
}
