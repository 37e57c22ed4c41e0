//! Layers that take the outputs of all layers before them.

use std::collections::HashMap;

use cnn_core::Kind;

use super::{Form, Value};

/// Joins the values of an earlier `concat` and one more by that `concat` and the one more.
pub(super) fn nest(form: &mut Form) {
    let mut known: HashMap<Vec<Value>, usize> = HashMap::new();
    for index in 0..form.nodes.len() {
        let node = &form.nodes[index];
        if node.call.kind != Kind::Concat || !node.call.args.is_empty() {
            continue;
        }
        let all = node.inputs.clone();
        if let Some((last, before)) = all.split_last()
            && let Some(earlier) = known.get(before)
        {
            form.nodes[index].inputs = vec![Value::Node(*earlier), *last];
        }
        known.entry(all).or_insert(index);
    }
}

/// Moves a join of values from outside, with which a scope begins, out of the scope: then a single value enters it.
pub(super) fn hoist(form: &mut Form) {
    let uses = form.uses();
    for index in 0..form.nodes.len() {
        let node = &form.nodes[index];
        let before = index.checked_sub(1).map(|before| &form.nodes[before].scope);
        let begins = !before.is_some_and(|before| before.starts_with(&node.scope));
        let outside = |value: &Value| match value {
            Value::Input(_) => true,
            Value::Node(from) => !form.nodes[*from].scope.starts_with(&node.scope),
        };
        if node.call.kind == Kind::Concat
            && node.label.is_none()
            && !node.scope.is_empty()
            && begins
            && node.inputs.iter().all(outside)
            && uses.contains_key(&Value::Node(index))
        {
            form.nodes[index].scope.pop();
        }
    }
}
