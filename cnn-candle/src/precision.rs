//! Half precision.

use candle_core::{DType, Device};
use cnn::Op;

use crate::layers::conv::is_depthwise;

/// Whether candle computes with values of a type: it multiplies no matrices of bf16 on the CPU.
pub(crate) fn computes(dtype: DType, device: &Device) -> bool {
    match dtype {
        DType::F16 | DType::F32 | DType::F64 => true,
        DType::BF16 => !device.is_cpu(),
        _ => false,
    }
}

/// The type that a layer computes in where values of `dtype` flow.
///
/// As in PyTorch, sums and functions of half precision are computed in f32. Candle does so where it
/// multiplies matrices; elsewhere a sum or a square may be too large where the mean is not.
pub(crate) fn inner(op: &Op, dtype: DType) -> DType {
    let moves_or_multiplies = match op {
        Op::Conv(conv) => !is_depthwise(conv),
        Op::Linear(_)
        | Op::MaxPool(_)
        | Op::Flatten(_)
        | Op::Pad(_)
        | Op::PixelShuffle(_)
        | Op::PixelUnshuffle(_)
        | Op::ChannelShuffle(_)
        | Op::Channels(_)
        | Op::Permute(_)
        | Op::Join(_)
        | Op::Dropout(_)
        | Op::Identity(_)
        | Op::Network(_) => true,
        _ => false,
    };
    match dtype {
        DType::F16 | DType::BF16 if !moves_or_multiplies => DType::F32,
        dtype => dtype,
    }
}
