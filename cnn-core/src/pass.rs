//! The pass over the layers of a network, which adds up what they cost.

use crate::arg::Arg;
use crate::error::{At, Problem, Quantity, ShapeError};
use crate::graph::{Edge, Source};
use crate::message::Written;
use crate::op::{Resolved, resolve};
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
    pub(crate) input: Shape,
    pub(crate) params: u64,
    pub(crate) trainable_params: u64,
    pub(crate) buffers: u64,
    pub(crate) macs: u64,
    pub(crate) ops: u64,
    pub(crate) activations: u64,
    /// The values that are needed after the layer.
    alive: u64,
    pub(crate) peak: u64,
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
