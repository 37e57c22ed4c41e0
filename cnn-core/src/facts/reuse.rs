//! Whether a layer needs memory for its output.

/// How a layer may use the memory of its input at inference.
///
/// [`Kind::reuse`](crate::Kind::reuse) gives this for each layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reuse {
    /// The output needs its own memory: inputs are still read after outputs have been written.
    Never,
    /// The output may overwrite an input of the same shape that no other layer needs any more.
    Overwrite,
    /// The output is the input, byte for byte, in the same memory.
    View,
}
