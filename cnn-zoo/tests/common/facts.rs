//! Facts of PyTorch, as scripts wrote them down, and networks compared with them.

use cnn::Graph;
use cnn_reference::{Tensor, all_outputs, formula};
use serde_json::Value;

#[path = "../../../tests/compiler/skip.rs"]
mod skip;

use skip::skipped;

/// A list of sizes.
pub fn sizes(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(|size| size.as_u64().unwrap() as usize).collect()
}

/// A list of names with sizes.
pub fn named_sizes(list: &Value) -> Vec<(String, Vec<usize>)> {
    let list = list.as_array().unwrap().iter();
    list.map(|item| (item[0].as_str().unwrap().to_owned(), sizes(&item[1]))).collect()
}

/// The tensors of a network.
pub fn state(graph: &Graph) -> Vec<(String, Vec<usize>)> {
    let state = graph.state_dict().into_iter();
    state.map(|(name, shape)| (name, shape.dims().to_vec())).collect()
}

/// [`compare_outputs`] of a network that takes minutes: only if `CNN_WHOLE_ZOO` is set.
pub fn compare_outputs_of_large(name: &str, graph: &Graph, theirs: &Value) {
    if std::env::var_os("CNN_WHOLE_ZOO").is_some() {
        compare_outputs(name, graph, theirs);
    } else {
        skipped(&format!("{name}, which runs with CNN_WHOLE_ZOO=1"));
    }
}

/// Asserts that a network computes these outputs with the weights and the input of the formula.
pub fn compare_outputs(name: &str, graph: &Graph, theirs: &Value) {
    let input = formula::values("input", &[&[1], graph.input.dims()].concat());
    let (_, ours) = all_outputs(graph, &formula::state(graph), &[input]);
    let theirs = theirs.as_array().unwrap_or_else(|| panic!("no outputs of {name}"));
    assert_eq!(ours.len(), theirs.len(), "{name}");
    for ((output, ours), theirs) in graph.outputs.iter().zip(&ours).zip(theirs) {
        let at = format!("{name}, {}", output.name);
        assert_eq!(theirs[0], output.name, "{at}");
        let float = |value: &Value| value.as_f64().unwrap();
        let distance = match &theirs[1] {
            Value::Array(values) => {
                let theirs = Tensor::new(ours.sizes(), values.iter().map(float).collect());
                ours.distance(&theirs) / theirs.magnitude()
            }
            // Of many values, the sum of their magnitudes, and their sum with weights.
            size => {
                let weights = formula::values("sum", &[ours.values().len()]);
                let weighed = ours.values().iter().zip(weights.values()).map(|(a, b)| a * b);
                let sums = [ours.values().iter().map(|value| value.abs()).sum(), weighed.sum()];
                let theirs = [float(size), float(&theirs[2])];
                let off =
                    sums.iter().zip(theirs).map(|(ours, theirs): (&f64, _)| (ours - theirs).abs());
                off.fold(0.0, f64::max) / theirs[0]
            }
        };
        println!("{at}: within {distance:.0e} of the largest value");
        assert!(distance < 1e-12, "{at}: off by {distance:e} of the largest value");
    }
}
