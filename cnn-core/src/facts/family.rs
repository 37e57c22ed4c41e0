//! Families of layers, by which pictures are coloured.

/// A family of layers, which have the same colour in a picture and the same place in its boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// Convolutions.
    Conv,
    /// Fully connected layers.
    Linear,
    /// Layers that change the resolution without weights.
    Pool,
    /// Normalization.
    Norm,
    /// Other layers that change values in their place: dropout, learnable scales.
    Scale,
    /// Activations, of each value by itself.
    Activation,
    /// Softmax and its logarithm.
    Softmax,
    /// Sums, products and concatenations.
    Join,
    /// Layers that move values.
    Arrange,
    /// Layers that pass values on as they are.
    Pass,
    /// Networks, and scopes of which only the name is drawn.
    Scope,
}
