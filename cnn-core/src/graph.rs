//! The network as data: nodes in the order they run.

use crate::op::Op;
use crate::{Kind, Shape};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The network's input.
    Input,
    /// The output of the node with this index.
    Node(usize),
}

/// A value that a node takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where the value comes from.
    pub from: Source,
    /// Whether no later node needs it: then it can be dropped, or overwritten.
    pub last_use: bool,
}

/// A layer in its place in a network.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Node {
    /// Its unique name, the one its weights have in PyTorch's `state_dict`: `layer1.0.conv2`.
    pub name: &'static str,
    /// Its keyword.
    pub kind: Kind,
    /// What it does.
    pub op: Op,
    /// The values it takes. Their nodes come before it.
    pub inputs: &'static [Edge],
    /// The shape of its output, for one sample.
    pub output: Shape,
    /// Whether its parameters count as not trainable.
    pub frozen: bool,
}

/// A network, as engines and exporters read it: plain data.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Graph {
    /// The name of the network; empty for one that was declared inline.
    pub name: &'static str,
    /// The shape of its input, for one sample.
    pub input: Shape,
    /// The shape of its output: that of the last node.
    pub output: Shape,
    /// The nodes, in an order in which they can run.
    pub nodes: &'static [Node],
}

impl Graph {
    /// The shape of a value in this network.
    ///
    /// # Panics
    ///
    /// If there is no node with that index.
    pub const fn shape(&self, source: Source) -> Shape {
        match source {
            Source::Input => self.input,
            Source::Node(index) => self.nodes[index].output,
        }
    }

    /// The shape of the first value that a node takes.
    pub(crate) fn arriving(&self, node: &Node) -> Shape {
        node.inputs.first().map_or(self.input, |edge| self.shape(edge.from))
    }
}

#[cfg(feature = "alloc")]
mod state {
    use alloc::borrow::ToOwned;
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::{Graph, Shape};

    impl Graph {
        /// The names and shapes of all parameters and buffers, in the order and under the names of
        /// PyTorch's `state_dict`.
        ///
        /// `num_batches_tracked`, the counter that PyTorch's batch norm keeps beside its
        /// statistics, is left out: nothing computes with it.
        pub fn state_dict(&self) -> Vec<(String, Shape)> {
            let mut state = Vec::new();
            for node in self.nodes {
                let input = self.arriving(node);
                let tensors = (0..).map_while(|index| node.op.tensor(index, &input));
                for tensor in tensors {
                    state.push((tensor_name(node.name, tensor.suffix), tensor.shape));
                }
            }
            state
        }
    }

    /// `conv1.weight`; the node's own name where a tensor has no suffix.
    fn tensor_name(node: &str, suffix: &str) -> String {
        let mut name = node.to_owned();
        if !suffix.is_empty() {
            name.push('.');
            name.push_str(suffix);
        }
        name
    }
}
