//! Pictures of networks: as SVG, and as text that GitHub draws.
//!
//! ```text
//! Diagram ──structure──▶ forks and chains ──fold──▶ units, frames, cards ──place──▶ marks ──▶ SVG
//!                                                             └──────────────────────────▶ Mermaid
//! ```
//!
//! Pictures stay small however deep the network is: layers in a row become one box, equal blocks become one with a
//! count, and a block like an earlier one is only named.

mod detail;
mod diagram;
mod fold;
mod item;
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
#[doc(hidden)]
pub use svg::{anchor, box_id, port_id, row_id};

use crate::network::names::join;
use crate::network::{Graph, Source};
use crate::writing::label;

/// The mark after the label of a layer that uses the weights of another one.
#[doc(hidden)]
pub const AGAIN: &str = " ↻";

impl Diagram {
    /// The picture as one line of SVG, at most about 40 kB: without scripts, fonts, ids or line breaks, so it can be
    /// embedded in Markdown, on light and dark pages.
    ///
    /// The width of a box shows the resolution of its output, and its depth the channels, on logarithmic scales. Bars
    /// compare parameters and MACs.
    pub fn svg(&self) -> String {
        let items = detail::folded(self, &structure::pieces(self));
        match &place::pictures(self, &items, false)[..] {
            [picture, ..] => svg::write(self, picture),
            [] => String::new(),
        }
    }

    /// The network as papers draw it, as one line of SVG: a row of volumes whose height shows the resolution and whose
    /// thickness shows the channels. Equal neighbours are drawn as one volume with slices. If long skip connections
    /// return to an earlier resolution, each resolution has its own row.
    ///
    /// Of several branches, the longest is drawn.
    pub fn volumes(&self) -> String {
        volumes::wide(self)
    }

    /// A small version of [`Diagram::volumes`] without text, at most 150 pixels wide.
    pub fn thumbnail(&self) -> String {
        volumes::small(self)
    }

    /// Both pictures as a line of HTML, for a page with a table: boxes link to its rows.
    #[doc(hidden)]
    pub fn page(&self) -> String {
        let pieces = structure::pieces(self);
        let items = detail::folded(self, &pieces);
        let columns = svg::page(self, &place::pictures(self, &items, true));
        // In Markdown, a line that begins with this is HTML as a whole.
        ["<div>", &volumes::page(self, &pieces), &columns, "</div>"].concat()
    }

    /// The picture in the language of Mermaid, which GitHub and editors draw in a code block with the language
    /// `mermaid`.
    pub fn mermaid(&self) -> String {
        mermaid::write(self, &detail::folded(self, &structure::pieces(self)))
    }
}

impl Graph {
    /// The network as a diagram, with the layers of embedded networks.
    pub fn diagram(&self) -> Diagram {
        let inputs: Vec<(&str, Sizes)> =
            self.inputs.iter().map(|input| (input.name, input.shape.into())).collect();
        let mut diagram = Diagram::new(self.name, &inputs);
        // Several inputs are nodes, so their values come after the first one, which is none of them.
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

    /// The network as a picture: one line of SVG, for a file or a page.
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

    /// A small version of [`Graph::volumes`], to be shown beside a name. See [`Diagram::thumbnail`].
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
