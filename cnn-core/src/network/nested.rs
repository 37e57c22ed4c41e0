//! An embedded network.

use super::peak::{Freed, Peak};
use super::{Graph, Network, Nodes, Part, Summary};
use crate::shape::Shape;

/// An embedded network, or a part of one.
#[derive(Clone, Copy, Debug)]
pub struct Nested {
    /// Its graph.
    pub graph: Graph,
    /// Its totals and its layers.
    pub summary: Summary,
    /// The same for another use of it with the same weights.
    pub(super) again: Summary,
}

impl Nested {
    /// A network of which nothing is known.
    pub(crate) const UNKNOWN: &Nested = &Nested::new(Graph::BLANK, Summary::BLANK);

    /// A network with this graph and this summary.
    pub const fn new(graph: Graph, summary: Summary) -> Nested {
        Nested { graph, summary, again: summary.again() }
    }

    /// The network `N`.
    pub const fn of<N: Network>() -> &'static Nested {
        const { &Nested::new(N::GRAPH, N::SUMMARY) }
    }

    /// A part of the network `whole`.
    pub const fn part(whole: &Graph, part: &'static Part) -> Nested {
        let graph = Nodes { part: Some(part), ..whole.nodes }.graph();
        let nodes = graph.nodes;
        let (mut inputs, mut index) = ([Shape::LOST; super::MOST_INPUTS], 0);
        while index < graph.inputs.len() {
            inputs[index] = graph.inputs.at(index).shape;
            index += 1;
        }
        let (given, mut peak) = (index, Peak::new(inputs.split_at(index).0));
        let figures = nodes.figures();
        index = 0;
        while index < part.layers {
            let freed = Freed::at(&nodes, part, index);
            let used = part.is_used(nodes.declaration, index);
            let nested = nodes.nested(index);
            let (output, tapped) = match nested {
                Some(nested) => (nodes.elements(given + index), nested.tapped()),
                None => (figures.activations(index) as u128, 0),
            };
            peak.step(nested, freed, output, used, tapped);
            index += 1;
        }
        let cost = nodes.cost_of_first(part.layers);
        let peaks = [peak.most as u64, peak.most_with_input as u64];
        Nested::new(graph, Summary::of(&graph, cost, peaks, peak.at))
    }

    /// The label of what is taken from inside, as one of its outputs.
    pub(super) const fn label(&self, output: usize) -> &'static str {
        match self.graph.nodes.part {
            Some(part) if output < part.points.len() => part.points[output].name,
            _ => "",
        }
    }

    /// The shape of one of its outputs, if it has so many.
    pub(crate) const fn output_shape(&self, output: usize) -> Shape {
        match self.graph.outputs.get(output) {
            Some(output) => output.shape,
            None => Shape::LOST,
        }
    }

    /// How many values are taken from inside.
    pub(super) const fn tapped(&self) -> u128 {
        let (mut tapped, mut output) = (0, 1);
        while output < self.graph.outputs.len() {
            tapped += super::elements(&self.output_shape(output));
            output += 1;
        }
        tapped
    }
}

impl PartialEq for Nested {
    /// Networks are the same if they are one in memory, and as far as they are used.
    fn eq(&self, other: &Nested) -> bool {
        let (nodes, others) = (self.graph.nodes, other.graph.nodes);
        core::ptr::eq(nodes.declaration, others.declaration) && nodes.part == others.part
    }
}
