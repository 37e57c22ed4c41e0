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

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

pub use diagram::{Amount, Diagram, DiagramNode, Sizes};
pub use label::label;

use crate::network::names::join;
use crate::network::{Graph, Source};

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
        if let (Some(nested), [input]) = (node.op.nested(), &inputs[..]) {
            values.push(open(&nested.graph, &name, *input, nodes));
            continue;
        }
        let (params, macs) = node.params_and_macs();
        nodes.push(DiagramNode {
            name,
            kind: node.kind,
            label: label(node.kind, &node.op, &node.input),
            inputs,
            output: node.output.into(),
            params: Amount::Known(params),
            macs: Amount::Known(macs),
        });
        values.push(nodes.len());
    }
    values.last().copied().unwrap_or(entry)
}
