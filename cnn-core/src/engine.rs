//! What engines have in common: the walk over a network, and the layers that they cannot run.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::layers::{Kind, Op};
use crate::network::names::join;
use crate::network::{Edge, Graph, Node, Source};

/// A layer that an engine cannot run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its name, in full.
    pub node: String,
    /// Its keyword.
    pub kind: Kind,
    /// Why.
    pub reason: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({}): {}", self.node, self.kind, self.reason)
    }
}

impl Graph {
    /// The layers that an engine cannot run, also in networks inside of this one: those for which it has
    /// a reason.
    ///
    /// ```
    /// use cnn_core::{Graph, Op};
    ///
    /// fn without_lrn(graph: &Graph) -> Result<(), String> {
    ///     let reason = |node: &cnn_core::Node| match node.op {
    ///         Op::LocalResponseNorm(_) => Some("use a batch norm".to_owned()),
    ///         _ => None,
    ///     };
    ///     match &graph.refusals(reason)[..] {
    ///         [] => Ok(()),
    ///         [first, ..] => Err(first.to_string()), // `features.norm1` (lrn): use a batch norm
    ///     }
    /// }
    /// ```
    pub fn refusals(&self, reason: impl Fn(&Node) -> Option<String>) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        refuse(self, "", &reason, &mut refusals);
        refusals
    }

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
        mut layer: impl FnMut(&Node, Vec<V>) -> Result<V, E>,
    ) -> Result<V, E> {
        let mut values = Vec::with_capacity(self.nodes.len() + 1);
        values.push(Some(input));
        for node in self.nodes {
            let inputs = node.inputs.iter().map(|edge| take(&mut values, &edge)).collect();
            values.push(Some(layer(&node, inputs)?));
        }
        match values.pop() {
            Some(Some(output)) => Ok(output),
            _ => unreachable!("nothing takes the last value"),
        }
    }
}

/// Adds the refusals of a network with this name.
fn refuse(
    graph: &Graph,
    name: &str,
    reason: &dyn Fn(&Node) -> Option<String>,
    refusals: &mut Vec<Refusal>,
) {
    for node in graph.nodes {
        let name = join(name, node.name);
        if let Op::Network(nested) = node.op {
            refuse(&nested.graph, &name, reason, refusals);
        } else if let Some(reason) = reason(&node) {
            refusals.push(Refusal { node: name, kind: node.kind, reason });
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
