//! Which layers do not need memory of their own for their output.

/// What a layer may do with the memory of its input, when a network runs but does not train.
///
/// [`Kind::reuse`](crate::Kind::reuse) says it of each layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reuse {
    /// Its output needs memory of its own: values are still read after others have been written.
    Never,
    /// Its output may be written over an input of the same shape that no other layer needs any more.
    Overwrite,
    /// Its output is the input, byte for byte, and stands where that stands.
    View,
}
