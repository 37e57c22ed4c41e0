//! The size of a value in memory.

use core::fmt;

/// A data type in which values are stored.
///
/// A [`Summary`](crate::Summary) counts values. The number of bytes depends on how the network is run, so everything
/// that is measured in bytes takes a `DType`.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::DType;
///
/// assert_eq!(DType::F32.bytes(), 4);
/// assert_eq!(DType::BF16.to_string(), "bf16");
/// assert_eq!(DType::from_name("i8"), Some(DType::I8));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DType {
    /// 64-bit floats.
    F64,
    /// 32-bit floats.
    #[default]
    F32,
    /// 16-bit floats of IEEE 754.
    F16,
    /// 16-bit floats with the exponent range of 32-bit ones.
    BF16,
    /// 8-bit integers, for quantized networks.
    I8,
}

impl DType {
    /// All data types, the largest first.
    pub const ALL: [DType; 5] = [DType::F64, DType::F32, DType::F16, DType::BF16, DType::I8];

    /// The number of bytes of a value.
    pub const fn bytes(self) -> u64 {
        match self {
            DType::F64 => 8,
            DType::F32 => 4,
            DType::F16 | DType::BF16 => 2,
            DType::I8 => 1,
        }
    }

    /// The name, as in `f32`.
    pub const fn name(self) -> &'static str {
        match self {
            DType::F64 => "f64",
            DType::F32 => "f32",
            DType::F16 => "f16",
            DType::BF16 => "bf16",
            DType::I8 => "i8",
        }
    }

    /// The type with this name in other libraries.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::DType;
    ///
    /// assert_eq!(DType::from_alias("float32"), Some(DType::F32));
    /// ```
    pub fn from_alias(name: &str) -> Option<DType> {
        match name {
            "float64" | "double" => Some(DType::F64),
            "float" | "float32" => Some(DType::F32),
            "half" | "float16" => Some(DType::F16),
            "bfloat16" => Some(DType::BF16),
            "int8" | "u8" | "uint8" => Some(DType::I8),
            _ => None,
        }
    }

    /// The type with this name.
    pub fn from_name(name: &str) -> Option<DType> {
        DType::ALL.into_iter().find(|dtype| dtype.name() == name)
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
