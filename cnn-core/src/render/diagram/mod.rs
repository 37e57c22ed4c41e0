//! Pictures of networks: as SVG, and as text that GitHub draws.
//!
//! ```text
//! Diagram ──structure──▶ forks and chains ──fold──▶ units, frames, cards ──place──▶ marks ──▶ SVG
//!                                                             └──────────────────────────▶ Mermaid
//! ```
//!
//! What is drawn stays small however deep the network is: layers in a row become one box, blocks that
//! are alike become one with a count, and what is known already is only named.

mod detail;
mod fold;
mod item;
mod label;
mod mermaid;
mod place;
mod repeat;
mod structure;
mod style;
mod svg;
mod text;

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use label::label;

use super::names::join;
use crate::graph::Source;
use crate::{Count, Graph, Kind, Node, Op, Shape};

/// A network as it is to be drawn: what a [`Graph`] says, or a producer that does not know all of it.
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
    /// What it does in a few words, such as [`label`] gives.
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

impl Diagram {
    /// The picture as one line of SVG, at most about 40 kB: without scripts, fonts, ids or line
    /// breaks, so that it may stand in Markdown, in light and dark pages.
    ///
    /// Boxes are as wide as the resolution, and as deep as the channels, that leave them, on a
    /// logarithmic scale. Bars compare parameters and MACs.
    pub fn svg(&self) -> String {
        let items = detail::folded(self);
        svg::write(self, &place::picture(self, &items))
    }

    /// The picture as a text diagram that GitHub and editors draw: put it in a code block with the
    /// language `mermaid`.
    pub fn mermaid(&self) -> String {
        mermaid::write(self, &detail::folded(self))
    }
}

impl Graph {
    /// The network as it is to be drawn. Networks inside of it are opened.
    pub fn diagram(&self) -> Diagram {
        let mut nodes = Vec::new();
        open(self, "", 0, &mut nodes);
        Diagram { name: self.name.to_owned(), input: self.input.into(), nodes }
    }

    /// The network as a picture: one line of SVG, which may be put in a file or in a page.
    ///
    /// ```
    /// # fn draw(graph: &cnn_core::Graph) {
    /// let page = format!("<div style=\"overflow-x:auto\">{}</div>", graph.svg());
    /// # }
    /// ```
    pub fn svg(&self) -> String {
        self.diagram().svg()
    }

    /// The network as a diagram in the language of Mermaid, which GitHub draws.
    ///
    /// ```
    /// # fn draw(graph: &cnn_core::Graph) {
    /// println!("```mermaid\n{}```", graph.mermaid());
    /// # }
    /// ```
    pub fn mermaid(&self) -> String {
        self.diagram().mermaid()
    }
}

/// Adds the nodes of a graph that takes the value `entry`; gives the value that leaves it.
fn open(graph: &Graph, prefix: &str, entry: usize, nodes: &mut Vec<DiagramNode>) -> usize {
    // The value that each node of this graph gives, as they are numbered in the diagram.
    let mut values = Vec::with_capacity(graph.nodes.len());
    for node in graph.nodes {
        let name = join(prefix, node.name);
        let inputs: Vec<usize> = node
            .inputs
            .iter()
            .map(|edge| match edge.from {
                Source::Input => entry,
                Source::Node(index) => values[index],
            })
            .collect();
        if let (Op::Network(nested), [input]) = (node.op, &inputs[..]) {
            values.push(open(&nested.graph, &name, *input, nodes));
            continue;
        }
        nodes.push(DiagramNode {
            name,
            kind: node.kind,
            label: label(node.kind, &node.op, &node.input),
            inputs,
            output: node.output.into(),
            params: params(node),
            macs: known(node.op.macs(&node.input, &node.output)),
        });
        values.push(nodes.len());
    }
    values.last().copied().unwrap_or(entry)
}

fn params(node: &Node) -> Amount {
    let tensors = (0..).map_while(|index| node.op.tensor(index, &node.input));
    let learned = tensors.filter(|tensor| tensor.learned);
    known(learned.fold(Count::ZERO, |sum, tensor| sum.plus(Count::elements(&tensor.shape))))
}

/// A count; what does not fit has been an error.
fn known(count: Count) -> Amount {
    Amount::Known(count.exact().unwrap_or(u64::MAX))
}
