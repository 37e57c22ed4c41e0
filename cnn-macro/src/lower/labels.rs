//! What left the labelled statements of a network, and what refers to it.

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::Span;

use crate::lower::environment::Environment;
use crate::lower::layers::Flow;
use crate::lower::names::NameScope;
use crate::report::errors::Errors;
use crate::report::place::NodeId;
use crate::report::suggest;
use crate::report::wording::Message;
use crate::syntax::label::{LabelPart, LabelText, Reference};
use crate::value::eval;
use crate::value::expr::Expr;
use crate::value::number::{Integers, Number};

/// The labels of a network.
#[derive(Default)]
pub struct Labels {
    /// What left each labelled statement.
    flows: HashMap<String, Flow>,
    /// References to labels that were not there yet.
    pending: Vec<Pending>,
}

/// A reference to a label that was not there yet.
struct Pending {
    node: NodeId,
    span: Span,
    label: String,
    /// The names in full that it could mean.
    candidates: Vec<String>,
    within: Rc<str>,
}

impl Labels {
    /// Notes what left a labelled statement. Returns whether the label is the first with this name.
    pub fn define(&mut self, full: String, flow: Flow) -> bool {
        self.flows.insert(full, flow).is_none()
    }

    /// What left the statement with this label at the top of the network.
    pub fn value(&self, label: &str) -> Option<Flow> {
        self.flows.get(label).copied()
    }

    /// The labels whose names begin with this scope, with what left them.
    pub fn below(&self, scope: &str) -> Vec<(String, Flow)> {
        let below = self.flows.iter().filter(|(name, _)| name.starts_with(scope));
        below.map(|(name, flow)| (name.clone(), *flow)).collect()
    }

    /// The labels at the top of the network.
    pub fn outermost(&self) -> impl Iterator<Item = &str> {
        let mut labels: Vec<&str> =
            self.flows.keys().map(String::as_str).filter(|label| !label.contains('.')).collect();
        labels.sort_unstable();
        labels.into_iter()
    }

    /// What a reference to a label stands for: what left the statement, or `here`, what flows at the
    /// place of the reference, if a parameter of a block makes `_` of the label.
    pub fn find(
        &mut self,
        reference: &Reference,
        label: &str,
        here: Flow,
        names: &NameScope,
        env: &Environment<'_>,
    ) -> Flow {
        if let Some(flow) = self.lookup(label, names) {
            return flow;
        }
        let Some(label) = env.scope().label(label) else { return here };
        self.lookup(&label, names).unwrap_or_else(|| {
            let candidates = names.prefixes().map(|prefix| format!("{prefix}{label}")).collect();
            let (node, span) = (NodeId::of(reference), reference.span);
            let within = env.within().clone();
            self.pending.push(Pending { node, span, label, candidates, within });
            None
        })
    }

    /// Looks a label up from the inside to the outside.
    fn lookup(&self, label: &str, names: &NameScope) -> Option<Flow> {
        names.prefixes().find_map(|prefix| self.flows.get(&format!("{prefix}{label}")).copied())
    }

    /// Reports the references to labels that were not there: only at the end of the network is it
    /// known which of the labels come later.
    pub fn report_pending(self, errors: &mut Errors) {
        for Pending { node, span, label, candidates, within } in self.pending {
            let message: Message = if candidates.iter().any(|name| self.flows.contains_key(name)) {
                format!("`{label}` comes later: only what has left a layer can be joined").into()
            } else {
                let known = self.flows.keys().map(String::as_str);
                match suggest::closest(&label, known) {
                    Some(meant) => {
                        Message::from(format!("there is no label `{label}`")).write(meant)
                    }
                    None => format!(
                        "there is no label `{label}`; a label is written before a layer: \
                         `{label}: conv(…)`"
                    )
                    .into(),
                }
            };
            errors.push_once(node, span, message.in_calls(&within));
        }
    }
}

/// A label with the values of what stands in its braces: `block2` for `"block{i + 1}"`. An error is
/// about the place `at`.
pub fn interpolate(
    text: &LabelText,
    at: (NodeId, Span),
    env: &Environment<'_>,
    errors: &mut Errors,
) -> Option<String> {
    let mut label = String::new();
    for part in text.parts() {
        match part {
            LabelPart::Text(text) => label.push_str(text),
            LabelPart::Value(written, expr) => match number(expr.as_ref(), env) {
                Some(value) => label.push_str(&value.to_string()),
                None => {
                    let message =
                        format!("`{written}` in this label is no number that is known here");
                    let (node, span) = at;
                    env.error(errors, node, span, message);
                    return None;
                }
            },
        }
    }
    Some(label)
}

/// The value of an expression in a label.
fn number(expr: Option<&Expr>, env: &Environment<'_>) -> Option<i128> {
    let expr = expr?;
    match eval::evaluate(expr, env.scope(), Integers::Unsigned) {
        Ok(Number::Int(value)) if !env.scope().is_generic(expr) => Some(value),
        _ => None,
    }
}
