//! The walk over a network, for what runs it.

use alloc::vec::Vec;

use crate::graph::{Edge, Graph, Node, Source};

impl Graph {
    /// Runs the network on anything: `layer` makes the output of a node from the values that it takes,
    /// in their order. What it answers last is the output; an error ends the run.
    ///
    /// Each value is there until the last node that takes it has it, which gets the value itself; others
    /// get a clone. A node that is a network gets one value; what happens in it is up to `layer`, which
    /// may run its graph in turn.
    ///
    /// ```
    /// use std::convert::Infallible;
    ///
    /// use cnn_core::Graph;
    ///
    /// /// How many layers are on the longest path through a network.
    /// fn depth(graph: &Graph) -> usize {
    ///     let layer = |_, inputs: Vec<usize>| {
    ///         Ok::<_, Infallible>(inputs.into_iter().max().unwrap_or(0) + 1)
    ///     };
    ///     let Ok(depth) = graph.run(0, layer);
    ///     depth
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The first one of `layer`.
    pub fn run<V: Clone, E>(
        &self,
        input: V,
        mut layer: impl FnMut(&'static Node, Vec<V>) -> Result<V, E>,
    ) -> Result<V, E> {
        let mut values = Vec::with_capacity(self.nodes.len() + 1);
        values.push(Some(input));
        for node in self.nodes {
            let inputs = node.inputs.iter().map(|edge| take(&mut values, edge)).collect();
            values.push(Some(layer(node, inputs)?));
        }
        match values.pop() {
            Some(Some(output)) => Ok(output),
            _ => unreachable!("nothing takes the last value"),
        }
    }
}

/// The value of an edge, of which nothing is kept after its last use.
fn take<V: Clone>(values: &mut [Option<V>], edge: &Edge) -> V {
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
