//! The walk over the nodes of a graph, with the values between them.

use alloc::vec;
use alloc::vec::Vec;

use crate::{Edge, Edges, Graph, Node, Source};

impl Graph {
    /// Runs the network on anything: `layer` makes the output of a node from its inputs, in their
    /// order. The output of the last node is that of the network; an error ends the run.
    ///
    /// A value is kept until the last node that takes it. That node gets the value itself, those before
    /// it get clones. A nested network is one node, which `layer` may run by its own graph;
    /// [`Model::run`](crate::engine::Model::run) does so.
    ///
    /// ```
    /// use std::convert::Infallible;
    ///
    /// use cnn_core::{Graph, Node};
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
    pub fn run<V: Clone, E>(
        &self,
        input: V,
        mut layer: impl FnMut(&Node, Vec<V>) -> Result<V, E>,
    ) -> Result<V, E> {
        let mut values = Values::new(vec![input], self.nodes.len());
        for node in self.nodes {
            let inputs = values.take(node.inputs);
            values.push(layer(&node, inputs)?);
        }
        Ok(values.into_last())
    }
}

/// The values of a network while it runs. A value that no later node takes is gone.
pub(super) struct Values<V> {
    inputs: Vec<Option<V>>,
    /// One for each node that has run.
    outputs: Vec<Option<V>>,
}

impl<V: Clone> Values<V> {
    /// The inputs of a network with so many nodes.
    pub(super) fn new(inputs: Vec<V>, nodes: usize) -> Values<V> {
        let inputs = inputs.into_iter().map(Some).collect();
        Values { inputs, outputs: Vec::with_capacity(nodes) }
    }

    /// The values of a node's edges.
    pub(super) fn take(&mut self, edges: Edges) -> Vec<V> {
        edges.iter().map(|edge| self.take_one(edge)).collect()
    }

    fn take_one(&mut self, edge: Edge) -> V {
        let value = match edge.from {
            Source::Input => &mut self.inputs[0],
            Source::Node(index) => &mut self.outputs[index],
        };
        let value = if edge.last_use { value.take() } else { value.clone() };
        value.expect("a value is kept until its last use")
    }

    /// Adds the output of the next node.
    pub(super) fn push(&mut self, output: V) {
        self.outputs.push(Some(output));
    }

    /// The output of the last node; in a network without nodes, the input.
    pub(super) fn into_last(mut self) -> V {
        let last = self.outputs.pop().unwrap_or_else(|| self.inputs.swap_remove(0));
        last.expect("no node takes the output of the last one")
    }
}
