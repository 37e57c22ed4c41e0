//! The scopes of a form, as a tree.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::form::{Form, Value};

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

    /// The values from outside that it takes.
    pub fn inputs(&self, form: &Form) -> Vec<Value> {
        let nodes = self.nodes();
        let own: HashSet<usize> = nodes.iter().copied().collect();
        let mut inputs = Vec::new();
        for node in nodes {
            for input in &form.nodes[node].inputs {
                let inner = matches!(input, Value::Node(node) if own.contains(node));
                if !inner && !inputs.contains(input) {
                    inputs.push(*input);
                }
            }
        }
        inputs
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
    spread(form, &form.users(), open.remove(0).items)
}

/// Without scopes that only hold some of the branches of a join, as lists of modules do: the branches are in the scope around,
/// with a dot in their labels, where all of them are beside each other.
fn spread(form: &Form, users: &HashMap<Value, Vec<usize>>, items: Vec<Item>) -> Vec<Item> {
    let mut all = Vec::new();
    for item in items {
        let Item::Scope(mut scope) = item else {
            all.push(item);
            continue;
        };
        scope.items = spread(form, users, scope.items);
        if !is_of_branches(form, users, &scope.items) {
            all.push(Item::Scope(scope));
            continue;
        }
        let around = |label: &mut String| *label = format!("{}.{label}", scope.label);
        all.extend(scope.items.into_iter().map(|mut item| {
            match &mut item {
                Item::Node(_, label) => label.iter_mut().for_each(around),
                Item::Scope(inner) => around(&mut inner.label),
                Item::Again(..) => {}
            }
            item
        }));
    }
    all
}

/// Whether all of these take one value, and nothing but one join takes what they make.
fn is_of_branches(form: &Form, users: &HashMap<Value, Vec<usize>>, items: &[Item]) -> bool {
    let ends = |item: &Item| -> Option<(Value, usize)> {
        item.label()?;
        let (inputs, end) = (item.inputs(form), Value::Node(*item.nodes().last()?));
        let ([input], [join]) = (&inputs[..], &users.get(&end)?[..]) else {
            return None;
        };
        form.nodes[*join].call.kind.is_join().then_some((*input, *join))
    };
    let [first, rest @ ..] = items else { return false };
    let Some(first) = ends(first) else { return false };
    !rest.is_empty() && rest.iter().all(|item| ends(item) == Some(first))
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
