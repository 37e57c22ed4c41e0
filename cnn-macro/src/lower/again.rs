//! Layers that run once more, with the same weights.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::call::text::CallText;
use crate::lower::Lowering;
use crate::lower::environment::Environment;
use crate::lower::labels::interpolate;
use crate::lower::layers::{Again, Flow, Layer, MAX_LAYERS, Mark, NOTHING};
use crate::lower::named::Named;
use crate::lower::names::{NameScope, StatementName, prefixes};
use crate::lower::taps::{Taps, tap_of};
use crate::report::place::{NodeId, SpanRange};
use crate::syntax::label::Reference;
use proc_macro2::Ident;

/// The layers and values of the labelled statements of a network.
#[derive(Default)]
pub struct Parts {
    /// None of those that come after an error, or have one in them.
    known: Named<Option<Part>>,
    /// The statements that are not complete yet, the innermost last: their names, what flows into them, and
    /// how many entries there were.
    open: Vec<(String, Flow, usize)>,
    /// What has been written, so that layers which one `again` makes have one text.
    texts: HashMap<(NodeId, String), Rc<CallText>>,
    /// What flows into each of these statements. Within it, that is a value of its own, `ENTRIES` and on,
    /// which stands for another one: what runs again takes something else in its place, but what a label
    /// means is the same each time, also where it is what flowed in.
    entries: Vec<usize>,
    /// The values that each layer takes, which may be such entries.
    taken: Vec<Vec<usize>>,
}

/// The first value that stands for what flows into a statement with a label.
const ENTRIES: usize = usize::MAX / 2;

/// The layers and values of a labelled statement.
#[derive(Clone)]
struct Part {
    /// Its input.
    entry: usize,
    /// The inputs of the statements within it, as indices of `entries`.
    entries: Range<usize>,
    layers: Range<usize>,
    /// Its output.
    exit: usize,
}

impl Parts {
    /// Notes that a statement with a label begins, and returns what flows within it.
    pub fn begin(&mut self, full: String, flow: Flow) -> Flow {
        let entry = flow.map(|flow| self.enter(flow));
        self.open.push((full, entry, self.entries.len()));
        entry
    }

    /// A value that stands for what flows into something. Where nothing flows, it is nothing.
    fn enter(&mut self, flow: usize) -> usize {
        if flow == NOTHING {
            return NOTHING;
        }
        self.entries.push(flow);
        ENTRIES + self.entries.len() - 1
    }

    /// Notes what the innermost of these statements has become. The first with a label is the one that is
    /// meant by it.
    pub fn end(&mut self, layers: Range<usize>, exit: Flow) {
        let Some((full, entry, first)) = self.open.pop() else { return };
        let entries = first..self.entries.len();
        let part = entry.zip(exit).map(|(entry, exit)| Part { entry, entries, layers, exit });
        self.known.get_or_insert(full, part);
    }

    /// The input or the output of a layer that a value is.
    pub fn made(&self, mut value: usize) -> usize {
        while let Some(entry) = entry_of(value) {
            value = self.entries[entry];
        }
        value
    }

    /// Notes what the next layer takes, and returns what makes it.
    pub fn take(&mut self, values: Vec<usize>) -> Vec<usize> {
        let made = values.iter().map(|value| self.made(*value)).collect();
        self.taken.push(values);
        made
    }

    /// Whether the statement that this label names is not complete yet.
    fn is_open(&self, full: &str) -> bool {
        self.open.iter().any(|(open, ..)| open == full) && !self.known.contains(full)
    }
}

/// The index of what flows into a statement, if a value stands for that.
fn entry_of(value: usize) -> Option<usize> {
    value.checked_sub(ENTRIES).filter(|_| value != NOTHING)
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
        env: &Environment,
    ) -> Flow {
        let at = (NodeId::of(reference), reference.span);
        let written = reference.text.as_ref()?;
        let label = interpolate(written, at, env, self.errors)?;
        let full = self.labels.full(reference, names, env);
        let is_open = |prefix| self.parts.is_open(&format!("{prefix}{label}"));
        if full.is_none() && prefixes(names.prefix()).any(is_open) {
            let message = format!("`{label}` cannot run again inside itself");
            self.error(at.0, at.1, message, env);
            return None;
        }
        let found = self.labels.find(reference, flow, names, env, self.errors)?;
        let known = full.and_then(|full| Some((self.parts.known.get(&full)?.clone(), full)));
        let Some((part, full)) = known else {
            // What is wrong with the label itself has been reported.
            if found.flows.iter().all(Option::is_some) {
                let is_inside = |flow: &Flow| flow.is_some_and(|value| tap_of(value).is_some());
                let message = match found.flows.iter().any(is_inside) {
                    true => {
                        format!(
                            "`{label}` is inside a network, which can only run again as a whole"
                        )
                    }
                    false => format!("`{label}` has no layers to run again"),
                };
                self.error(at.0, at.1, message, env);
            }
            return None;
        };
        let part = part?;
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
            entries: self.parts.entries.len(),
            inputs: self.inputs.len(),
            taps: Rc::clone(self.labels.taps()),
        };
        self.entries_again(&copy);
        for index in part.layers.clone() {
            let layer = self.layer_again(&copy, index, &text, env);
            let at = (NodeId::of(reference), text.span());
            self.give_name(&layer.name, layer.call.bound().kind(), name, at, env);
            self.layers.push(layer);
        }
        self.labels_again(&copy);
        Some(copy.value(part.exit))
    }

    /// The inputs of the statements of a part when it runs again.
    fn entries_again(&mut self, copy: &Copy) {
        let (_, part) = &copy.from;
        for entry in part.entries.clone() {
            let flow = copy.value(self.parts.entries[entry]);
            self.parts.entries.push(flow);
        }
    }

    /// A layer once more.
    fn layer_again(
        &mut self,
        copy: &Copy,
        index: usize,
        text: &Rc<CallText>,
        env: &Environment,
    ) -> Layer<'a> {
        let taken = self.parts.taken[index].iter().map(|value| copy.value(*value)).collect();
        let inputs = self.parts.take(taken);
        let first = &self.layers[index];
        // What runs again may itself be what ran again.
        let weights_of = first.again.as_ref().map_or(index, |again| again.weights_of);
        Layer {
            name: copy.name(&first.name),
            call: Rc::clone(&first.call),
            inputs,
            frozen: first.frozen,
            in_branch: first.in_branch || env.is_in_branch(),
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
        self.labels.networks_again(full, |name, layer| (copy.name(name), copy.layer(layer)));
        let again = |mark: &Mark| Mark {
            label: copy.name(&mark.label),
            value: copy.value(mark.value),
            layers: copy.layer(mark.layers),
        };
        let marks: Vec<Mark> =
            self.marks.iter().filter(|mark| mark.label.starts_with(&scope)).map(again).collect();
        self.marks.extend(marks);
        let parts = self.parts.known.within(&scope);
        let again = |part: &Option<Part>| part.as_ref().map(|part| copy.part(part));
        let parts: Vec<(String, Option<Part>)> =
            parts.map(|(name, part)| (copy.name(name), again(part))).collect();
        for (name, part) in parts {
            self.parts.known.insert(name, part);
        }
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
    /// Its input now.
    entry: usize,
    /// The first of the new entries.
    entries: usize,
    /// How many inputs the network has.
    inputs: usize,
    taps: Rc<Taps>,
}

impl Copy {
    /// The index of a layer of the part among those of its next use; of one before it, that of the first.
    fn layer(&self, layer: usize) -> usize {
        self.to.1 + layer.saturating_sub(self.from.1.layers.start)
    }

    /// The replacement of a value; the value itself, if it comes from outside.
    fn value(&self, value: usize) -> usize {
        let (_, Part { entry, entries, layers, .. }) = &self.from;
        if value == *entry {
            return self.entry;
        }
        if let Some(inner) = entry_of(value).filter(|inner| entries.contains(inner)) {
            return ENTRIES + self.entries + (inner - entries.start);
        }
        if let Some(tap) = tap_of(value) {
            let again = |layer| if layers.contains(&layer) { self.layer(layer) } else { layer };
            return self.taps.again(tap, again);
        }
        match value.checked_sub(self.inputs).filter(|layer| layers.contains(layer)) {
            Some(layer) => self.inputs + self.layer(layer),
            None => value,
        }
    }

    fn name(&self, name: &str) -> String {
        let rest = name.strip_prefix(self.from.0.as_str()).unwrap_or(name);
        format!("{}{rest}", self.to.0)
    }

    fn part(&self, part: &Part) -> Part {
        let (_, Part { entries, .. }) = &self.from;
        let start = self.layer(part.layers.start);
        let first = self.entries + (part.entries.start - entries.start);
        Part {
            entry: self.value(part.entry),
            entries: first..first + part.entries.len(),
            layers: start..start + part.layers.len(),
            exit: self.value(part.exit),
        }
    }
}
