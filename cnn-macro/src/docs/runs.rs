//! Runs of the algebra with sample values.

use cnn_core::Resolved;

use crate::check::assume::told_by_layers;
use crate::check::sample::Sample;
use crate::lower::layers::Layers;
use crate::value::scope::Scope;

/// For each run the value of the first unknown name, and how far the next one is from it.
///
/// Small and large ones, even and odd ones: what is the same every time does not depend on them.
/// Powers of two are among them for networks that halve a size again and again, and their neighbours,
/// which tell how halves are rounded.
const RUNS: [(usize, usize); 9] = [
    (1024, 64),
    (3072, 192),
    (512, 32),
    (2049, 128),
    (2047, 320),
    (1026, 448),
    (771, 10),
    (133, 4),
    (61, 6),
];

/// The minimum number of runs in which a size must be the same.
const ENOUGH: usize = 2;

/// The runs in which nothing is wrong, if there are enough of them.
pub fn runs<'a>(layers: &Layers<'_>, scope: &'a Scope) -> Vec<(Sample<'a>, Vec<Option<Resolved>>)> {
    if layers.list.iter().any(|layer| layer.call.is_network()) {
        // A network keeps the axes, or makes features of them. If only one of these fits the layers
        // that follow, it is that one.
        let rank = layers.inputs[0].shape.sizes.len();
        let mut ranks = vec![0, rank.saturating_sub(1)];
        ranks.dedup();
        let possible = ranks.into_iter().map(|dropped| runs_with(layers, scope, Some(dropped)));
        let mut possible = possible.filter(|runs| !runs.is_empty());
        if let (Some(runs), None) = (possible.next(), possible.next()) {
            return runs;
        }
    }
    runs_with(layers, scope, None)
}

/// The runs in which a network inside of this one has this many axes less than its input.
fn runs_with<'a>(
    layers: &Layers<'_>,
    scope: &'a Scope,
    dropped: Option<usize>,
) -> Vec<(Sample<'a>, Vec<Option<Resolved>>)> {
    let given = told_by_layers(layers, scope, dropped);
    let runs = RUNS.map(|(first, distance)| {
        let sample = Sample::new(first, distance, scope, given.clone(), dropped);
        let outcomes = sample.run(layers);
        (sample, outcomes)
    });
    let valid = |outcomes: &[Option<Resolved>]| {
        outcomes.iter().flatten().all(|outcome| outcome.errors.is_empty())
    };
    let valid: Vec<_> = runs.into_iter().filter(|(_, outcomes)| valid(outcomes)).collect();
    if valid.len() < ENOUGH { Vec::new() } else { valid }
}
