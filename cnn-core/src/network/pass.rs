//! The pass over the layers of a network, which adds up what they cost.

use super::{Cost, Step};
use crate::error::{At, Problem, Quantity, ShapeError};
use crate::language::Arrivals;
use crate::resolve::{Resolved, resolve};
use crate::shape::Shape;

/// The pass over the layers, with the totals so far.
///
/// A total that exceeds 64 bits is an error of the layer at which it does.
#[derive(Clone, Copy, Debug)]
pub struct Pass {
    pub(crate) input: Shape,
    pub(crate) total: Cost,
    /// The values of the input.
    pub(crate) given: u64,
}

impl Pass {
    /// Before the first layer, with the network's input.
    pub const fn new(input: Shape) -> Pass {
        let given = match input.elements() {
            Some(elements) => elements,
            // An input too large to count has an error of its own.
            None => 0,
        };
        Pass { input, total: Cost::ZERO, given }
    }

    /// Resolves step `index` and adds it up. `outputs` are those of the steps before it.
    pub const fn step(&mut self, index: usize, step: &Step<'_>, outputs: &[Shape]) -> Resolved {
        let arrivals = Arrivals::new(index, step.inputs, self.input, outputs);
        self.add(resolve(step.kind, &step.args, &arrivals), step.frozen)
    }

    /// Adds a layer up, whose parameters may be frozen.
    pub(crate) const fn add(&mut self, mut layer: Resolved, frozen: bool) -> Resolved {
        if frozen {
            layer.cost.trainable_params = 0;
        }
        let overflow = self.total.overflow(&layer.cost);
        self.total = self.total.plus(layer.cost);
        let what = match overflow {
            None if self.given > u64::MAX - self.total.activations => Quantity::OutputValues,
            None => return layer,
            Some(what) => what,
        };
        let problem = Problem::Overflow { what };
        layer.errors.push(ShapeError { problem, at: At::Layer, fix: None });
        layer
    }
}
