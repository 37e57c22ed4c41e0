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
    pub(crate) total: Cost,
    /// The values of the inputs.
    given: u64,
}

impl Pass {
    /// Before the first layer, with the network's inputs.
    pub const fn new(inputs: &[Shape]) -> Pass {
        let (mut given, mut index) = (0_u64, 0);
        while index < inputs.len() {
            // An input too large to count has an error of its own.
            if let Some(elements) = inputs[index].checked_elements() {
                given = given.saturating_add(elements);
            }
            index += 1;
        }
        Pass { total: Cost::ZERO, given }
    }

    /// Resolves a step and adds it up, given the shapes of all values before the one that it makes: the
    /// network's inputs, and the outputs of the steps before it.
    pub const fn step(&mut self, step: &Step<'_>, values: &[Shape]) -> Resolved {
        let arrivals = Arrivals::new(values.len(), step.inputs, values);
        let mut layer = resolve(step.kind, &step.args, &arrivals);
        self.add(&mut layer, step.frozen, step.weights_of.is_some());
        layer
    }

    /// Adds a layer up, whose parameters may be frozen, or those of another one.
    pub(crate) const fn add(&mut self, layer: &mut Resolved, frozen: bool, shared: bool) {
        if frozen {
            layer.cost.trainable_params = 0;
        }
        if shared {
            layer.cost = layer.cost.without_weights();
        }
        let overflow = self.total.overflow(&layer.cost);
        self.total = self.total.plus(layer.cost);
        let what = match overflow {
            None if self.given > u64::MAX - self.total.activations => Quantity::OutputValues,
            None => return,
            Some(what) => what,
        };
        let problem = Problem::Overflow { what };
        layer.errors.push(ShapeError { problem, at: At::Layer, fix: None });
    }
}
