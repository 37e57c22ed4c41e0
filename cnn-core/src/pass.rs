//! The pass over the layers of a network, which adds up what they cost.

use crate::arg::Args;
use crate::error::{At, Problem, Quantity, ShapeError};
use crate::message::Place;
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
    /// The call as it was written, such as `conv(3, 20, kernel_size = 5)`.
    pub text: &'a str,
    /// Where in the text the arguments are, if it may still turn out to be wrong.
    pub places: &'a [Place],
}

/// The values that a step takes. They are numbered: 0 is the network's input, `i + 1` the output of
/// step `i`.
#[derive(Clone, Copy, Debug)]
pub enum Inputs<'a> {
    /// The value before it, which for step `i` is `i`.
    Previous,
    /// These values. None, if it follows something unreadable.
    Values(&'a [usize]),
}

impl<'a> Step<'a> {
    /// A layer with nothing but sizes for arguments, which takes the value before it.
    ///
    /// Most layers are such. For rustc this is several times as fast to read as all the fields.
    pub const fn plain(name: &'a str, kind: Kind, sizes: &'a [usize], text: &'a str) -> Step<'a> {
        let args = Args { sizes, others: &[] };
        Step { name, kind, args, inputs: Inputs::Previous, frozen: false, text, places: &[] }
    }
}

impl Inputs<'_> {
    /// How many there are.
    pub const fn count(&self) -> usize {
        match self {
            Inputs::Previous => 1,
            Inputs::Values(values) => values.len(),
        }
    }

    /// One of the values that step `step` takes.
    pub const fn get(&self, step: usize, index: usize) -> usize {
        match self {
            Inputs::Previous => step,
            Inputs::Values(values) => values[index],
        }
    }

    /// The first value that step `step` takes.
    pub const fn first(&self, step: usize) -> Option<usize> {
        match self {
            Inputs::Previous => Some(step),
            Inputs::Values([first, ..]) => Some(*first),
            Inputs::Values([]) => None,
        }
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

    /// Resolves a layer, at which `arriving` arrives, and adds it up.
    pub const fn step(&mut self, step: &Step<'_>, arriving: Shape) -> Resolved {
        let mut layer = resolve(step.kind, &step.args, arriving);
        self.params += layer.params as u128;
        self.trainable_params += if step.frozen { 0 } else { layer.params as u128 };
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

    /// What arrives at step `index`: nothing that is known, if it follows something unreadable.
    pub const fn arriving(&self, index: usize, step: &Step<'_>, outputs: &[Shape]) -> Shape {
        match step.inputs.first(index) {
            None => Shape::LOST,
            Some(0) => self.input,
            Some(value) => outputs[value - 1],
        }
    }
}
