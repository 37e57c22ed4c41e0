//! The names of the tensors that nodes take and make, and of outputs.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::schema::{Graph, GraphModule, Node, field, name};

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

/// The deepest nesting of outputs.
const MOST_NESTED: usize = 8;

/// The names of the outputs: the keys of a dictionary, or the place in a list. There are none if the file does not say it.
pub fn output_names(module: &GraphModule) -> Vec<String> {
    let whole = module.module_call_graph.first();
    let spec = whole.and_then(|call| call.get("signature")?.get("out_spec")?.as_str());
    let spec: Option<Json> = spec.and_then(|text| serde_json::from_str(text).ok());
    let mut names = Vec::new();
    // In front of it is a version.
    if let Some(spec) = spec.as_ref().and_then(|spec| spec.get(1)) {
        collect(spec, "", MOST_NESTED, &mut names);
    }
    names
}

fn collect(spec: &Json, path: &str, depth: usize, names: &mut Vec<String>) {
    let children = spec.get("children_spec").and_then(Json::as_array);
    let children = children.map_or(&[][..], Vec::as_slice);
    if spec.get("type").is_none_or(Json::is_null) || depth == 0 {
        names.push(match path {
            "" => format!("output{}", names.len() + 1),
            path => path.to_owned(),
        });
        return;
    }
    let context = spec.get("context").and_then(Json::as_str);
    let keys: Vec<String> =
        context.and_then(|keys| serde_json::from_str(keys).ok()).unwrap_or_default();
    for (index, child) in children.iter().enumerate() {
        let path = match (path, keys.get(index)) {
            ("", None) => String::new(),
            ("", Some(key)) => key.clone(),
            (path, Some(key)) => format!("{path}_{key}"),
            (path, None) => format!("{path}_{}", index + 1),
        };
        collect(child, &path, depth - 1, names);
    }
}
