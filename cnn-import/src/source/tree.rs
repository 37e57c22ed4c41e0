//! The scopes of a form, as a tree.

use std::collections::HashSet;

use crate::form::Form;

/// A layer or a scope.
#[derive(Clone, Debug)]
pub enum Item {
    /// A node, with its label in the scope that it is in.
    Node(usize, Option<String>),
    Scope(Scope),
}

#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub label: String,
    /// Its full name.
    pub path: String,
    pub items: Vec<Item>,
}

impl Item {
    /// All nodes in it.
    pub fn nodes(&self) -> Vec<usize> {
        match self {
            Item::Node(node, _) => vec![*node],
            Item::Scope(scope) => scope.items.iter().flat_map(Item::nodes).collect(),
        }
    }

    pub fn label(&self) -> Option<&str> {
        match self {
            Item::Node(_, label) => label.as_deref(),
            Item::Scope(scope) => Some(&scope.label),
        }
    }
}

/// The scopes of all nodes, which follow each other as they run. A scope that is entered again has its further layers
/// in the scope around it, with a dot in their labels.
pub fn tree(form: &Form) -> Vec<Item> {
    let mut open: Vec<Scope> = vec![Scope::default()];
    let mut known: HashSet<String> = HashSet::new();
    for (index, node) in form.nodes.iter().enumerate() {
        while !is_within(&open, &node.scope) {
            close(&mut open);
        }
        let mut rest = &node.scope[open.len() - 1..];
        while let Some((label, inner)) = rest.split_first() {
            let parent = &open[open.len() - 1].path;
            let path = within(parent, label);
            if !known.insert(path.clone()) {
                break;
            }
            open.push(Scope { label: label.clone(), path, items: Vec::new() });
            rest = inner;
        }
        let prefix: String = rest.iter().map(|part| format!("{part}.")).collect();
        let label = node.label.as_ref().map(|label| prefix + label);
        if let Some(scope) = open.last_mut() {
            scope.items.push(Item::Node(index, label));
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.remove(0).items
}

/// The full name of what has a label in a scope.
pub fn within(scope: &str, label: &str) -> String {
    if scope.is_empty() { label.to_owned() } else { format!("{scope}.{label}") }
}

fn is_within(open: &[Scope], scope: &[String]) -> bool {
    open.len() - 1 <= scope.len()
        && open[1..].iter().zip(scope).all(|(open, label)| open.label == *label)
}

fn close(open: &mut Vec<Scope>) {
    if let (Some(scope), Some(parent)) = (open.pop(), open.last_mut()) {
        parent.items.push(Item::Scope(scope));
    }
}
