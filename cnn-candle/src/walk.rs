//! The layers of a network in their order, and the walk over them.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use cnn::{Edge, Graph, Source};

use crate::error::{Refusal, Unloaded};
use crate::unit::Unit;

/// The layers of a network.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    pub(crate) units: Vec<Unit>,
}

/// Somebody who looks at the output of each layer, under the layer's name in full.
pub(crate) type Observer<'a> = Option<&'a mut dyn FnMut(&str, &Tensor)>;

/// What keeps a network from being built.
#[derive(Default)]
pub(crate) struct Obstacles {
    pub(crate) refused: Vec<Refusal>,
    pub(crate) unloaded: Vec<Unloaded>,
}

impl Walk {
    /// The layers of a graph, whose names begin with `prefix`.
    pub(crate) fn new(
        graph: &Graph,
        prefix: &str,
        weights: &VarBuilder<'_>,
        obstacles: &mut Obstacles,
    ) -> Walk {
        let units = graph.nodes.iter().map(|node| Unit::new(node, prefix, weights, obstacles));
        Walk { units: units.collect() }
    }

    /// Runs the layers. Each value is dropped when the last layer that needs it has it.
    pub(crate) fn run(
        &self,
        input: Tensor,
        prefix: &str,
        observer: &mut Observer<'_>,
    ) -> Result<Tensor> {
        let mut values = Vec::with_capacity(self.units.len() + 1);
        values.push(Some(input));
        for unit in &self.units {
            let inputs = unit.inputs.iter().map(|edge| take(&mut values, edge)).collect();
            let output = match &unit.nested {
                Some(nested) => {
                    nested.run(only(inputs), &format!("{prefix}{}.", unit.name), observer)?
                }
                None => unit.forward(inputs)?,
            };
            if let Some(observe) = observer
                && !unit.hidden
            {
                observe(&format!("{prefix}{}", unit.name), &output);
            }
            values.push(Some(output));
        }
        match values.pop() {
            Some(Some(output)) => Ok(output),
            _ => unreachable!("nothing takes the last value"),
        }
    }
}

/// The value that a layer takes which takes one.
pub(crate) fn only(mut inputs: Vec<Tensor>) -> Tensor {
    match inputs.pop() {
        Some(input) => input,
        None => unreachable!("a layer has an input"),
    }
}

/// The value of an edge, of which nothing is kept after its last use.
fn take(values: &mut [Option<Tensor>], edge: &Edge) -> Tensor {
    let index = match edge.from {
        Source::Input => 0,
        Source::Node(node) => node + 1,
    };
    let value = if edge.last_use { values[index].take() } else { values[index].clone() };
    match value {
        Some(value) => value,
        None => unreachable!("a value is there until its last use"),
    }
}
