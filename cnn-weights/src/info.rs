//! The description of a tensor in a file.

use safetensors::Dtype;

/// A tensor of a file, without its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// Its name.
    pub name: String,
    /// The type of its values.
    pub dtype: Dtype,
    /// Its sizes.
    pub shape: Vec<usize>,
}

impl Info {
    /// Whether engines can load its values as floats.
    pub fn is_float(&self) -> bool {
        matches!(self.dtype, Dtype::F16 | Dtype::BF16 | Dtype::F32 | Dtype::F64)
    }

    /// Whether its values are integers, as those of an index are.
    pub fn is_integer(&self) -> bool {
        let signed = matches!(self.dtype, Dtype::I8 | Dtype::I16 | Dtype::I32 | Dtype::I64);
        signed || matches!(self.dtype, Dtype::U8 | Dtype::U16 | Dtype::U32 | Dtype::U64)
    }
}
