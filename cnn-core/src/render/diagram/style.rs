//! The colours of a picture.

use crate::Kind;

/// What layers of one colour have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Convolutions.
    Conv,
    /// Fully connected layers.
    Linear,
    /// What changes the resolution without weights.
    Pool,
    /// Normalisations, and other layers that keep what they are given in its place.
    Norm,
    /// Activations.
    Activation,
    /// Sums, products and concatenations.
    Join,
    /// What moves values.
    Arrange,
    /// Networks, and scopes of which only the name is drawn.
    Scope,
}

impl Family {
    pub(super) const ALL: [Family; 8] = [
        Family::Conv,
        Family::Linear,
        Family::Pool,
        Family::Norm,
        Family::Activation,
        Family::Join,
        Family::Arrange,
        Family::Scope,
    ];

    pub(super) fn of(kind: Kind) -> Family {
        use Kind::*;
        match kind {
            Conv | ConvTranspose => Family::Conv,
            Fc | Linear => Family::Linear,
            MaxPool | AvgPool | AdaptiveAvgPool | AdaptiveMaxPool | Upsample => Family::Pool,
            BatchNorm | InstanceNorm | GroupNorm | LayerNorm | Lrn | LayerScale | Dropout
            | StochasticDepth => Family::Norm,
            Relu | Relu6 | Elu | LeakyRelu | Selu | Gelu | Silu | Mish | Sigmoid | Tanh
            | Hardswish | Hardsigmoid | Softplus | Softmax | LogSoftmax | PRelu => {
                Family::Activation
            }
            Add | Mul | Concat => Family::Join,
            Network => Family::Scope,
            _ => Family::Arrange,
        }
    }

    /// The class of its boxes.
    pub(super) fn class(self) -> &'static str {
        match self {
            Family::Conv => "a",
            Family::Linear => "b",
            Family::Pool => "c",
            Family::Norm => "d",
            Family::Activation => "e",
            Family::Join => "f",
            Family::Arrange => "g",
            Family::Scope => "h",
        }
    }

    /// A colour that can be told from the others on white, grey and black.
    pub(super) fn colour(self) -> &'static str {
        match self {
            Family::Conv => "#3f83d6",
            Family::Linear => "#8c6bd8",
            Family::Pool => "#2f9e7a",
            Family::Norm => "#b08a2e",
            Family::Activation => "#d9703c",
            Family::Join => "#c4528c",
            Family::Arrange | Family::Scope => "#7d8a97",
        }
    }
}
