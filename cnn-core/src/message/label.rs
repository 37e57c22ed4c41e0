//! What is wrong with a label by which a network is used in part.

use crate::language::spelling::{allowed, edits};
use crate::network::{Declaration, Found, Graph, Nodes, Part};
use crate::shape::Text;
use crate::shape::text::same_text;

impl Declaration {
    /// Checks one of the labels by which this network uses a part of the network that is a layer: the value
    /// `output` of the part, whose first is where it ends. `scope` is what is written before the label, with
    /// its dot; `None` if the label is computed.
    #[track_caller]
    pub const fn check_label(&'static self, layer: usize, output: usize, scope: Option<&str>) {
        if let Some(nested) = self.nested(layer)
            && let Some(part) = nested.graph.nodes.part()
            && let Some(message) = part.label_error(&nested.graph.whole(), output, scope)
        {
            panic!("{}", message.as_str());
        }
    }
}

impl Part {
    const fn label_error(&self, whole: &Graph, output: usize, scope: Option<&str>) -> Option<Text> {
        let (label, found) = self.point(output);
        let mut text = Text::new();
        match found {
            Found::Value { .. } if self.value(output).is_some() => return None,
            Found::Value { .. } => {
                let (end, found) = self.point(0);
                // The end has an error of its own, if there is none.
                if !matches!(found, Found::Value { .. }) {
                    return None;
                }
                text.code(label).str(" comes after ").code(end).str(", where this part of ");
                text.code(whole.name).str(" ends");
            }
            Found::InBranch => {
                text.code(label).str(" is in a branch of ").code(whole.name);
                text.str(", but a part can only end outside of branches");
                if let Some(outer) = before_branch(&whole.nodes, label) {
                    propose(&mut text, scope, outer);
                }
            }
            Found::Inside(network) => {
                let network = whole.nodes.at(network).name;
                text.code(label).str(" is inside `").str(network).str("`, a network embedded in ");
                text.code(whole.name).str(", and only ").code(whole.name).str(" can use it");
            }
            Found::Nothing => {
                text.code(whole.name).str(" has no label ").code(label);
                match nearest(&whole.nodes, label) {
                    Some(meant) => propose(&mut text, scope, meant),
                    None => outermost(&mut text, &whole.nodes),
                };
            }
        }
        Some(text)
    }
}

/// Says what to write, or what there is, where that depends on values.
const fn propose<'t>(text: &'t mut Text, scope: Option<&str>, label: &str) -> &'t mut Text {
    match scope {
        Some(scope) => text.str("\nhelp: write `").str(scope).str(label).str("`"),
        None => text.str("; there is ").code(label),
    }
}

/// The innermost scope around a label that is in no branch.
const fn before_branch<'l>(nodes: &Nodes, mut label: &'l str) -> Option<&'l str> {
    while let Some(dot) = last_dot(label) {
        label = label.split_at(dot).0;
        if nodes.ends_outside_of_branches(label) {
            return Some(label);
        }
    }
    None
}

/// The name of a layer or a scope that is most like a wrong one.
const fn nearest(nodes: &Nodes, wrong: &str) -> Option<&'static str> {
    let (mut nearest, mut least) = (None, usize::MAX);
    let mut index = 0;
    while index < nodes.len() {
        let mut name = nodes.name(index);
        loop {
            // What follows a name in the same scope has that scope, too.
            if let Some(distance) = edits(wrong, name, allowed(wrong, name))
                && distance < least
            {
                (nearest, least) = (Some(name), distance);
            }
            match last_dot(name) {
                Some(dot) => name = name.split_at(dot).0,
                None => break,
            }
        }
        index += 1;
    }
    nearest
}

/// How many labels are listed at most.
const MOST_LISTED: usize = 12;

/// Lists the outermost names.
const fn outermost<'t>(text: &'t mut Text, nodes: &Nodes) -> &'t mut Text {
    text.str("\nits labels are ");
    let (mut index, mut listed, mut last) = (0, 0, "");
    while index < nodes.len() && listed < MOST_LISTED {
        let name = first_part(nodes.name(index));
        if !same_text(name, last) {
            if listed > 0 {
                text.str(", ");
            }
            text.code(name);
            (last, listed) = (name, listed + 1);
        }
        index += 1;
    }
    if index < nodes.len() { text.str(", …") } else { text }
}

const fn first_part(name: &'static str) -> &'static str {
    let mut dot = 0;
    while dot < name.len() {
        if name.as_bytes()[dot] == b'.' {
            return name.split_at(dot).0;
        }
        dot += 1;
    }
    name
}

const fn last_dot(name: &str) -> Option<usize> {
    let mut dot = name.len();
    while dot > 0 {
        dot -= 1;
        if name.as_bytes()[dot] == b'.' {
            return Some(dot);
        }
    }
    None
}
