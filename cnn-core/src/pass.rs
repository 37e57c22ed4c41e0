//! The pass over the layers of a network, which adds up what they cost.

use crate::arg::{Arg, Args};
use crate::arrivals::{Arrivals, Inputs};
use crate::error::{At, Problem, Quantity, ShapeError};
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
    /// The arguments.
    pub args: Args<'a>,
    /// The values it takes.
    pub inputs: Inputs<'a>,
    /// Whether its parameters count as not trainable.
    pub frozen: bool,
    /// The call as it was written.
    pub written: Written<'a>,
    /// The calls of blocks that it stands in, the innermost first; empty outside of blocks.
    pub within: &'a str,
}

impl<'a> Step<'a> {
    /// A layer that takes the value before it, of which nothing is left to check.
    ///
    /// Most layers are such. For rustc a call is several times as fast to read as all the fields.
    pub const fn plain(
        name: &'a str,
        kind: Kind,
        sizes: &'a [usize],
        others: &'a [(usize, Arg<'a>)],
        text: &'a str,
        line: u32,
    ) -> Step<'a> {
        let (args, written) = (Args { sizes, others }, Written { text, line, places: &[] });
        let inputs = Inputs::Previous;
        Step { name, kind, args, inputs, frozen: false, written, within: "" }
    }

    /// A layer that takes any values.
    pub const fn at(self, inputs: &'a [usize]) -> Step<'a> {
        Step { inputs: Inputs::Values(inputs), ..self }
    }

    /// A layer whose parameters count as not trainable.
    pub const fn frozen(self) -> Step<'a> {
        Step { frozen: true, ..self }
    }

    /// A layer that may still turn out to be wrong.
    pub const fn open(self, written: Written<'a>, within: &'a str) -> Step<'a> {
        Step { written, within, ..self }
    }
}

/// The pass over the layers, with the totals so far.
///
/// A total that exceeds 64 bits is an error of the layer at which it does.
#[derive(Clone, Copy, Debug)]
pub struct Pass {
    pub(crate) input: Shape,
    pub(crate) params: u128,
    pub(crate) trainable_params: u128,
    pub(crate) buffers: u128,
    pub(crate) macs: u128,
    pub(crate) ops: u128,
    pub(crate) activations: u128,
    /// The values of the input.
    pub(crate) given: u128,
}

const LIMIT: u128 = u64::MAX as u128;

impl Pass {
    /// Before the first layer, with the network's input.
    pub const fn new(input: Shape) -> Pass {
        let given = match input.elements() {
            Some(elements) => elements as u128,
            // An input too large to count has an error of its own.
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
            given,
        }
    }

    /// Resolves step `index` and adds it up. `outputs` are those of the steps before it.
    pub const fn step(&mut self, index: usize, step: &Step<'_>, outputs: &[Shape]) -> Resolved {
        let arrivals = Arrivals::new(index, step.inputs, self.input, outputs);
        let mut layer = resolve(step.kind, &step.args, &arrivals);
        if step.frozen {
            layer.trainable_params = 0;
        }
        self.params += layer.params as u128;
        self.trainable_params += layer.trainable_params as u128;
        self.buffers += layer.buffers as u128;
        self.macs += layer.macs as u128;
        self.ops += layer.ops as u128;
        self.activations += layer.activations as u128;
        let what = if self.params > LIMIT || self.buffers > LIMIT {
            Quantity::Parameters
        } else if self.macs > LIMIT {
            Quantity::Macs
        } else if self.ops > LIMIT {
            Quantity::Ops
        } else if self.given + self.activations > LIMIT {
            Quantity::OutputValues
        } else {
            return layer;
        };
        let problem = Problem::Overflow { what };
        layer.errors.push(ShapeError { problem, at: At::Layer, fix: None });
        layer
    }
}
