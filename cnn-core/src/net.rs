//! From the declaration's data to graph and summary.

use crate::error::ShapeErrors;
use crate::graph::{Graph, Node};
use crate::message::Trace;
use crate::op::{Op, Resolved};
use crate::pass::{Pass, Step};
use crate::summary::{Row, Summary};
use crate::{Kind, Shape};

/// A network of `N` layers, resolved. It always has an answer: errors are kept beside the layers
/// they concern, so that each can be reported at its own place in the source.
pub struct Net<const N: usize> {
    name: &'static str,
    pub(crate) declared: Option<Shape>,
    output: Shape,
    pub(crate) pass: Pass,
    pub(crate) steps: &'static [Step<'static>; N],
    nodes: [Node; N],
    rows: [Row; N],
    outputs: [Shape; N],
    pub(crate) errors: [ShapeErrors; N],
}

impl<const N: usize> Net<N> {
    /// Resolves all layers, in their order. `declared` is the output that is expected.
    pub const fn new(
        name: &'static str,
        input: Shape,
        declared: Option<Shape>,
        steps: &'static [Step<'static>; N],
    ) -> Net<N> {
        let mut net = Net {
            name,
            declared,
            output: input,
            pass: Pass::new(input),
            steps,
            nodes: [Node::BLANK; N],
            rows: [Row::BLANK; N],
            outputs: [Shape::LOST; N],
            errors: [ShapeErrors::NONE; N],
        };
        let mut i = 0;
        while i < N {
            let step = &steps[i];
            let layer = net.pass.step(step, &net.outputs);
            let arriving = net.pass.arriving(step, &net.outputs);
            net.nodes[i] = Node::new(step, &layer);
            net.rows[i] = Row::new(step, &layer, arriving);
            net.outputs[i] = layer.output;
            net.errors[i] = layer.errors;
            net.output = layer.output;
            i += 1;
        }
        net
    }

    /// The network as data.
    pub const fn graph(&'static self) -> Graph {
        Graph { name: self.name, input: self.pass.input, output: self.output, nodes: &self.nodes }
    }

    /// What the network amounts to.
    pub const fn summary(&'static self) -> Summary {
        Summary {
            name: self.name,
            input: self.pass.input,
            output: self.output,
            params: self.pass.params,
            trainable_params: self.pass.trainable_params,
            buffers: self.pass.buffers,
            macs: self.pass.macs,
            ops: self.pass.ops,
            activations: self.pass.activations,
            peak_activations: self.pass.peak,
            rows: &self.rows,
        }
    }

    pub(crate) const fn trace(&self) -> Trace<'_> {
        Trace { input: self.pass.input, steps: self.steps, outputs: &self.outputs }
    }
}

impl Node {
    const BLANK: Node = Node {
        name: "",
        kind: Kind::Identity,
        op: Op::Identity,
        inputs: &[],
        output: Shape::LOST,
        frozen: false,
    };

    const fn new(step: &Step<'static>, layer: &Resolved) -> Node {
        Node {
            name: step.name,
            kind: step.kind,
            op: layer.op,
            inputs: step.inputs,
            output: layer.output,
            frozen: step.frozen,
        }
    }
}

impl Row {
    pub(crate) const BLANK: Row = Row {
        name: "",
        kind: Kind::Identity,
        class: "",
        input: Shape::LOST,
        output: Shape::LOST,
        params: 0,
        trainable_params: 0,
        buffers: 0,
        macs: 0,
        ops: 0,
    };

    const fn new(step: &Step<'static>, layer: &Resolved, input: Shape) -> Row {
        Row {
            name: step.name,
            kind: step.kind,
            class: layer.op.class(&input),
            input,
            output: layer.output,
            params: layer.params,
            trainable_params: if step.frozen { 0 } else { layer.params },
            buffers: layer.buffers,
            macs: layer.macs,
            ops: layer.ops,
        }
    }
}
