//! A network as it is to be drawn.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::layers::Kind;
use crate::shape::Shape;

/// A network as it is to be drawn: what a [`Graph`](crate::Graph) says, or a producer that does not
/// know all of it.
///
/// ```
/// use cnn_core::render::{Amount, Diagram, DiagramNode, Sizes};
/// use cnn_core::{Kind, Shape};
///
/// let node = |name: &str, kind, label: &str, input, sizes: &[usize], params| DiagramNode {
///     name: name.into(),
///     kind,
///     label: label.into(),
///     inputs: vec![input],
///     output: Shape::new(sizes).into(),
///     params: Amount::Known(params),
///     macs: Amount::Known(0),
/// };
/// let mut head = node("fc", Kind::Fc, "fc", 1, &[10], 0);
/// head.output = Sizes { text: vec!["CLASSES".into()], shape: Shape::LOST };
/// head.params = Amount::Formula("513·CLASSES".into());
/// let diagram = Diagram {
///     name: "Net".into(),
///     input: Shape::new(&[3, 32, 32]).into(),
///     nodes: vec![node("conv", Kind::Conv, "conv 3×3", 0, &[8, 8, 8], 224), head],
/// };
/// assert!(diagram.svg().contains("CLASSES"));
/// ```
#[derive(Clone, Debug)]
pub struct Diagram {
    /// The name of the network; may be empty.
    pub name: String,
    /// The shape of its input.
    pub input: Sizes,
    /// The layers, in the order they run.
    pub nodes: Vec<DiagramNode>,
}

/// A layer of a [`Diagram`].
#[derive(Clone, Debug)]
pub struct DiagramNode {
    /// Its name; dots separate the scopes it is in.
    pub name: String,
    /// Its keyword, which decides its colour.
    pub kind: Kind,
    /// What it does in a few words: `conv 7×7 /2`.
    pub label: String,
    /// The values it takes: 0 is the network's input, `i + 1` the output of node `i`, which comes
    /// before this one.
    pub inputs: Vec<usize>,
    /// The shape that leaves.
    pub output: Sizes,
    /// The parameters.
    pub params: Amount,
    /// The multiply-accumulates.
    pub macs: Amount,
}

/// A shape, the sizes of which may be known as text only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sizes {
    /// Each size as it is shown.
    pub text: Vec<String>,
    /// The sizes, as far as they are known: a box is as wide as they suggest.
    pub shape: Shape,
}

/// A number, or what it is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A number.
    Known(u64),
    /// A formula; empty if nothing is known.
    Formula(String),
}

impl From<Shape> for Sizes {
    fn from(shape: Shape) -> Sizes {
        Sizes { text: shape.dims().iter().map(ToString::to_string).collect(), shape }
    }
}
