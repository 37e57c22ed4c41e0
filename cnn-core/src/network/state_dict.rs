//! The tensors of a network under PyTorch's names.

use alloc::string::String;
use alloc::vec::Vec;

use super::Graph;
use super::names::join;
use crate::shape::{Shape, Tensor};

impl Graph {
    /// The names and shapes of all parameters and buffers, in the order in which the nodes run
    /// and under the names of PyTorch's `state_dict`.
    ///
    /// `num_batches_tracked`, the counter that PyTorch's batch norm keeps beside its
    /// statistics, is left out: nothing computes with it.
    pub fn state_dict(&self) -> Vec<(String, Shape)> {
        self.tensors().into_iter().map(|(name, tensor)| (name, tensor.shape)).collect()
    }

    /// The same with all that is known of each tensor, such as whether it is made of integers.
    pub fn tensors(&self) -> Vec<(String, Tensor)> {
        let mut state = Vec::new();
        self.collect("", &mut state);
        state
    }

    fn collect(&self, prefix: &str, state: &mut Vec<(String, Tensor)>) {
        for node in self.nodes.iter().filter(|node| node.weights_of.is_none()) {
            let name = join(prefix, node.name);
            if let Some(nested) = node.op.nested() {
                nested.graph.collect(&name, state);
            }
            for index in 0.. {
                let Some(tensor) = node.op.tensor(index, &node.input) else { break };
                state.push((join(&name, tensor.suffix), tensor));
            }
        }
    }
}
