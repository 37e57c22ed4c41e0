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
mod diagram;
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
mod volumes;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

pub use diagram::{Amount, Diagram, DiagramNode, Sizes};
pub use label::label;
#[doc(hidden)]
pub use svg::{anchor, box_id, row_id};

use crate::network::names::join;
use crate::network::{Graph, Source};

/// What follows the label of a layer whose weights are those of another one.
#[doc(hidden)]
pub const AGAIN: &str = " ↻";

impl Diagram {
    /// The picture as one line of SVG, at most about 40 kB: without scripts, fonts, ids or line
    /// breaks, so that it may stand in Markdown, in light and dark pages.
    ///
    /// Boxes are as wide as the resolution, and as deep as the channels, that leave them, on a
    /// logarithmic scale. Bars compare parameters and MACs.
    pub fn svg(&self) -> String {
        let items = detail::folded(self, &structure::pieces(self));
        match &place::pictures(self, &items, false)[..] {
            [picture, ..] => svg::write(self, picture),
            [] => String::new(),
        }
    }

    /// The network as papers draw it, as one line of SVG: a row of volumes, as high as the resolution and as thick
    /// as the channels. Equal neighbours are one with slices, and where long skips return to an earlier
    /// resolution, each resolution has a row.
    ///
    /// Of a network that branches, the longest way is drawn.
    pub fn volumes(&self) -> String {
        volumes::wide(self)
    }

    /// [`Diagram::volumes`] in little, without texts: 150 pixels wide at most.
    pub fn thumbnail(&self) -> String {
        volumes::small(self)
    }

    /// Both pictures as a line of HTML for a page with a table: boxes lead to its rows.
    #[doc(hidden)]
    pub fn page(&self) -> String {
        let pieces = structure::pieces(self);
        let items = detail::folded(self, &pieces);
        let columns = svg::page(self, &place::pictures(self, &items, true));
        // In Markdown, a line that begins with this is HTML as a whole.
        ["<div>", &volumes::page(self, &pieces), &columns, "</div>"].concat()
    }

    /// The picture as a text diagram that GitHub and editors draw: put it in a code block with the
    /// language `mermaid`.
    pub fn mermaid(&self) -> String {
        mermaid::write(self, &detail::folded(self, &structure::pieces(self)))
    }
}

impl Graph {
    /// The network as it is to be drawn. Networks inside of it are opened.
    pub fn diagram(&self) -> Diagram {
        let inputs: Vec<(&str, Sizes)> =
            self.inputs.iter().map(|input| (input.name, input.shape.into())).collect();
        let mut diagram = Diagram::new(self.name, &inputs);
        // Of several inputs each is a node, and so a value after the first one, which is none of them.
        let first = usize::from(inputs.len() != 1);
        let entries: Vec<usize> = (first..first + inputs.len()).collect();
        let values = open(self, "", &entries, false, &mut diagram.nodes);
        let outputs: Vec<(&str, usize)> = self
            .outputs
            .iter()
            .map(|output| (output.name, value(output.from, &entries, &values)))
            .collect();
        diagram.leave(&outputs);
        diagram
    }

    /// The network as a picture: one line of SVG, which may be put in a file or in a page.
    ///
    /// ```
    /// # fn draw(graph: &cnn_core::Graph) {
    /// let page = format!("<p>{}</p>", graph.svg());
    /// # }
    /// ```
    pub fn svg(&self) -> String {
        self.diagram().svg()
    }

    /// The network as papers draw it: a row of volumes, as one line of SVG. See [`Diagram::volumes`].
    ///
    /// ```
    /// # fn draw(graph: &cnn_core::Graph) -> std::io::Result<()> {
    /// std::fs::write("volumes.svg", graph.volumes())
    /// # }
    /// ```
    pub fn volumes(&self) -> String {
        self.diagram().volumes()
    }

    /// [`Graph::volumes`] in little, to stand beside a name. See [`Diagram::thumbnail`].
    pub fn thumbnail(&self) -> String {
        self.diagram().thumbnail()
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

/// Adds the nodes of a graph that takes these values; gives the values that each of its nodes makes, as they
/// are numbered in the diagram. `shared` is whether all weights are those of another use of the network.
fn open(
    graph: &Graph,
    prefix: &str,
    entries: &[usize],
    shared: bool,
    nodes: &mut Vec<DiagramNode>,
) -> Vec<Vec<usize>> {
    let mut values: Vec<Vec<usize>> = Vec::with_capacity(graph.nodes.len());
    for node in graph.nodes {
        let name = join(prefix, node.name);
        let shared = shared || node.weights_of.is_some();
        let inputs: Vec<usize> =
            node.inputs.iter().map(|edge| value(edge.from, entries, &values)).collect();
        if let (Some(nested), [_]) = (node.op.nested(), &inputs[..]) {
            let inside = open(&nested.graph, &name, &inputs, shared, nodes);
            let outputs = nested.graph.outputs.iter();
            let mut made: Vec<usize> =
                outputs.map(|output| value(output.from, &inputs, &inside)).collect();
            if made.is_empty() {
                made = inputs;
            }
            values.push(made);
            continue;
        }
        let (params, macs) = node.params_and_macs();
        let mut label = label(node.kind, &node.op, &node.input);
        let params = if shared && params > 0 {
            label.push_str(AGAIN);
            0
        } else {
            params
        };
        nodes.push(DiagramNode {
            name,
            kind: Some(node.kind),
            label,
            call: String::new(),
            inputs,
            output: node.output.into(),
            params: Amount::Known(params),
            macs: Amount::Known(macs),
        });
        values.push(vec![nodes.len()]);
    }
    values
}

/// A value as it is numbered in the diagram, given the inputs of its network and what the nodes make.
fn value(from: Source, inputs: &[usize], made: &[Vec<usize>]) -> usize {
    match from {
        Source::Input(index) => inputs[index],
        Source::Node(index) => made[index][0],
        // A network that is drawn as one box, since nothing arrives at it, makes one value.
        Source::Tap { node, output } => made[node][output.min(made[node].len() - 1)],
    }
}
