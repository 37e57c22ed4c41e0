//! Assumptions about sizes that only rustc knows.
//!
//! A network that uses constants from elsewhere says something about them: what a layer takes must be
//! the input. If that tells the value of each, the macro resolves the network with these, and
//! constant evaluation has nothing to do but to compare. If it tells nothing, or if the assumption is
//! wrong, constant evaluation resolves the network itself, so a wrong guess costs time and nothing
//! else.

use std::collections::{HashMap, HashSet};

use cnn_core::error::Problem;
use cnn_core::{Resolved, Shape};

use crate::check::sample::{Sample, SampleArgs, nested_value};
use crate::lower::layers::{Layer, Layers};
use crate::value::scope::Scope;

/// A network with assumed values.
pub struct Assumed {
    pub inputs: Vec<Shape>,
    /// The arguments of each layer.
    pub args: Vec<Option<SampleArgs>>,
    /// The resolution of each layer.
    pub outcomes: Vec<Option<Resolved>>,
}

/// The value of the first unknown name, and how far the next one is from it: numbers that are nowhere
/// else.
const UNLIKELY: (usize, usize) = (1_000_003, 4_027);

/// The most names whose values are looked for. Each takes a run over the network.
const MOST_NAMES: usize = 16;

/// The assumptions; `None` if the network does not determine them.
pub fn assume(layers: &Layers<'_>, scope: &Scope) -> Option<Assumed> {
    if layers.list.iter().any(|layer| layer.call.is_network()) {
        return None;
    }
    let mut given = HashMap::new();
    for _ in 0..MOST_NAMES {
        let (first, distance) = UNLIKELY;
        let sample = Sample::new(first, distance, scope, given.clone(), None);
        let outcomes = sample.run(layers);
        let inputs: Vec<Shape> = sample.inputs(layers).into_iter().collect::<Option<_>>()?;
        // Only what has been looked at has a value.
        let mut outputs = Vec::new();
        for output in &layers.outputs {
            let Some(declared) = &output.shape else { continue };
            let found = match layers.maker(output.value) {
                Some(layer) => outcomes[layer].map_or(Shape::LOST, |made| made.output),
                None => inputs[output.value],
            };
            outputs.push((sample.shape(declared)?, found));
        }
        let mut errors =
            outcomes.iter().flatten().flat_map(|outcome| outcome.errors.list()).flatten();
        let told = match errors.next().map(|error| error.problem) {
            Some(
                Problem::Features { takes, arrive, .. } | Problem::Swapped { takes, arrive, .. },
            ) => told(&sample, takes, arrive),
            Some(_) => None,
            None => {
                let sizes = outputs.iter().flat_map(|(declared, found)| {
                    declared.dims().iter().zip(found.dims()).filter(|(a, b)| a != b)
                });
                sizes.into_iter().find_map(|(a, b)| told(&sample, *a, *b))
            }
        };
        if let Some((name, value)) = told {
            given.insert(name, value);
            continue;
        }
        let valid = outcomes.iter().flatten().all(|outcome| outcome.errors.is_empty());
        let agrees = outputs.iter().all(|(declared, found)| declared == found);
        if !valid || !agrees || !sample.is_given() {
            return None;
        }
        let args = sample.all_args(layers);
        return Some(Assumed { inputs, args, outcomes });
    }
    None
}

/// The output sizes of embedded networks, as far as the layers after them determine these by the inputs that they
/// take. `dropped` is as for [`Sample::new`].
pub fn told_by_layers(
    layers: &Layers<'_>,
    scope: &Scope,
    dropped: Option<usize>,
) -> HashMap<String, usize> {
    let is_network = |layer: &&Layer<'_>| layer.call.is_network();
    let whole = layers.list.iter().filter(is_network).map(|layer| nested_value(layer, None));
    let inside = layers.taps.iter().map(|tap| nested_value(&layers.list[tap.layer], Some(tap)));
    let networks: HashSet<String> = whole.chain(inside).collect();
    let mut given = HashMap::new();
    if networks.is_empty() {
        return given;
    }
    for _ in 0..MOST_NAMES {
        let (first, distance) = UNLIKELY;
        let sample = Sample::new(first, distance, scope, given.clone(), dropped);
        let outcomes = sample.run(layers);
        let errors = outcomes.iter().flatten().flat_map(|outcome| outcome.errors.list()).flatten();
        let told = errors.map(|error| error.problem).find_map(|problem| match problem {
            Problem::Features { takes, arrive, .. } | Problem::Swapped { takes, arrive, .. } => {
                told(&sample, takes, arrive)
            }
            _ => None,
        });
        let of_network = |(name, _): &(String, usize)| {
            name.rsplit_once('[').is_some_and(|(value, _)| networks.contains(value))
        };
        let Some((name, value)) = told.filter(of_network) else { break };
        given.insert(name, value);
    }
    given
}

/// The name that two numbers tell the value of, which should be equal.
fn told(sample: &Sample<'_>, a: usize, b: usize) -> Option<(String, usize)> {
    match (sample.name_of(a), sample.name_of(b)) {
        (Some(name), None) => Some((name, b)),
        (None, Some(name)) => Some((name, a)),
        _ => None,
    }
}
