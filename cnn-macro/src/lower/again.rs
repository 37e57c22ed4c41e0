//! What runs once more, with the same weights.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use crate::call::text::CallText;
use crate::lower::Lowering;
use crate::lower::environment::Environment;
use crate::lower::labels::interpolate;
use crate::lower::layers::{Again, Flow, Layer, MAX_LAYERS, NOTHING};
use crate::lower::names::{NameScope, StatementName, prefixes};
use crate::report::place::{NodeId, SpanRange};
use crate::syntax::label::Reference;
use proc_macro2::Ident;

/// What the labelled statements of a network have become.
#[derive(Default)]
pub struct Parts {
    known: BTreeMap<String, Part>,
    /// The statements that are not complete yet, the innermost last.
    open: Vec<String>,
    /// What has been written, so that layers which one `again` makes have one text.
    texts: BTreeMap<(NodeId, String), Rc<CallText>>,
}

/// What a labelled statement has become.
#[derive(Clone)]
struct Part {
    /// What flowed into it.
    entry: usize,
    layers: Range<usize>,
    /// What left it.
    exit: usize,
}

impl Parts {
    /// Notes that a statement with a label begins.
    pub fn begin(&mut self, full: String) {
        self.open.push(full);
    }

    /// Notes what the innermost of these statements has become. The first with a label is the one that is
    /// meant by it.
    pub fn end(&mut self, entry: Flow, layers: Range<usize>, exit: Flow) {
        let full = self.open.pop();
        if let (Some(full), Some(entry), Some(exit)) = (full, entry, exit) {
            self.known.entry(full).or_insert(Part { entry, layers, exit });
        }
    }
}

impl Parts {
    /// What a label names.
    fn get(&self, full: &str) -> Option<Part> {
        self.known.get(full).cloned()
    }

    /// Whether the statement that this label names is not complete yet.
    fn is_open(&self, full: &str) -> bool {
        self.open.iter().any(|open| open == full) && !self.known.contains_key(full)
    }
}

impl<'a> Lowering<'a, '_, '_> {
    /// The layers of a label once more, on what flows here.
    pub(super) fn again(
        &mut self,
        keyword: &'a Ident,
        reference: &'a Reference,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> Flow {
        let at = (NodeId::of(reference), reference.span);
        let written = reference.text.as_ref()?;
        let label = interpolate(written, at, env, self.errors)?;
        if prefixes(names.prefix()).any(|prefix| self.parts.is_open(&format!("{prefix}{label}"))) {
            let message = format!("`{label}` would contain itself: it ends after this `again`");
            self.error(at.0, at.1, message, env);
            return None;
        }
        let found = self.labels.find(reference, None, names, env, self.errors)?;
        let full = self.labels.full(reference, names, env);
        let Some((full, part)) = full.and_then(|full| Some((full.clone(), self.parts.get(&full)?)))
        else {
            // What is wrong with the label itself has been reported.
            if found.flows.iter().all(Option::is_some) {
                let message = format!("`{label}` names no layers, which could run again");
                self.error(at.0, at.1, message, env);
            }
            return None;
        };
        let entry = flow?;
        let text = self.again_text(keyword, reference, &label);
        if entry == NOTHING {
            self.nothing_flows(NodeId::of(reference), text.span(), env);
            return None;
        }
        if self.layers.len() + part.layers.len() > MAX_LAYERS {
            self.too_many(text.span().start());
            return None;
        }
        let own = match name {
            StatementName::Given(label, _) | StatementName::Index(label) => label.clone(),
            StatementName::Own | StatementName::Counted => names.count("again"),
        };
        let copy = Copy {
            from: (full, part.clone()),
            to: (names.full(&own), self.layers.len()),
            entry,
            inputs: self.inputs,
        };
        for index in part.layers.clone() {
            let layer = self.layer_again(&copy, index, &text, env);
            if let Some(message) = self.names.give(&layer.name, name, layer.call.bound().kind()) {
                let (node, span) = match name {
                    StatementName::Given(_, label) => (NodeId::of(*label), label.span.into()),
                    _ => (NodeId::of(reference), text.span()),
                };
                self.error(node, span, message, env);
            }
            self.layers.push(layer);
        }
        self.labels_again(&copy);
        Some(copy.value(part.exit))
    }

    /// A layer once more.
    fn layer_again(
        &self,
        copy: &Copy,
        index: usize,
        text: &Rc<CallText>,
        env: &Environment<'a>,
    ) -> Layer<'a> {
        let first = &self.layers[index];
        // What runs again may itself be what ran again.
        let weights_of = first.again.as_ref().map_or(index, |again| again.weights_of);
        Layer {
            name: copy.name(&first.name),
            call: Rc::clone(&first.call),
            inputs: first.inputs.iter().map(|value| copy.value(*value)).collect(),
            frozen: first.frozen,
            allowed: Rc::clone(env.allowed()),
            within: Rc::clone(env.within()),
            again: Some(Again { weights_of, text: Rc::clone(text) }),
        }
    }

    /// The labels within a part mean the new values, below the new name.
    fn labels_again(&mut self, copy: &Copy) {
        let (full, _) = &copy.from;
        let scope = format!("{full}.");
        for (name, flow) in self.labels.below(&scope) {
            self.labels.define(copy.name(&name), flow.map(|value| copy.value(value)));
        }
        let parts: Vec<(String, Part)> = self
            .parts
            .known
            .iter()
            .filter(|(name, _)| name.starts_with(&scope))
            .map(|(name, part)| (copy.name(name), copy.part(part)))
            .collect();
        self.parts.known.extend(parts);
    }

    /// `again(tower)`, the same text for all layers of one `again`.
    fn again_text(&mut self, keyword: &Ident, reference: &Reference, label: &str) -> Rc<CallText> {
        let span = SpanRange::from(keyword.span()).to(reference.span);
        let text = self.parts.texts.entry((NodeId::of(reference), label.to_owned()));
        text.or_insert_with(|| Rc::new(CallText::new(format!("again({label})"), span))).clone()
    }
}

/// How values and names of a part become those of its next use.
struct Copy {
    /// The label in full, and what it has become.
    from: (String, Part),
    /// The new name in full, and the first of the new layers.
    to: (String, usize),
    /// What flows into it now.
    entry: usize,
    /// How many inputs the network has.
    inputs: usize,
}

impl Copy {
    /// What stands in place of a value; itself, if it comes from elsewhere.
    fn value(&self, value: usize) -> usize {
        let (_, Part { entry, layers, .. }) = &self.from;
        let made = value.checked_sub(self.inputs).filter(|layer| layers.contains(layer));
        match made {
            Some(layer) => self.inputs + self.to.1 + (layer - layers.start),
            None if value == *entry => self.entry,
            None => value,
        }
    }

    fn name(&self, name: &str) -> String {
        let rest = name.strip_prefix(self.from.0.as_str()).unwrap_or(name);
        format!("{}{rest}", self.to.0)
    }

    fn part(&self, part: &Part) -> Part {
        let (_, Part { layers, .. }) = &self.from;
        let start = self.to.1 + (part.layers.start - layers.start);
        Part {
            entry: self.value(part.entry),
            layers: start..start + part.layers.len(),
            exit: self.value(part.exit),
        }
    }
}
