//! Activations of values so large or so small that parts of their formulas overflow in f32.

mod engines;

use cnn_core::{Arg, Arrivals, Kind, Op, Shape, Step, resolve};
use cnn_reference::{State, Tensor, network, output};
use engines::{ENGINES, Precision};

/// In f32, the power overflows beyond 88, and the cube beyond 3 × 10¹².
const VALUES: [f64; 12] =
    [0.0, 1e-30, 1e-6, 0.015625, 1.0, 9.0, 19.5, 30.0, 87.0, 104.0, 1e6, 1e15];

/// The layer without arguments, except for the dim of those that need it.
fn step(kind: Kind) -> Step<'static> {
    let others: &'static [(usize, Arg<'static>)] = match kind {
        Kind::Softmax | Kind::LogSoftmax => &[(0, Arg::Signed(1))],
        Kind::Clamp => &[(0, Arg::Float(-2.0))],
        _ => &[],
    };
    Step::new("0", kind, &[], others)
}

/// All activations without tensors that are made for all values.
fn activations() -> impl Iterator<Item = Step<'static>> {
    Kind::layers().map(step).filter(|step| {
        let resolved = resolve(step.kind, &step.args, &Arrivals::one(Shape::new(&[24])));
        let activation = matches!(resolved.op, Op::Activation(_) | Op::Softmax(_) | Op::Glu(_));
        let finite = !matches!(step.kind, Kind::Exp | Kind::Pow | Kind::Sqrt | Kind::Log);
        let activation = activation && finite;
        assert!(!activation || resolved.errors.is_empty(), "{}: {:?}", step.kind, resolved.errors);
        activation
    })
}

#[test]
fn activations_are_right_where_powers_overflow() {
    let values = VALUES.iter().flat_map(|value| [*value, -*value]).map(|x| f64::from(x as f32));
    let input = Tensor::new(&[1, 24], values.collect());
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for step in activations() {
        tried += 1;
        let kind = step.kind;
        let graph = network(Shape::new(&[24]), vec![step]).graph;
        let expected = output(&graph, &State::default(), &input);
        for engine in ENGINES {
            let outputs = engine.nodes(&graph, &State::default(), &input, Precision::Single);
            let (_, ours) = &outputs.unwrap()[0];
            for ((x, ours), expected) in
                input.values().iter().zip(ours.values()).zip(expected.values())
            {
                // A difference from 1 is as exact as 1 is.
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
    assert!(tried >= 16, "{tried} activations");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
