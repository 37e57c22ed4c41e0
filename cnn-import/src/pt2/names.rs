//! The names of the tensors that nodes take and make.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::schema::{Graph, Node, field, name};

/// The place of the last node that takes a tensor; behind the last one are the outputs of the network.
pub fn last_uses(graph: &Graph) -> HashMap<String, usize> {
    let of_nodes = graph.nodes.iter().enumerate();
    let mut uses: HashMap<String, usize> = of_nodes
        .flat_map(|(index, node)| inputs(node).into_iter().map(move |name| (name, index)))
        .collect();
    let outputs = graph.outputs.iter().flat_map(tensors);
    uses.extend(outputs.map(|name| (name, usize::MAX)));
    uses
}

/// Whether a node computes a size.
pub fn is_size(node: &Node) -> bool {
    node.outputs.iter().all(|output| matches!(field(output), Some(("as_sym_int", _))))
}

/// The names of the tensors that a node takes.
pub fn inputs(node: &Node) -> Vec<String> {
    node.inputs.iter().flat_map(|input| tensors(&input.arg)).collect()
}

/// The names of the tensors that an argument is.
fn tensors(argument: &Json) -> Vec<String> {
    match field(argument) {
        Some(("as_tensor", value)) => name(value).map(str::to_owned).into_iter().collect(),
        Some(("as_tensors", Json::Array(list))) => {
            list.iter().filter_map(name).map(str::to_owned).collect()
        }
        Some(("as_optional_tensors", Json::Array(list))) => list.iter().flat_map(tensors).collect(),
        _ => Vec::new(),
    }
}

/// The names of what a node computes.
pub fn outputs(node: &Node) -> Vec<String> {
    let named = |value: &Json| name(value).map(str::to_owned);
    node.outputs
        .iter()
        .flat_map(|output| match field(output) {
            Some(("as_tensors", Json::Array(list))) => list.iter().filter_map(named).collect(),
            Some((_, value)) => named(value).into_iter().collect::<Vec<String>>(),
            None => Vec::new(),
        })
        .collect()
}
