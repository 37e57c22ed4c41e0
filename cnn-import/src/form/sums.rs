//! Sums of sums.

use std::collections::HashSet;

use cnn_core::{Kind, Shape};

use super::{Form, Value};

/// Makes one sum of those that only serve another one. Returns the nodes that are part of it then.
pub(super) fn flatten(form: &mut Form) -> HashSet<usize> {
    let uses = form.uses();
    let mut parts = HashSet::new();
    for index in 0..form.nodes.len() {
        if form.nodes[index].call.kind != Kind::Add {
            continue;
        }
        let inner = |value: &Value| match value {
            Value::Node(node) => {
                let known = &form.nodes[*node];
                let only = uses.get(value) == Some(&1)
                    && known.call.kind == Kind::Add
                    && known.label.is_none()
                    && known.scope == form.nodes[index].scope
                    && known.shape == form.nodes[index].shape;
                only.then_some(*node)
            }
            Value::Input(_) => None,
        };
        let sums: Vec<usize> = form.nodes[index].inputs.iter().filter_map(inner).collect();
        if sums.is_empty() {
            continue;
        }
        let all = form.nodes[index].inputs.iter().flat_map(|value| match inner(value) {
            Some(node) => form.nodes[node].inputs.clone(),
            None => vec![*value],
        });
        let inputs: Vec<Value> = all.collect();
        let shapes: Vec<Shape> = inputs.iter().map(|value| form.shape(*value)).collect();
        let resolved = form.nodes[index].call.resolve(&shapes);
        if resolved.errors.is_empty() && resolved.output == form.nodes[index].shape {
            let node = &mut form.nodes[index];
            (node.op, node.inputs) = (resolved.op, inputs);
            parts.extend(sums);
        }
    }
    parts
}
