//! Layers that run again with the weights of earlier ones.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{Form, Node, Refusal, Value};

/// Layers that run again, all of a module or a single one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The full name of what runs again.
    pub path: Vec<String>,
    /// The nodes that do.
    pub nodes: Range<usize>,
}

impl Node {
    /// The path of its module, and its own name behind that.
    fn full(&self) -> Vec<String> {
        self.scope.iter().chain(&self.label).cloned().collect()
    }

    /// Whether it is in a module, or is the layer with this path.
    fn is_within(&self, path: &[String]) -> bool {
        self.scope.starts_with(path) || self.full() == path
    }
}

/// Finds what runs again, and refuses layers with the weights of others that do something else.
pub(super) fn find(form: &mut Form) {
    let mut owners: HashMap<Vec<String>, usize> = HashMap::new();
    let mut index = 0;
    while index < form.nodes.len() {
        let node = &form.nodes[index];
        let path = node.full();
        if !form.has_tensors(node) {
            index += 1;
        } else if let Some(owner) = owners.get(&path).copied() {
            match (1..=path.len()).find_map(|parts| form.repeat(&path[..parts], owner, index)) {
                Some(again) => {
                    index = again.nodes.end;
                    form.again.push(again);
                }
                None => {
                    form.refusals.push(Refusal {
                        node: node.source.clone(),
                        operation: node.call.to_string(),
                        reason: format!(
                            "it uses the weights of `{}`, which is `{}`",
                            path.join("."),
                            form.nodes[owner].call
                        ),
                    });
                    index += 1;
                }
            }
        } else {
            owners.insert(path, index);
            index += 1;
        }
    }
    for node in form.again.iter().flat_map(|again| again.nodes.clone()) {
        form.nodes[node].cost.0 = 0;
    }
    forget_names(form);
}

/// A module without tensors may also run several times. It is written each time, and then has no name.
fn forget_names(form: &mut Form) {
    let again: HashSet<usize> = form.again.iter().flat_map(|again| again.nodes.clone()).collect();
    let mut count: HashMap<Vec<String>, usize> = HashMap::new();
    for (_, node) in form.nodes.iter().enumerate().filter(|(index, _)| !again.contains(index)) {
        *count.entry(node.full()).or_insert(0) += 1;
    }
    for index in 0..form.nodes.len() {
        let node = &form.nodes[index];
        if !form.has_tensors(node) && count.get(&node.full()).is_some_and(|count| *count > 1) {
            form.nodes[index].label = None;
        }
    }
}

impl Form {
    /// Whether a layer has weights or buffers.
    fn has_tensors(&self, node: &Node) -> bool {
        node.op.tensor(0, &self.arriving(node)).is_some()
    }

    /// All of `path` once more, of which the node `again` is what `first` was, if it does the same.
    fn repeat(&self, path: &[String], first: usize, again: usize) -> Option<Again> {
        let within = |index: &usize| self.nodes[*index].is_within(path);
        let distance = again - first;
        let start = (0..first).rev().take_while(within).last().unwrap_or(first);
        let behind = (first..self.nodes.len()).find(|index| !within(index));
        let known = self.again.iter().map(|again| again.nodes.start).find(|start| *start > first);
        let end = behind.unwrap_or(self.nodes.len()).min(start + distance);
        let end = end.min(known.unwrap_or(end));
        if end <= first {
            // Both are in the same call.
            return None;
        }
        let nodes = start + distance..end + distance;
        let mut arriving = HashSet::new();
        for index in start..end {
            let (one, other) = (&self.nodes[index], self.nodes.get(index + distance)?);
            let same = within(&(index + distance))
                && one.call == other.call
                && one.full() == other.full()
                && one.inputs.len() == other.inputs.len();
            if !same {
                return None;
            }
            for pair in one.inputs.iter().zip(&other.inputs) {
                match pair {
                    (Value::Node(one), Value::Node(other)) if *one >= start => {
                        (*other == one + distance).then_some(())?;
                    }
                    pair => {
                        arriving.insert(pair);
                    }
                }
            }
        }
        // The current value is the only one that may be another one.
        let inner = |value: &Value| matches!(value, Value::Node(node) if nodes.contains(node));
        let last = Value::Node(nodes.end - 1);
        let used = |value: &Value| inner(value) && *value != last;
        let outside = self.nodes.iter().enumerate().filter(|(index, _)| !nodes.contains(index));
        let mut used_outside = outside
            .flat_map(|(_, node)| &node.inputs)
            .chain(self.outputs.iter().map(|(_, value)| value));
        // All of the module, and not only what of it runs first.
        let names: HashSet<Vec<String>> = self.nodes[start..end].iter().map(Node::full).collect();
        let mut elsewhere = self.nodes.iter().filter(|node| {
            node.is_within(path) && self.has_tensors(node) && !names.contains(&node.full())
        });
        let alone = arriving.len() == 1 && !used_outside.any(used) && elsewhere.next().is_none();
        alone.then(|| Again { path: path.to_vec(), nodes })
    }
}
