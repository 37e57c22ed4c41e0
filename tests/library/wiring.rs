//! Random networks in which values go anywhere, against PyTorch: through the macro, in values.
//!
//! `cnn-reference/pytorch/wiring.py` has made them.

use cnn::Graph;
use cnn_reference::{State, Tensor, all_outputs};

use networks::CASES;

#[allow(deprecated, reason = "random networks have layers that are not needed")]
pub mod networks {
    use super::Case;
    use cnn::cnn;

    include!("../../cnn-reference/pytorch/wiring.rs");
}

/// A network and what PyTorch says of it.
pub struct Case {
    pub graph: Graph,
    /// PyTorch's parameters and ours.
    params: (u64, u64),
    /// The names and sizes of PyTorch's `state_dict`.
    state: &'static str,
    /// Each output: its name, its shape, the sum of its magnitudes, and a sum of all its values with the
    /// weights that [`generate`] makes.
    outputs: &'static [(&'static str, &'static [usize], f64, f64)],
}

/// Values between −1 and 1, multiples of 2⁻³¹. `wiring.py` makes them by the same formula.
fn generate(name: &str, sizes: &[usize]) -> Tensor {
    let mix = |seed: u32, byte: u8| (seed ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let seed = name.bytes().fold(0x811C_9DC5, mix);
    let mut index = 0;
    Tensor::from_fn(sizes, |_| {
        let x = u32::wrapping_add(seed, u32::wrapping_mul(index, 0x9E37_79B9));
        index += 1;
        let x = (x ^ x >> 16).wrapping_mul(0x85EB_CA6B);
        let x = (x ^ x >> 13).wrapping_mul(0xC2B2_AE35);
        f64::from(x ^ x >> 16) / f64::from(1 << 30) / 2.0 - 1.0
    })
}

/// A tensor of a state, as `parameter` of `wiring.py` makes it.
fn parameter(name: &str, sizes: &[usize]) -> Tensor {
    let values = generate(name, sizes);
    match sizes {
        [_, weighed @ ..] if !weighed.is_empty() => {
            let reach = (3.0 / weighed.iter().product::<usize>() as f64).sqrt();
            values.map(|value| value * reach)
        }
        _ if name.ends_with("running_var") => values.map(|value| value.abs() + 0.5),
        _ => values,
    }
}

/// At what a network differs from PyTorch's.
fn differences(case: &Case) -> Vec<String> {
    let Case { graph, params, state, outputs } = case;
    let mut wrong = Vec::new();
    if params.0 != params.1 {
        wrong.push(format!("{} parameters, and not {}", params.1, params.0));
    }
    let tensor = |(name, shape): (String, cnn::Shape)| {
        let sizes: Vec<String> = shape.dims().iter().map(usize::to_string).collect();
        format!("{name}:{}", sizes.join("x"))
    };
    // PyTorch lists the modules in the order in which they are made, which is ours.
    let own: Vec<String> = graph.state_dict().into_iter().map(tensor).collect();
    let own = own.join(" ");
    if own != *state {
        wrong.push(format!("the tensors {own}, and not {state}"));
    }
    let inputs: Vec<Tensor> = graph
        .inputs
        .iter()
        .map(|input| {
            let sizes = [&[2], input.shape.dims()].concat();
            generate(&format!("input {}", input.name), &sizes)
        })
        .collect();
    let (_, values) = all_outputs(graph, &State::from_fn(graph, parameter), &inputs);
    assert_eq!((values.len(), graph.outputs.len()), (outputs.len(), outputs.len()));
    for ((output, value), (name, shape, size, sum)) in
        graph.outputs.iter().zip(&values).zip(*outputs)
    {
        if (output.name, output.shape.dims()) != (*name, *shape) || value.sizes()[1..] != **shape {
            wrong.push(format!("{}: {}, and not {name}: {shape:?}", output.name, output.shape));
            continue;
        }
        let weights = generate("sum", &[value.values().len()]);
        let magnitudes: f64 = value.values().iter().map(|value| value.abs()).sum();
        let weighed: f64 = value.values().iter().zip(weights.values()).map(|(a, b)| a * b).sum();
        for (ours, theirs) in [(magnitudes, size), (weighed, sum)] {
            // What is NaN differs, too.
            if ((ours - theirs).abs() > 1e-9 * size) || ours.is_nan() {
                wrong.push(format!("{name}: the sum {ours}, and not {theirs}"));
            }
        }
    }
    wrong
}

#[test]
fn values_that_go_anywhere_are_those_of_pytorch() {
    assert_eq!(CASES.len(), 500);
    let wrong = CASES.iter().map(|case| (case.graph.name, differences(case)));
    let wrong: Vec<_> = wrong.filter(|(_, differences)| !differences.is_empty()).collect();
    assert!(wrong.is_empty(), "{} networks differ: {wrong:#?}", wrong.len());
}
