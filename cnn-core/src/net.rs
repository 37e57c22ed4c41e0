//! From the declaration's data to graph and summary: one pass over the layers.

use crate::arg::Arg;
use crate::error::{At, Problem, Quantity, ShapeError, ShapeErrors};
use crate::graph::{Edge, Graph, Node, Source};
use crate::header::input_error;
use crate::message::{Trace, Written};
use crate::op::{Op, Resolved, resolve};
use crate::summary::{Row, Summary};
use crate::text::Text;
use crate::{Kind, Shape};

/// One layer as it was declared: what [`cnn!`] emits for it.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The name of the node.
    pub name: &'a str,
    /// The keyword.
    pub kind: Kind,
    /// The arguments, in the order of the parameters. Those left out at the end may be missing.
    pub args: &'a [Arg<'a>],
    /// The values it takes; none if it follows something unreadable.
    pub inputs: &'a [Edge],
    /// Whether its parameters count as not trainable.
    pub frozen: bool,
    /// The call as it was written, for messages.
    pub written: Written<'a>,
}

/// The pass over the layers, with the totals so far.
#[derive(Clone, Copy, Debug)]
pub struct Pass {
    input: Shape,
    params: u64,
    trainable_params: u64,
    buffers: u64,
    macs: u64,
    ops: u64,
    activations: u64,
    alive: u64,
    peak: u64,
}

impl Pass {
    /// Before the first layer, with the network's input.
    pub const fn new(input: Shape) -> Pass {
        // An input too large to count has an error of its own.
        let alive = match input.elements() {
            Some(elements) => elements,
            None => 0,
        };
        Pass {
            input,
            params: 0,
            trainable_params: 0,
            buffers: 0,
            macs: 0,
            ops: 0,
            activations: 0,
            alive,
            peak: alive,
        }
    }

    /// Resolves the next layer and adds it up. `outputs` are those of the layers before it.
    pub const fn step(&mut self, step: &Step<'_>, outputs: &[Shape]) -> Resolved {
        let arriving = self.arriving(step, outputs);
        let mut resolved = resolve(step.kind, step.args, arriving);
        if let Some(what) = self.add(step, &resolved) {
            let problem = Problem::Overflow { what };
            resolved.errors.push(ShapeError { problem, at: At::Layer, fix: None });
        }
        self.drop_unneeded(step, outputs);
        resolved
    }

    /// Adds a layer to the totals; says what became too large, if something did.
    const fn add(&mut self, step: &Step<'_>, layer: &Resolved) -> Option<Quantity> {
        let trainable = if step.frozen { 0 } else { layer.params };
        let totals = [
            (&mut self.params, layer.params, Quantity::Parameters),
            (&mut self.trainable_params, trainable, Quantity::Parameters),
            (&mut self.buffers, layer.buffers, Quantity::Parameters),
            (&mut self.macs, layer.macs, Quantity::Macs),
            (&mut self.ops, layer.ops, Quantity::Ops),
            (&mut self.activations, layer.activations, Quantity::OutputValues),
            (&mut self.alive, layer.activations, Quantity::OutputValues),
        ];
        let mut i = 0;
        while i < totals.len() {
            match totals[i].0.checked_add(totals[i].1) {
                Some(total) => *totals[i].0 = total,
                None => return Some(totals[i].2),
            }
            i += 1;
        }
        if self.alive > self.peak {
            self.peak = self.alive;
        }
        None
    }

    /// Values that a layer was the last one to need are alive no more.
    const fn drop_unneeded(&mut self, step: &Step<'_>, outputs: &[Shape]) {
        let mut i = 0;
        while i < step.inputs.len() {
            let edge = step.inputs[i];
            if edge.last_use
                && let Some(values) = self.shape(edge.from, outputs).elements()
            {
                self.alive = self.alive.saturating_sub(values);
            }
            i += 1;
        }
    }

    /// What arrives at a layer: nothing that is known, if it follows something unreadable.
    pub const fn arriving(&self, step: &Step<'_>, outputs: &[Shape]) -> Shape {
        match step.inputs.first() {
            Some(edge) => self.shape(edge.from, outputs),
            None => Shape::LOST,
        }
    }

    const fn shape(&self, from: Source, outputs: &[Shape]) -> Shape {
        match from {
            Source::Input => self.input,
            Source::Node(index) => outputs[index],
        }
    }
}

/// A network of `N` layers, resolved. It always has an answer: errors are kept beside the layers
/// they concern, so that each can be reported at its own place in the source.
pub struct Net<const N: usize> {
    name: &'static str,
    declared: Option<Shape>,
    output: Shape,
    pass: Pass,
    steps: &'static [Step<'static>; N],
    nodes: [Node; N],
    rows: [Row; N],
    outputs: [Shape; N],
    errors: [ShapeErrors; N],
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

    const fn trace(&self) -> Trace<'_> {
        Trace { input: self.pass.input, steps: self.steps, outputs: &self.outputs }
    }
}

/// The checks of const evaluation. Each ends it, with a message, if something is wrong with one
/// value of the declaration: called with the tokens of that value, it makes rustc underline them.
impl<const N: usize> Net<N> {
    /// Checks a layer: the value at the `place`-th of its [`Written::places`], or what concerns
    /// none of them.
    #[track_caller]
    pub const fn check(&self, layer: usize, place: Option<usize>) {
        let errors = self.errors[layer].list();
        let mut i = 0;
        while i < errors.len() {
            if let Some(error) = &errors[i]
                && same(self.steps[layer].written.find(error.at), place)
            {
                fail(&self.trace().message(layer, error));
            }
            i += 1;
        }
    }

    /// Checks a size of the input, or the input as a whole.
    #[track_caller]
    pub const fn check_input(&self, axis: Option<usize>) {
        if let Some(error) = input_error(&self.pass.input)
            && same(error.axis, axis)
        {
            fail(&error.message);
        }
    }

    /// Checks a size of the declared output, or that output as a whole.
    #[track_caller]
    pub const fn check_output(&self, axis: Option<usize>) {
        if let Some(declared) = &self.declared
            && let Some(error) = self.trace().output_error(declared)
            && same(error.axis, axis)
        {
            fail(&error.message);
        }
    }

    /// Checks all layers but the `others`, which are in order and have checks of their own. The
    /// macro has found nothing wrong with them, but it computed with the sizes of the machine that
    /// compiles, not of the one that is compiled for.
    #[track_caller]
    pub const fn verify(&self, others: &[usize]) {
        let (mut layer, mut other) = (0, 0);
        while layer < N {
            if other < others.len() && others[other] == layer {
                other += 1;
            } else if let Some(error) = &self.errors[layer].list()[0] {
                fail(&self.trace().message(layer, error));
            }
            layer += 1;
        }
    }
}

/// `==` for `const` contexts.
const fn same(a: Option<usize>, b: Option<usize>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        (None, None) => true,
        _ => false,
    }
}

#[track_caller]
const fn fail(message: &Text) {
    panic!("{}", message.as_str());
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
