//! Which layers need no memory of their own for what they make.

use crate::Op;

/// What a layer may do with the memory of what arrives at it, when a network runs but does not learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reuse {
    /// Its output needs memory of its own: values are still read after others have been written.
    Never,
    /// Its output may be written over an input of the same shape that nobody else needs any more.
    Overwrite,
    /// Its output is what arrives, byte for byte, and stands where that stands.
    View,
}

impl Op {
    /// What the layer may do with the memory of what arrives.
    ///
    /// * [`Reuse::View`]: `identity` and `flatten` move nothing; `dropout` and `stochastic_depth` do
    ///   nothing when a network does not learn.
    /// * [`Reuse::Overwrite`]: activations, `prelu`, `layer_scale` and `batchnorm` compute each value
    ///   from the one at its place. `softmax` and the other norms read all values they need first, for
    ///   a maximum, a sum or statistics, and then do the same. `add` and `mul` compute each value from
    ///   those at its place, so the output may replace any input of its shape.
    /// * [`Reuse::Never`]: everything else. `lrn` is among it, since a channel needs the values of its
    ///   neighbours as they were.
    ///
    /// ```
    /// use cnn_core::{Op, Reuse};
    ///
    /// assert_eq!(Op::Identity.reuse(), Reuse::View);
    /// ```
    pub const fn reuse(&self) -> Reuse {
        use crate::layers::Join;
        match self {
            Op::Identity | Op::Dropout(_) | Op::Flatten(_) => Reuse::View,
            Op::Activation(_)
            | Op::PRelu(_)
            | Op::LayerScale(_)
            | Op::BatchNorm(_)
            | Op::InstanceNorm(_)
            | Op::GroupNorm(_)
            | Op::LayerNorm(_)
            | Op::Softmax(_)
            | Op::Join(Join::Add | Join::Mul) => Reuse::Overwrite,
            _ => Reuse::Never,
        }
    }
}
