//! The network as data: nodes in the order they run.

use super::Step;
#[cfg(feature = "alloc")]
use crate::facts::Ends;
use crate::layers::{Identity, Kind, Op};
use crate::resolve::Resolved;
#[cfg(feature = "alloc")]
use crate::resolve::counts;
use crate::shape::Shape;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Source {
    /// The network's input.
    Input,
    /// The output of the node with this index.
    Node(usize),
}

/// A value that a node takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Edge {
    /// Where the value comes from.
    pub from: Source,
    /// Whether no later node needs it: then it can be dropped, or overwritten.
    pub last_use: bool,
}

/// A layer in its place in a network.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Node {
    /// Its unique name, the one its weights have in PyTorch's `state_dict`: `layer1.0.conv2`.
    pub name: &'static str,
    /// Its keyword.
    pub kind: Kind,
    /// What it does.
    pub op: Op,
    /// The values it takes. Their nodes come before it.
    pub inputs: &'static [Edge],
    /// The shape of its first input, for one sample.
    pub input: Shape,
    /// The shape of its output, for one sample.
    pub output: Shape,
    /// Whether its parameters count as not trainable.
    pub frozen: bool,
}

/// A network, as engines and exporters read it: plain data.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Graph {
    /// The name of the network; empty for one that was declared inline.
    pub name: &'static str,
    /// The shape of its input, for one sample.
    pub input: Shape,
    /// The shape of its output: that of the last node.
    pub output: Shape,
    /// The nodes, in an order in which they can run.
    pub nodes: &'static [Node],
}

impl Node {
    pub(crate) const BLANK: Node = Node {
        name: "",
        kind: Kind::Identity,
        op: Op::Identity(Identity),
        inputs: &[],
        input: Shape::LOST,
        output: Shape::LOST,
        frozen: false,
    };

    pub(super) const fn new(
        step: &Step<'static>,
        layer: &Resolved,
        inputs: &'static [Edge],
    ) -> Node {
        let Step { name, kind, frozen, .. } = *step;
        let Resolved { op, input, output, .. } = *layer;
        Node { name, kind, op, inputs, input, output, frozen }
    }

    /// The parameters and the multiply-accumulates; what cannot be counted has been an error.
    #[cfg(feature = "alloc")]
    pub(crate) fn params_and_macs(&self) -> (u64, u64) {
        let ends = Ends { input: &self.input, inputs: self.inputs.len(), output: &self.output };
        let [(params, _), _, (macs, _), ..] = counts(&self.op, &ends);
        (params.exact().unwrap_or(u64::MAX), macs.exact().unwrap_or(u64::MAX))
    }
}

impl Graph {
    /// A network of which nothing is known.
    pub(super) const BLANK: Graph =
        Graph { name: "", input: Shape::LOST, output: Shape::LOST, nodes: &[] };

    /// The shape of a value, for one sample.
    ///
    /// # Panics
    ///
    /// If there is no node with that index.
    pub const fn shape(&self, source: Source) -> Shape {
        match source {
            Source::Input => self.input,
            Source::Node(index) => self.nodes[index].output,
        }
    }

    /// The node with this name.
    ///
    /// ```
    /// # fn shape(graph: &cnn_core::Graph) -> Option<cnn_core::Shape> {
    /// Some(graph.node("layer1.0.conv1")?.output)
    /// # }
    /// ```
    pub fn node(&self, name: &str) -> Option<&'static Node> {
        self.nodes.iter().find(|node| node.name == name)
    }
}

impl Edge {
    /// All edges of a network, `E` of them, in the order of their nodes.
    pub const fn all<const N: usize, const E: usize>(steps: &[Step<'_>; N]) -> [Edge; E] {
        let mut edges = [Edge { from: Source::Input, last_use: false }; E];
        let (mut input_needed, mut needed) = (false, [false; N]);
        let (mut step, mut edge) = (N, E);
        // From the end: the first to need a value is the last to use it.
        while step > 0 {
            step -= 1;
            let inputs = &steps[step].inputs;
            let mut i = inputs.count();
            while i > 0 {
                i -= 1;
                edge -= 1;
                let value = inputs.get(step, i);
                if value == 0 {
                    edges[edge].last_use = !input_needed;
                    input_needed = true;
                } else {
                    edges[edge] =
                        Edge { from: Source::Node(value - 1), last_use: !needed[value - 1] };
                    needed[value - 1] = true;
                }
            }
        }
        edges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_use_of_a_value_is_marked() {
        let plain = Step::plain("", Kind::Identity, &[], &[], "", 0);
        let step = |values| plain.at(values);
        // A residual connection over two layers, then a value taken twice.
        let steps = [plain, plain, plain, step(&[3, 1]), step(&[4, 4])];
        let edges: [Edge; 7] = Edge::all(&steps);
        let edge = |from, last_use| Edge { from, last_use };
        let expected = [
            edge(Source::Input, true),
            edge(Source::Node(0), false),
            edge(Source::Node(1), true),
            edge(Source::Node(2), true),
            edge(Source::Node(0), true),
            edge(Source::Node(3), false),
            edge(Source::Node(3), true),
        ];
        assert_eq!(edges, expected);
    }
}
