//! What is legal and surely not meant.

use std::collections::HashSet;
use std::rc::Rc;

use cnn_core::Resolved;
use cnn_core::lint::{Lint, Surroundings};
use proc_macro2::Span;

use crate::lower::layers::Layers;

/// A warning at a layer.
pub struct Warning {
    pub lint: Lint,
    pub note: String,
    pub span: Span,
}

/// The warnings about a network, which cnn-core's lints decide.
pub fn warnings(layers: &Layers<'_>, outcomes: &[Option<Resolved>]) -> Vec<Warning> {
    let mut consumers: Vec<Vec<usize>> = vec![Vec::new(); layers.list.len() + 1];
    for (index, layer) in layers.list.iter().enumerate() {
        for value in &layer.inputs {
            consumers[*value].push(index);
        }
    }
    // Of layers that the macro cannot resolve nothing is said.
    let kind =
        |layer: usize| outcomes[layer].as_ref().map(|_| layers.list[layer].call.bound().kind());
    let mut warnings = Vec::new();
    let mut said = HashSet::new();
    for (index, (layer, outcome)) in layers.list.iter().zip(outcomes).enumerate() {
        let Some(outcome) = outcome else { continue };
        let before = match &layer.inputs[..] {
            [value] if consumers[*value].len() == 1 => value.checked_sub(1).and_then(kind),
            _ => None,
        };
        let after = match consumers.get(index + 1).map(Vec::as_slice) {
            Some([consumer]) => kind(*consumer),
            _ => None,
        };
        let output = |value: &usize| match value.checked_sub(1) {
            Some(layer) => outcomes[layer].as_ref().map(|outcome| outcome.output),
            // Layer 0 can take nothing but the network's input.
            None => outcomes[0].as_ref().map(|outcome| outcome.input),
        };
        let inputs: Vec<_> = layer.inputs.iter().filter_map(output).collect();
        let last = index + 1 == layers.list.len() && layers.complete;
        let kind = layer.call.bound().kind();
        let place = Surroundings { kind, inputs: &inputs, before, after, last };
        for lint in Lint::ALL {
            let Some(text) = lint.find(outcome, &place) else { continue };
            let bound = layer.call.bound();
            // A call that is repeated, or stands in a block, is one call.
            if !layer.allowed.contains(&lint) && said.insert((Rc::as_ptr(bound), lint.name())) {
                let note = format!("{}; allow it with `#[allow({})]`", text.as_str(), lint.name());
                warnings.push(Warning { lint, note, span: bound.keyword().span() });
            }
        }
    }
    warnings
}
