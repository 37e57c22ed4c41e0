//! What layers make of the weights that they store.

use cnn_core::layers::{WeightNorm, WeightStandardization};

use crate::write::{Site, Value};

/// The weights of a layer, which have so many axes: those that it stores, or what a weight norm makes of them.
pub(super) fn weights(norm: Option<WeightNorm>, rank: usize, site: &mut Site<'_>) -> Value {
    let Some(norm) = norm else { return site.state("weight") };
    let [lengths, directions] = norm.suffixes().map(|suffix| site.state(suffix));
    let norms = site.reduce("ReduceL2", &directions, &behind_first(rank), true);
    let factors = site.op("Div", &[&lengths, &norms], []);
    site.op("Mul", &[&directions, &factors], [])
}

/// The weights with a mean of 0 and a variance of 1 for each kernel, and with its gain. `values` is the number of
/// values of a kernel.
pub(super) fn standardized(
    how: &WeightStandardization,
    weight: &Value,
    (rank, values): (usize, usize),
    site: &mut Site<'_>,
) -> Value {
    let axes = behind_first(rank);
    let mean = site.reduce("ReduceMean", weight, &axes, true);
    let centred = site.op("Sub", &[weight, &mean], []);
    let squares = site.op("Mul", &[&centred, &centred], []);
    let variance = site.reduce("ReduceMean", &squares, &axes, true);
    let variance = site.with("Add", &variance, how.eps);
    let deviation = site.op("Sqrt", &[&variance], []);
    let made = site.op("Div", &[&centred, &deviation], []);
    if !how.gain {
        return made;
    }
    let gain = site.state("gain");
    let gain = site.with("Mul", &gain, how.gamma / (values as f64).sqrt());
    site.op("Mul", &[&made, &gain], [])
}

fn behind_first(rank: usize) -> Vec<i64> {
    (1..rank as i64).collect()
}
