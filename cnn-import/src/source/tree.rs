//! The scopes of a form, as a tree.

use std::collections::HashSet;
use std::ops::Range;

use crate::form::Form;

/// A layer or a scope.
#[derive(Clone, Debug)]
pub enum Item {
    /// A node, with its label in the scope that it is in.
    Node(usize, Option<String>),
    /// Something that runs again, with its full name, and its nodes.
    Again(Vec<String>, Range<usize>),
    Scope(Scope),
}

#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub label: String,
    /// Its full name, and the parts of that.
    pub path: String,
    parts: Vec<String>,
    pub items: Vec<Item>,
}

impl Item {
    /// All nodes in it.
    pub fn nodes(&self) -> Vec<usize> {
        match self {
            Item::Node(node, _) => vec![*node],
            Item::Again(_, nodes) => nodes.clone().collect(),
            Item::Scope(scope) => scope.items.iter().flat_map(Item::nodes).collect(),
        }
    }

    pub fn label(&self) -> Option<&str> {
        match self {
            Item::Node(_, label) => label.as_deref(),
            Item::Again(..) => None,
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
        let again = form.again.iter().find(|again| again.nodes.contains(&index));
        let scope = match again {
            Some(again) if again.nodes.start < index => continue,
            Some(again) => &again.path[..again.path.len() - 1],
            None => &node.scope,
        };
        while open.last().is_some_and(|open| !scope.starts_with(&open.parts)) {
            close(&mut open);
        }
        let depth = open.last().map_or(0, |open| open.parts.len());
        // What cannot be entered again is part of the label.
        let mut rest: Vec<&str> = Vec::new();
        for (place, part) in scope.iter().enumerate().skip(depth) {
            rest.push(part);
            let parts = &scope[..=place];
            if known.insert(parts.join(".")) {
                let (label, path) = (rest.join("."), parts.join("."));
                open.push(Scope { label, path, parts: parts.to_vec(), items: Vec::new() });
                rest.clear();
            }
        }
        if let (Some(again), Some(scope)) = (again, open.last_mut()) {
            scope.items.push(Item::Again(again.path.clone(), again.nodes.clone()));
            continue;
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

/// The scope around a scope; that of the network has none.
pub fn outer(scope: &str) -> Option<&str> {
    if scope.is_empty() {
        None
    } else {
        Some(scope.rsplit_once('.').map_or("", |(outer, _)| outer))
    }
}

fn close(open: &mut Vec<Scope>) {
    if let (Some(scope), Some(parent)) = (open.pop(), open.last_mut()) {
        parent.items.push(Item::Scope(scope));
    }
}
