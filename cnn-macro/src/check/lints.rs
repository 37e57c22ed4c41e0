//! Code that is legal but almost certainly a mistake.

use std::collections::HashSet;

use cnn_core::lint::{Lint, Surroundings};
use cnn_core::{Kind, Resolved, Shape};
use proc_macro2::Span;

use crate::lower::layers::{Input, Layer, Layers};
use crate::report::wording::Message;

/// A warning at a layer.
pub struct Warning {
    pub lint: Lint,
    pub note: String,
    pub span: Span,
}

impl Warning {
    /// A warning at the keyword of a layer, with the calls of blocks that it is in.
    fn at(layer: &Layer<'_>, lint: Lint, text: &str) -> Warning {
        Warning::new(lint, text, &layer.within, layer.keyword_span())
    }

    /// A warning with the calls of blocks that led to what it is about.
    pub fn new(lint: Lint, text: &str, within: &str, span: Span) -> Warning {
        let text = Message::from(text).in_calls(within).into_text();
        let note = format!("{text}\nallow it with `#[allow({})]`", lint.name());
        Warning { lint, note, span }
    }
}

/// The warnings about a network, given its inputs as far as they are known. cnn-core's lints decide what
/// concerns single layers.
pub fn warnings(
    layers: &Layers<'_>,
    given: &[Option<Shape>],
    outcomes: &[Option<Resolved>],
) -> Vec<Warning> {
    let mut consumers: Vec<Vec<usize>> = vec![Vec::new(); layers.values()];
    for (index, layer) in layers.list.iter().enumerate() {
        for value in &layer.inputs {
            consumers[*value].push(index);
        }
    }
    // Of layers that the macro cannot resolve nothing is said.
    let kind =
        |layer: usize| outcomes[layer].as_ref().map(|_| layers.list[layer].call.bound().kind());
    // The output after something unreadable is not the intended one.
    let is_output =
        |value: usize| layers.complete && layers.outputs.iter().any(|output| output.value == value);
    let mut warnings = unused(layers, &consumers);
    warnings.extend(nothing_shared(layers, outcomes));
    let mut said = HashSet::new();
    for (index, (layer, outcome)) in layers.list.iter().zip(outcomes).enumerate() {
        let Some(outcome) = outcome else { continue };
        if layer.again.is_some() {
            // What there is to say has been said where it runs first.
            continue;
        }
        let before = match &layer.inputs[..] {
            [value] if consumers[*value].len() == 1 && !is_output(*value) => {
                layers.maker(*value).and_then(kind)
            }
            _ => None,
        };
        let own = layers.inputs.len() + index;
        let last = is_output(own);
        let after = match &consumers[own][..] {
            [consumer] if !last => kind(*consumer),
            _ => None,
        };
        let shape = |value: &usize| match layers.maker(*value) {
            // It has the shape that it was given, so that it is meant to be repeated.
            Some(layer) if matches!(kind(layer), Some(Kind::Parameter | Kind::Buffer)) => None,
            Some(layer) => outcomes[layer].as_ref().map(|outcome| outcome.output),
            None => given[*value],
        };
        let inputs: Vec<_> = layer.inputs.iter().filter_map(shape).collect();
        let kind = layer.call.bound().kind();
        let place = Surroundings { kind, inputs: &inputs, before, after, last };
        for lint in Lint::ALL {
            let Some(text) = lint.find(outcome, &place) else { continue };
            // A call that is repeated, or is in a block, is one call.
            let call = std::ptr::from_ref(layer.text());
            if !layer.allowed.contains(&lint) && said.insert((call, lint.name())) {
                warnings.push(Warning::at(layer, lint, text.as_str()));
            }
        }
    }
    warnings
}

/// The values that no layer uses and that are not outputs.
fn unused(layers: &Layers<'_>, consumers: &[Vec<usize>]) -> Vec<Warning> {
    let (lint, mut warnings) = (Lint::UnusedValue, Vec::new());
    let mut said = HashSet::new();
    // What could not be read may take them.
    if !layers.complete || layers.list.iter().any(|layer| layer.inputs.is_empty()) {
        return warnings;
    }
    let values = 0..layers.inputs.len() + layers.list.len();
    for value in values.filter(|value| consumers[*value].is_empty()) {
        if layers.outputs.iter().any(|output| output.value == value) {
            continue;
        }
        let maker = layers.maker(value);
        let has_taps = maker.is_some_and(|layer| layers.taps_of(layer).next().is_some());
        warnings.push(match maker.map(|layer| &layers.list[layer]) {
            Some(layer) if layer.allowed.contains(&lint) => continue,
            Some(layer) if !said.insert(std::ptr::from_ref(layer.text())) => continue,
            Some(layer) => {
                let text = match has_taps {
                    true => {
                        "the output of this network is never used; `until` could end it earlier"
                    }
                    false => "this layer does not contribute to any output of the network",
                };
                Warning::at(layer, lint, text)
            }
            None if layers.allowed.contains(&lint) => continue,
            None => {
                let Input { name, span, .. } = &layers.inputs[value];
                Warning::new(lint, &format!("input `{name}` is never used"), "", *span)
            }
        });
    }
    warnings
}

/// Layers that run again but have no weights to share.
fn nothing_shared(layers: &Layers<'_>, outcomes: &[Option<Resolved>]) -> Vec<Warning> {
    let (lint, mut warnings) = (Lint::NothingShared, Vec::new());
    let has_weights = |layer: &usize| {
        // Of a network, and of what is not known, the macro cannot tell.
        layers.list[*layer].call.is_network()
            || outcomes[*layer].is_none_or(|made| made.op.tensor(0, &made.input).is_some())
    };
    for same in &layers.calls {
        let layer = &layers.list[same[0]];
        if layer.again.is_none() || layer.allowed.contains(&lint) || same.iter().any(has_weights) {
            continue;
        }
        warnings.push(Warning::at(layer, lint, "these layers have no weights to share"));
    }
    warnings
}
