//! Builds a form, and asks the algebra of cnn-core about each of its layers.

use std::collections::{HashMap, HashSet};

use cnn_core::{Shape, input_error};

use super::{
    Call, Form, Node, Port, Refusal, Value, again, attention, channels, dense, rearrange, shuffle,
    slices, sums,
};

/// How deep modules may be in each other. Declarations are nested as they are.
const MOST_SCOPES: usize = 48;

/// A form that is not finished.
#[derive(Debug, Default)]
pub struct Builder {
    /// What there is of it.
    pub form: Form,
    /// Nodes that are part of others, unless something else uses them.
    pub parts: HashSet<usize>,
}

/// Where a layer is in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The name of its node.
    pub source: String,
    /// The operation, as the file calls it.
    pub operation: String,
    /// The modules that it is in.
    pub scope: Vec<String>,
    /// Its own name.
    pub label: Option<String>,
}

impl Builder {
    /// Adds an input.
    ///
    /// # Errors
    ///
    /// If no network can have an input of this shape.
    pub fn input(&mut self, name: String, shape: Shape) -> Result<Value, String> {
        if let Some(error) = input_error(&shape) {
            return Err(error.message.as_str().to_owned());
        }
        self.form.inputs.push(Port { name, shape });
        Ok(Value::Input(self.form.inputs.len() - 1))
    }

    /// Adds a layer whose output has the shape `expected` in the file.
    ///
    /// # Errors
    ///
    /// Why it cannot be declared.
    pub fn push(
        &mut self,
        origin: &Origin,
        mut call: Call,
        inputs: Vec<Value>,
        expected: Option<Shape>,
    ) -> Result<Value, String> {
        if origin.scope.len() > MOST_SCOPES {
            return Err(format!("it is in {} modules, one in another", origin.scope.len()));
        }
        let shapes: Vec<Shape> = inputs.iter().map(|value| self.form.shape(*value)).collect();
        let resolved = call.resolve(&shapes);
        let arriving = || {
            let shapes: Vec<String> = shapes.iter().map(|shape| format!("`{shape}`")).collect();
            shapes.join(" and ")
        };
        if !resolved.errors.is_empty() {
            return Err(format!("`{call}` cannot take {}", arriving()));
        }
        if let Some(expected) = expected.filter(|expected| *expected != resolved.output) {
            return Err(format!(
                "its output has the shape `{expected}` in the file, but that of `{call}` for {} is `{}`",
                arriving(),
                resolved.output
            ));
        }
        call.shorten(&shapes);
        let Origin { source, scope, label, .. } = origin.clone();
        self.form.nodes.push(Node {
            source,
            scope,
            label,
            call,
            inputs,
            op: resolved.op,
            shape: resolved.output,
            cost: (resolved.cost.params, resolved.cost.macs),
        });
        Ok(Value::Node(self.form.nodes.len() - 1))
    }

    /// Notes something that cannot be declared.
    pub fn refuse(&mut self, origin: &Origin, reason: impl Into<String>) {
        self.form.refusals.push(Refusal {
            node: origin.source.clone(),
            operation: origin.operation.clone(),
            reason: reason.into(),
        });
    }

    /// The finished form, without what no output depends on.
    pub fn finish(mut self) -> Form {
        let form = &mut self.form;
        if !form.refusals.is_empty() {
            return self.form;
        }
        let mut parts = std::mem::take(&mut self.parts);
        parts.extend(attention::join(form));
        parts.extend(channels::join(form));
        parts.extend(rearrange::join(form));
        parts.extend(sums::flatten(form));
        // A module may do more than its layer: the rest is beside that, as a label is no scope as well.
        let layers: HashSet<Vec<String>> = form
            .nodes
            .iter()
            .filter_map(|node| Some([&node.scope[..], &[node.label.clone()?]].concat()))
            .collect();
        for node in &mut form.nodes {
            while layers.contains(&node.scope) {
                node.scope.pop();
            }
        }
        parts.extend(shuffle::join(form));
        dense::nest(form);
        dense::hoist(form);
        let mut used = HashSet::new();
        let mut open: Vec<Value> = form.outputs.iter().map(|(_, value)| *value).collect();
        while let Some(value) = open.pop() {
            if let Value::Node(node) = value
                && used.insert(node)
            {
                open.extend(&form.nodes[node].inputs);
            }
        }
        let dead = form
            .nodes
            .iter()
            .enumerate()
            .filter(|(index, _)| !used.contains(index) && !parts.contains(index));
        form.dead.extend(dead.map(|(_, node)| node.source.clone()));
        form.retain(|index| used.contains(&index));
        slices::separate(form);
        name_single(form);
        again::find(form);
        self.form
    }
}

/// A layer without a name that is all there is of a module has the name of that.
fn name_single(form: &mut Form) {
    let mut counts: HashMap<Vec<String>, usize> = HashMap::new();
    for node in &form.nodes {
        for end in 1..=node.scope.len() {
            *counts.entry(node.scope[..end].to_vec()).or_insert(0) += 1;
        }
    }
    for node in &mut form.nodes {
        if node.label.is_none() && counts.get(&node.scope) == Some(&1) {
            node.label = node.scope.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_one_that_a_network_can_have() {
        let mut builder = Builder::default();
        assert_eq!(builder.input("x".to_owned(), Shape::new(&[3, 8, 8])), Ok(Value::Input(0)));
        let reason = builder.input("y".to_owned(), Shape::new(&[2, 2, 2, 2, 2])).unwrap_err();
        assert!(reason.starts_with("an input has 1 to 4 sizes, without the batch"), "{reason}");
        assert_eq!(builder.form.inputs.len(), 1);
    }
}
