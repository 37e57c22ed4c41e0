//! Values that are taken from inside networks.

use std::cell::RefCell;

use crate::report::place::{NodeId, SpanRange};
use crate::value::scope::LabelValue;

/// A value that is taken from inside a network.
#[derive(Clone)]
pub struct Tap {
    /// The layer that is the network.
    pub layer: usize,
    /// The label in there.
    pub label: String,
    /// Where it is written, if anything takes it.
    pub written: Option<WrittenTap>,
}

/// `backbone.layer3`
#[derive(Clone)]
pub struct WrittenTap {
    pub node: NodeId,
    pub span: SpanRange,
    /// `backbone.`; `None` if the label is computed, so that nothing can be written in its place.
    pub scope: Option<String>,
}

/// The values that are taken from inside networks. While the layers are not all known, they are numbered
/// from `TAPS` on.
#[derive(Default)]
pub struct Taps(RefCell<Vec<Tap>>);

/// The first of these values: what layers make is below, and what flows into statements is above.
const TAPS: usize = usize::MAX / 4;

/// The index of a value among these, if it is one of them.
pub fn tap_of(value: usize) -> Option<usize> {
    value.checked_sub(TAPS).filter(|index| *index < TAPS)
}

impl Taps {
    /// The value of a label in a network, which is this layer.
    pub fn value(&self, layer: usize, label: &str) -> usize {
        let mut taps = self.0.borrow_mut();
        let same = |tap: &Tap| tap.layer == layer && tap.label == label;
        let known = taps.iter().position(same);
        TAPS + known.unwrap_or_else(|| {
            taps.push(Tap { layer, label: label.to_owned(), written: None });
            taps.len() - 1
        })
    }

    /// Notes where a value is taken, if it is from inside a network.
    pub fn note(&self, value: usize, label: &LabelValue) {
        let Some(index) = tap_of(value) else { return };
        let tap = &mut self.0.borrow_mut()[index];
        let written = match &label.base {
            Some((name, base)) => format!("{name}{}", &label.label[base.label.len()..]),
            None => label.label.clone(),
        };
        let scope = written.strip_suffix(tap.label.as_str()).filter(|_| !label.computed);
        tap.written.get_or_insert_with(|| WrittenTap {
            node: label.node,
            span: label.span,
            scope: scope.map(str::to_owned),
        });
    }

    /// The same value of another use of the network, which is that layer.
    pub fn again(&self, index: usize, layer: impl FnOnce(usize) -> usize) -> usize {
        let Tap { layer: first, label, written } = self.0.borrow()[index].clone();
        let value = self.value(layer(first), &label);
        self.0.borrow_mut()[value - TAPS].written = written;
        value
    }

    /// All of them, in the order of their values.
    pub fn all(&self) -> Vec<Tap> {
        self.0.borrow().clone()
    }
}
