//! What values are called, and how names are written where they are used.

use super::super::tree::{Item, outer, within};
use super::Flow;
use crate::form::Value;

impl Flow<'_> {
    /// Notes what has a name in the file.
    pub(super) fn collect(&mut self, items: &[Item], path: &str) {
        for item in items {
            if let Some(label) = item.label() {
                self.labels.insert(label.to_owned());
                self.known.insert(within(path, label));
            }
            match item {
                Item::Node(node, label) => {
                    self.places.insert(*node, path.to_owned());
                    if let Some(label) = label {
                        self.paths.insert(Value::Node(*node), within(path, label));
                    }
                }
                Item::Again(_, nodes) => {
                    self.places.insert(nodes.end - 1, path.to_owned());
                }
                Item::Scope(scope) => {
                    self.collect(&scope.items, &scope.path);
                    // The outermost scope that ends with it is the shortest name.
                    if let Some(last) = scope.items.last().and_then(|item| item.nodes().pop()) {
                        self.paths.insert(Value::Node(last), scope.path.clone());
                    }
                }
            }
        }
    }

    /// What a value is called in the scope that is written now; one without a label gets one.
    pub(super) fn name(&mut self, value: Value) -> String {
        let full = self.full(value);
        self.relative(&full)
    }

    /// A full name as it is written in the current scope: names are looked up from the inside to the outside.
    pub(super) fn relative(&mut self, full: &str) -> String {
        let mut scopes = std::iter::successors(Some(self.scope.as_str()), |scope| outer(scope));
        let written = scopes.find_map(|scope| {
            let text = match scope {
                "" => full,
                scope => full.strip_prefix(scope)?.strip_prefix('.')?,
            };
            self.means(text, full).then(|| text.to_owned())
        });
        written.unwrap_or_else(|| {
            self.hidden.get_or_insert(full.to_owned());
            full.to_owned()
        })
    }

    /// Whether a name in the current scope is that of `full`, and not of something that is further inside.
    fn means(&self, text: &str, full: &str) -> bool {
        let mut scopes = std::iter::successors(Some(self.scope.as_str()), |scope| outer(scope));
        let found = scopes.find_map(|scope| {
            let name = within(scope, text);
            (name == full || self.is_taken(&name)).then_some(name)
        });
        found.is_some_and(|name| name == full)
    }

    /// Whether something has this full name.
    fn is_taken(&self, full: &str) -> bool {
        self.known.contains(full) || self.named.values().any(|named| named == full)
    }

    /// The full name of a value; one without a label gets one.
    pub(super) fn full(&mut self, value: Value) -> String {
        if let Some(path) = self.paths.get(&value) {
            self.mentioned.insert(path.clone());
            return path.clone();
        }
        if let Some(name) = self.named.get(&value) {
            return name.clone();
        }
        let scope = match value {
            Value::Node(node) => self.places.get(&node).cloned().unwrap_or_default(),
            Value::Input(_) => String::new(),
        };
        let output = self.form.outputs.iter().find(|(_, output)| *output == value);
        let (name, mut label) = match (value, output) {
            (Value::Input(index), _) => {
                let name = &self.form.inputs[index].name;
                (name.clone(), name.clone())
            }
            (_, Some((name, _))) if scope.is_empty() && self.form.outputs.len() > 1 => {
                (name.clone(), name.clone())
            }
            _ => ("skip".to_owned(), "skip1".to_owned()),
        };
        let mut number = 0;
        while !self.is_free(&label, &scope) {
            number += 1;
            label = format!("{name}{number}");
        }
        self.new.push((scope.clone(), label.clone()));
        // The label is written where the layer is, and its scope leads to it from elsewhere.
        self.named.insert(value, within(&scope, &label));
        self.named[&value].clone()
    }

    /// Whether a new label in a scope is no other one, which could be meant instead.
    fn is_free(&self, label: &str, scope: &str) -> bool {
        let is_in = |inner: &str, outer: &str| {
            outer.is_empty()
                || inner
                    .strip_prefix(outer)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let clash = |(other, known): &(String, String)| {
            known == label && (is_in(scope, other) || is_in(other, scope))
        };
        !self.labels.contains(label) && !self.new.iter().any(clash)
    }

    /// The label of a node in its scope.
    pub(super) fn label(&self, node: usize, label: &Option<String>) -> Option<String> {
        label.clone().or_else(|| {
            let name = self.named.get(&Value::Node(node))?;
            name.rsplit('.').next().map(str::to_owned)
        })
    }
}
