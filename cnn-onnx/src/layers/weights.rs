//! What layers make of the weights that they store.

use cnn_core::layers::{Parametrization, WeightStandardization};

use crate::write::{Site, Value};

/// The weights of a layer, which have so many axes: those that it stores, or what a parametrization makes of the tensors
/// in their place. `dim` is the one that the rows of their matrix are made of.
pub(super) fn weights(
    parametrization: Option<Parametrization>,
    (rank, dim): (usize, usize),
    site: &mut Site<'_>,
) -> Value {
    match parametrization {
        None => site.state("weight"),
        Some(Parametrization::WeightNorm(names)) => {
            let [lengths, directions] = names.of_weight_norm().map(|suffix| site.state(suffix));
            let norms = site.reduce("ReduceL2", &directions, &behind_first(rank), true);
            let factors = site.op("Div", &[&lengths, &norms], []);
            site.op("Mul", &[&directions, &factors], [])
        }
        Some(Parametrization::SpectralNorm(names)) => {
            let [weight, u, v] = names.of_spectral_norm().map(|suffix| site.state(suffix));
            let mut axes: Vec<i64> = (0..rank as i64).collect();
            axes.swap(0, dim);
            let by_rows = if dim == 0 { weight.clone() } else { site.transpose(&weight, &axes) };
            // A 0 keeps the size.
            let matrix = site.reshape(&by_rows, &[0, -1]);
            let product = site.op("MatMul", &[&matrix, &v], []);
            let norm = site.op("MatMul", &[&u, &product], []);
            site.op("Div", &[&weight, &norm], [])
        }
    }
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
