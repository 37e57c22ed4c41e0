//! The layers of a network in their order, and the walk over them.

use burn::tensor::Device;
use cnn::{Edge, Graph, Source};

use crate::error::Refusal;
use crate::unit::Unit;
use crate::value::Value;

/// The layers of a network.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    pub(crate) units: Vec<Unit>,
}

/// Somebody who looks at the output of each layer, under the layer's name in full.
pub(crate) type Observer<'a> = Option<&'a mut dyn FnMut(&str, &Value)>;

impl Walk {
    /// The layers of a graph. What burn cannot do is added to `refused`.
    pub(crate) fn new(
        graph: &Graph,
        prefix: &str,
        device: &Device,
        refused: &mut Vec<Refusal>,
    ) -> Walk {
        let units = graph.nodes.iter().map(|node| Unit::new(node, prefix, device, refused));
        Walk { units: units.collect() }
    }

    /// Runs the layers. Each value is dropped when the last layer that needs it has it.
    pub(crate) fn run(
        &self,
        input: Value,
        autodiff: bool,
        prefix: &str,
        observer: &mut Observer<'_>,
    ) -> Value {
        let mut values = Vec::with_capacity(self.units.len() + 1);
        values.push(Some(input));
        for unit in &self.units {
            let inputs = unit.inputs.iter().map(|edge| take(&mut values, edge)).collect();
            let output = match &unit.nested {
                Some(nested) => nested.run_nested(
                    inputs,
                    autodiff,
                    &format!("{prefix}{}.", unit.name),
                    observer,
                ),
                None => unit.forward(inputs, autodiff),
            };
            if let Some(observe) = observer {
                observe(&format!("{prefix}{}", unit.name), &output);
            }
            values.push(Some(output));
        }
        match values.pop() {
            Some(Some(output)) => output,
            _ => unreachable!("nothing takes the last value"),
        }
    }

    fn run_nested(
        &self,
        mut inputs: Vec<Value>,
        autodiff: bool,
        prefix: &str,
        observer: &mut Observer<'_>,
    ) -> Value {
        match inputs.pop() {
            Some(input) => self.run(input, autodiff, prefix, observer),
            None => unreachable!("an embedded network has an input"),
        }
    }
}

/// The value of an edge, of which nothing is kept after its last use.
fn take(values: &mut [Option<Value>], edge: &Edge) -> Value {
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
