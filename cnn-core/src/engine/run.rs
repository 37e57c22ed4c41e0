//! The walk over the nodes of a graph, with the values between them.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use crate::{Edge, Edges, Graph, Node, Source};

impl Graph {
    /// Runs the network on values of any type: `layer` computes the output of a node from its inputs. The first error
    /// ends the run. Returns the first output.
    ///
    /// A value is kept until the last node that uses it, which gets the value itself; earlier ones get clones. A nested
    /// network is one node, which `layer` may run with its own graph, as
    /// [`Model::run`](crate::engine::Model::run) does. Only if values inside it are used elsewhere, its layers run one
    /// by one instead.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use std::convert::Infallible;
    ///
    /// use cnn::{Graph, Node};
    ///
    /// /// The number of layers on the longest path through a network.
    /// fn depth(graph: &Graph) -> usize {
    ///     let layer = |_: &Node, inputs: Vec<usize>| {
    ///         Ok::<_, Infallible>(inputs.into_iter().max().unwrap_or(0) + 1)
    ///     };
    ///     let Ok(depth) = graph.run(0, layer);
    ///     depth
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The first error of `layer`.
    ///
    /// # Panics
    ///
    /// If the network has several inputs.
    pub fn run<V: Clone, E>(
        &self,
        input: V,
        layer: impl FnMut(&Node, Vec<V>) -> Result<V, E>,
    ) -> Result<V, E> {
        Ok(self.run_all(vec![input], layer)?.swap_remove(0))
    }

    /// Like [`run`](Graph::run), with all inputs and all outputs in their order.
    ///
    /// # Errors
    ///
    /// The first error of `layer`.
    ///
    /// # Panics
    ///
    /// If the number of inputs is not that of the network.
    pub fn run_all<V: Clone, E>(
        &self,
        inputs: Vec<V>,
        mut layer: impl FnMut(&Node, Vec<V>) -> Result<V, E>,
    ) -> Result<Vec<V>, E> {
        self.walk(inputs, &mut layer)
    }

    fn walk<V: Clone, E>(
        &self,
        inputs: Vec<V>,
        layer: &mut impl FnMut(&Node, Vec<V>) -> Result<V, E>,
    ) -> Result<Vec<V>, E> {
        let mut values = Values::new(self, inputs);
        for node in self.nodes {
            let inputs = values.take(node.inputs);
            match node.op.nested().map(|nested| nested.graph) {
                Some(graph) if graph.outputs.len() > 1 => {
                    values.push_all(graph.walk(inputs, layer)?);
                }
                _ => values.push(layer(&node, inputs)?),
            }
        }
        Ok(values.into_outputs(self))
    }
}

/// The values of a network while it runs. A value that no later node takes is gone.
pub(super) struct Values<V> {
    inputs: Vec<Option<V>>,
    /// One for each node that has run.
    outputs: Vec<Option<V>>,
    /// Values from inside networks: the further outputs of these nodes.
    taps: BTreeMap<(usize, usize), Option<V>>,
}

impl<V: Clone> Values<V> {
    /// Those of a network before it runs.
    pub(super) fn new(graph: &Graph, inputs: Vec<V>) -> Values<V> {
        let takes = graph.inputs.len();
        assert_eq!(inputs.len(), takes, "a network takes as many inputs as it declares");
        let inputs = inputs.into_iter().map(Some).collect();
        let outputs = Vec::with_capacity(graph.nodes.len());
        Values { inputs, outputs, taps: BTreeMap::new() }
    }

    /// The values of a node's edges.
    pub(super) fn take(&mut self, edges: Edges) -> Vec<V> {
        edges.iter().map(|edge| self.take_one(edge)).collect()
    }

    fn take_one(&mut self, edge: Edge) -> V {
        let value = self.value(edge.from);
        let value = if edge.last_use { value.take() } else { value.clone() };
        value.expect("a value is kept until its last use")
    }

    fn value(&mut self, from: Source) -> &mut Option<V> {
        match from {
            Source::Input(index) => &mut self.inputs[index],
            Source::Node(index) => &mut self.outputs[index],
            Source::Tap { node, output } => self.taps.entry((node, output)).or_default(),
        }
    }

    /// Adds the output of the next node.
    pub(super) fn push(&mut self, output: V) {
        self.outputs.push(Some(output));
    }

    /// Adds the outputs of the next node, which is a network.
    pub(super) fn push_all(&mut self, outputs: Vec<V>) {
        let node = self.outputs.len();
        for (output, value) in outputs.into_iter().enumerate() {
            match output {
                0 => self.push(value),
                output => drop(self.taps.insert((node, output), Some(value))),
            }
        }
    }

    /// The outputs of the network.
    pub(super) fn into_outputs(mut self, graph: &Graph) -> Vec<V> {
        let mut outputs = Vec::with_capacity(graph.outputs.len());
        for (index, output) in graph.outputs.iter().enumerate() {
            // A value may be several outputs.
            let again = graph.outputs.iter().skip(index + 1).any(|other| other.from == output.from);
            let value = self.value(output.from);
            let value = if again { value.clone() } else { value.take() };
            outputs.push(value.expect("an output is kept to the end"));
        }
        outputs
    }
}
