//! A network as it was declared, resolved.

use core::slice;

use super::peak::Peak;
use super::{Edge, Graph, Node, Pass, Row, Step, Summary};
use crate::error::ShapeErrors;
use crate::shape::Shape;

/// A network of `N` layers, resolved. It always has an answer: errors are kept beside the layers
/// they concern, so that each can be reported at its own place in the source.
pub struct Net<const N: usize> {
    name: &'static str,
    pub(crate) declared: Option<Shape>,
    output: Shape,
    pub(crate) pass: Pass,
    peak: Peak,
    pub(crate) steps: &'static [Step<'static>; N],
    nodes: [Node; N],
    rows: [Row; N],
    pub(crate) outputs: [Shape; N],
    pub(crate) errors: [ShapeErrors; N],
    pub(crate) generic: bool,
}

impl<const N: usize> Net<N> {
    /// Resolves all layers, in their order. `edges` are [those of the steps](Edge::all), `declared`
    /// is the output that is expected. `generic` is whether the network has parameters: then what
    /// would be right for one instance would be wrong for others, and is not proposed.
    pub const fn new(
        name: &'static str,
        input: Shape,
        declared: Option<Shape>,
        steps: &'static [Step<'static>; N],
        mut edges: &'static [Edge],
        generic: bool,
    ) -> Net<N> {
        let mut pass = Pass::new(input);
        // Arrays of their own, not yet parts of a `Net`: that is faster in const evaluation.
        let mut nodes = [Node::BLANK; N];
        let mut rows = [Row::BLANK; N];
        let mut outputs = [Shape::LOST; N];
        let mut errors = [ShapeErrors::NONE; N];
        let mut output = input;
        let mut peak = Peak::new(pass.given);
        let mut i = 0;
        while i < N {
            let step = &steps[i];
            let layer = pass.step(i, step, &outputs);
            let inputs;
            (inputs, edges) = take(edges, step.inputs.count());
            nodes[i] = Node::new(step, &layer, inputs);
            rows[i] = Row::new(step, &layer, inputs);
            (outputs[i], output) = (layer.output, layer.output);
            errors[i] = layer.errors;
            peak.step(&layer, inputs, &outputs);
            i += 1;
        }
        Net { name, declared, output, pass, peak, steps, nodes, rows, outputs, errors, generic }
    }

    /// The network as data.
    pub const fn graph(&'static self) -> Graph {
        Graph { name: self.name, input: self.pass.input, output: self.output, nodes: &self.nodes }
    }

    /// The totals of the network, and its layers.
    pub const fn summary(&'static self) -> Summary {
        let summary = Summary {
            name: self.name,
            input: self.pass.input,
            output: self.output,
            peak_activations: self.peak.most as u64,
            peak_at: self.peak.at,
            peak_with_input: self.peak.most_with_input as u64,
            rows: &self.rows,
            nodes: &self.nodes,
            ..Summary::BLANK
        };
        summary.with_cost(self.pass.total)
    }
}

/// The first edges, and the others.
const fn take(edges: &'static [Edge], count: usize) -> (&'static [Edge], &'static [Edge]) {
    match (count, edges) {
        // As `split_at` does, but faster in const evaluation.
        (1, [first, others @ ..]) => (slice::from_ref(first), others),
        _ => edges.split_at(count),
    }
}
