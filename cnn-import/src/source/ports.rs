//! The names of inputs and outputs, which are labels of the declaration.

use std::collections::HashSet;

use super::render::is_name;
use crate::form::{Form, Node, Value};

/// The same form with names that the language can have, and that nothing else has. A layer whose value leaves the network
/// has the name of that output, unless it has one of its own.
pub fn named(form: &Form) -> Form {
    let mut form = form.clone();
    let outermost = |node: &Node| node.scope.first().or(node.label.as_ref()).cloned();
    let mut taken: HashSet<String> = form.nodes.iter().filter_map(outermost).collect();
    for input in &mut form.inputs {
        input.name = free(&input.name, "input", &taken);
        taken.insert(input.name.clone());
    }
    if form.outputs.len() < 2 {
        return form;
    }
    let mut outputs = std::mem::take(&mut form.outputs);
    let mut leaving = HashSet::new();
    for (name, value) in &mut outputs {
        let node = match value {
            Value::Node(node) if leaving.insert(*node) => Some(&mut form.nodes[*node]),
            _ => None,
        };
        let node = node.filter(|node| node.scope.is_empty());
        match node.as_ref().and_then(|node| node.label.clone()) {
            // The value can be called so already.
            Some(label) if label == *name => continue,
            Some(label) if is_name(&label) && is_numbered(name) => *name = label,
            label => {
                *name = free(name, "output", &taken);
                if let (Some(node), None) = (node, label) {
                    node.label = Some(name.clone());
                }
            }
        }
        taken.insert(name.clone());
    }
    form.outputs = outputs;
    form
}

/// Whether a name was made up for the place of an output.
fn is_numbered(name: &str) -> bool {
    name.strip_prefix("output").is_some_and(|rest| rest.parse::<usize>().is_ok())
}

/// An identifier that is like this name, and not taken.
fn free(name: &str, otherwise: &str, taken: &HashSet<String>) -> String {
    let letter = |char: char| if char.is_ascii_alphanumeric() { char } else { '_' };
    let mut own: String = name.chars().take(MOST_LETTERS).map(letter).collect();
    if own.starts_with(|char: char| char.is_ascii_digit()) {
        own.insert(0, '_');
    }
    if !is_name(&own) {
        own = format!("{own}_{otherwise}");
    }
    if !is_name(&own) {
        own = otherwise.to_owned();
    }
    let mut free = own.clone();
    let mut number = 1;
    while taken.contains(&free) {
        number += 1;
        free = format!("{own}_{number}");
    }
    free
}

/// The longest name that is kept.
const MOST_LETTERS: usize = 64;
