//! Activations of values so large, and so small, that what they are made of overflows in f32.

mod engines;

use cnn_core::{Arg, Kind, Shape, Step};
use cnn_reference::{State, Tensor, network, output};
use engines::{ENGINES, Precision};

/// Beyond 88 the power overflows in f32, beyond 3 × 10¹² the cube.
const VALUES: [f64; 12] =
    [0.0, 1e-30, 1e-6, 0.015625, 1.0, 9.0, 19.5, 30.0, 87.0, 104.0, 1e6, 1e15];

const ACTIVATIONS: &[Kind] = &[
    Kind::Relu,
    Kind::Relu6,
    Kind::Elu,
    Kind::LeakyRelu,
    Kind::Selu,
    Kind::Gelu,
    Kind::Silu,
    Kind::Mish,
    Kind::Sigmoid,
    Kind::Tanh,
    Kind::Hardswish,
    Kind::Hardsigmoid,
    Kind::Softplus,
    Kind::Softmax,
    Kind::LogSoftmax,
    Kind::Glu,
];

#[test]
fn activations_are_right_where_powers_overflow() {
    let values = VALUES.iter().flat_map(|value| [*value, -*value]).map(|x| f64::from(x as f32));
    let input = Tensor::new(&[1, 24], values.collect());
    let mut wrong = Vec::new();
    for kind in ACTIVATIONS {
        let others: Vec<(usize, Arg<'static>)> = match kind {
            Kind::Softmax | Kind::LogSoftmax => vec![(0, Arg::Signed(1))],
            _ => Vec::new(),
        };
        let step = Step::plain("0", *kind, &[], others.leak(), "", 0);
        let graph = network(Shape::new(&[24]), vec![step]).graph;
        let expected = output(&graph, &State::default(), &input);
        for engine in ENGINES {
            let outputs = (engine.outputs)(&graph, &State::default(), &input, Precision::Single);
            let (_, ours) = &outputs.unwrap()[0];
            for ((x, ours), expected) in
                input.values().iter().zip(ours.values()).zip(expected.values())
            {
                // What is subtracted from 1 has its digits, not those of what is left.
                let right = (ours - expected).abs() <= 1e-6 * expected.abs().max(0.25);
                if !right {
                    wrong.push(format!(
                        "{}: {kind}({x:e}) = {ours:e}, not {expected:e}",
                        engine.name
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
