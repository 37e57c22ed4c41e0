//! The layers of a network in their order, and the walk over them.

use std::convert::Infallible;

use burn::tensor::Device;
use cnn::Graph;

use crate::unit::Unit;
use crate::value::Value;

/// The layers of a network.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    pub(crate) graph: Graph,
    /// One for each node.
    pub(crate) units: Vec<Unit>,
}

/// Somebody who looks at the output of each layer, under the layer's name in full.
pub(crate) type Observer<'a> = Option<&'a mut dyn FnMut(&str, &Value)>;

impl Walk {
    /// The layers of a graph, with PyTorch's initial values.
    pub(crate) fn new(graph: &Graph, device: &Device) -> Walk {
        let units = graph.nodes.iter().map(|node| Unit::new(node, device));
        Walk { graph: *graph, units: units.collect() }
    }

    /// Runs the layers, whose names begin with `prefix`.
    pub(crate) fn run(
        &self,
        input: Value,
        autodiff: bool,
        prefix: &str,
        observer: &mut Observer<'_>,
    ) -> Value {
        let mut units = self.units.iter();
        let output = self.graph.run(input, |node, mut inputs| {
            let Some(unit) = units.next() else { unreachable!("each node is a unit") };
            let name = || format!("{prefix}{}", node.name);
            let output = match &unit.nested {
                Some(nested) => {
                    let Some(input) = inputs.pop() else { unreachable!("a network has an input") };
                    nested.run(input, autodiff, &format!("{}.", name()), observer)
                }
                None => unit.forward(inputs, autodiff),
            };
            if let Some(observe) = observer {
                observe(&name(), &output);
            }
            Ok::<_, Infallible>(output)
        });
        let Ok(output) = output;
        output
    }
}
