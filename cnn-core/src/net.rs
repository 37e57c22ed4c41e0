//! From the declaration's data to graph and summary.

use core::slice;

use crate::arrivals::Arrivals;
use crate::error::ShapeErrors;
use crate::graph::{Edge, Graph, Node};
use crate::message::Trace;
use crate::op::{Op, Resolved};
use crate::pass::{Pass, Step};
use crate::peak::Peak;
use crate::summary::{Row, Summary};
use crate::{Kind, Shape};

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
    outputs: [Shape; N],
    pub(crate) errors: [ShapeErrors; N],
    generic: bool,
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
            let arriving = Arrivals::new(i, step.inputs, input, &outputs).first();
            let inputs;
            (inputs, edges) = take(edges, step.inputs.count());
            nodes[i] = Node::new(step, &layer, arriving, inputs);
            rows[i] = Row::new(step, &layer, arriving, inputs);
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

    /// What the network amounts to. Totals that exceed 64 bits have been reported as errors.
    pub const fn summary(&'static self) -> Summary {
        Summary {
            name: self.name,
            input: self.pass.input,
            output: self.output,
            params: self.pass.params as u64,
            trainable_params: self.pass.trainable_params as u64,
            buffers: self.pass.buffers as u64,
            macs: self.pass.macs as u64,
            ops: self.pass.ops as u64,
            activations: self.pass.activations as u64,
            peak_activations: self.peak.most as u64,
            peak_at: self.peak.at,
            peak_with_input: self.peak.most_with_input as u64,
            rows: &self.rows,
            nodes: &self.nodes,
        }
    }

    pub(crate) const fn trace(&self) -> Trace<'_> {
        let proposes = !self.generic;
        Trace { input: self.pass.input, steps: self.steps, outputs: &self.outputs, proposes }
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

impl Node {
    pub(crate) const BLANK: Node = Node {
        name: "",
        kind: Kind::Identity,
        op: Op::Identity,
        inputs: &[],
        input: Shape::LOST,
        output: Shape::LOST,
        frozen: false,
    };

    const fn new(
        step: &Step<'static>,
        layer: &Resolved,
        input: Shape,
        inputs: &'static [Edge],
    ) -> Node {
        let Step { name, kind, frozen, .. } = *step;
        Node { name, kind, op: layer.op, inputs, input, output: layer.output, frozen }
    }
}

impl Row {
    pub(crate) const BLANK: Row = Row {
        name: "",
        kind: Kind::Identity,
        class: "",
        inputs: &[],
        input: Shape::LOST,
        output: Shape::LOST,
        params: 0,
        trainable_params: 0,
        buffers: 0,
        macs: 0,
        ops: 0,
        activations: 0,
        nested: None,
    };

    const fn new(
        step: &Step<'static>,
        layer: &Resolved,
        input: Shape,
        inputs: &'static [Edge],
    ) -> Row {
        Row {
            name: step.name,
            kind: step.kind,
            class: layer.op.class(&input),
            inputs,
            input,
            output: layer.output,
            params: layer.params,
            trainable_params: layer.trainable_params,
            buffers: layer.buffers,
            macs: layer.macs,
            ops: layer.ops,
            activations: layer.activations,
            nested: match layer.op {
                Op::Network(nested) => Some(&nested.summary),
                _ => None,
            },
        }
    }
}
