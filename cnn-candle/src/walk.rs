//! The layers of a network in their order, and the walk over them.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use cnn::Graph;

use crate::error::Unloaded;
use crate::unit::Unit;

/// The layers of a network.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    pub(crate) graph: Graph,
    /// One for each node.
    pub(crate) units: Vec<Unit>,
}

/// Somebody who looks at the output of each layer, under the layer's name in full.
pub(crate) type Observer<'a> = Option<&'a mut dyn FnMut(&str, &Tensor)>;

impl Walk {
    /// The layers of a graph, whose names begin with `prefix`. Tensors that cannot be had are added to
    /// `unloaded`.
    pub(crate) fn new(
        graph: &Graph,
        prefix: &str,
        weights: &VarBuilder<'_>,
        unloaded: &mut Vec<Unloaded>,
    ) -> Walk {
        let units = graph.nodes.iter().map(|node| Unit::new(node, prefix, weights, unloaded));
        Walk { graph: *graph, units: units.collect() }
    }

    /// Runs the layers.
    pub(crate) fn run(
        &self,
        input: Tensor,
        prefix: &str,
        observer: &mut Observer<'_>,
    ) -> Result<Tensor> {
        let mut units = self.units.iter();
        self.graph.run(input, |node, inputs| {
            let Some(unit) = units.next() else { unreachable!("each node is a unit") };
            let name = || format!("{prefix}{}", node.name);
            let output = match &unit.nested {
                Some(nested) => nested.run(only(inputs), &format!("{}.", name()), observer)?,
                None => unit.forward(inputs)?,
            };
            if let Some(observe) = observer
                && !unit.hidden
            {
                observe(&name(), &output);
            }
            Ok(output)
        })
    }
}

/// The value that a layer takes which takes one.
pub(crate) fn only(mut inputs: Vec<Tensor>) -> Tensor {
    match inputs.pop() {
        Some(input) => input,
        None => unreachable!("a layer has an input"),
    }
}
