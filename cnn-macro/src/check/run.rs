//! cnn-core's algebra over the layers of a network.

use cnn_core::{Arg, Args, Arrivals, Inputs, Kind, Pass, Resolved, Shape, Step, resolve};

use crate::lower::layers::{Layer, Layers};
use crate::lower::taps::Tap;

/// The arguments of a layer with the indices of their parameters, if all are known.
pub type KnownArgs<'a> = Option<Vec<(usize, Arg<'a>)>>;

/// Resolves the layers whose arguments and inputs are known, given the network's inputs as far as these
/// are. `sample` gives what leaves a layer with unknown arguments, or what is taken from inside it, given
/// the input, if it is to go on after that.
pub fn run(
    layers: &Layers<'_>,
    inputs: &[Option<Shape>],
    args: &[KnownArgs<'_>],
    sample: impl Fn(&Layer<'_>, Option<&Tap>, &Shape) -> Option<Shape>,
) -> Vec<Option<Resolved>> {
    let mut values: Vec<Shape> = inputs.iter().map(|input| input.unwrap_or(Shape::LOST)).collect();
    let mut pass = Pass::new(&values);
    values.resize(layers.values(), Shape::LOST);
    let taps = layers.taps.iter().zip(inputs.len() + layers.list.len()..);
    let mut outcomes: Vec<Option<Resolved>> = Vec::new();
    for (index, (layer, args)) in layers.list.iter().zip(args).enumerate() {
        let known = layer.inputs.iter().all(|value| match layers.maker(*value) {
            None => inputs[*value].is_some(),
            Some(layer) => outcomes[layer].is_some(),
        });
        let step = step(layer, args);
        let outcome = match args {
            _ if !known => None,
            Some(_) => {
                let mut made = pass.step(&step, &values);
                if let Some(first) = step.weights_of.and_then(|first| outcomes[first].as_ref()) {
                    made.share(&first.op, &first.input);
                }
                Some(made)
            }
            None => {
                let first = Arrivals::new(values.len(), step.inputs, &values).first();
                for (tap, value) in taps.clone().filter(|(tap, _)| tap.layer == index) {
                    values[value] = sample(layer, Some(tap), &first).unwrap_or(Shape::LOST);
                }
                sample(layer, None, &first).map(|output| {
                    let nothing =
                        resolve(Kind::Identity, &Args::sizes(&[]), &Arrivals::one(output));
                    Resolved { input: first, ..nothing }
                })
            }
        };
        values[inputs.len() + index] = outcome.map_or(Shape::LOST, |outcome| outcome.output);
        outcomes.push(outcome);
    }
    outcomes
}

/// A layer for cnn-core.
pub fn step<'a>(layer: &'a Layer<'_>, args: &'a KnownArgs<'a>) -> Step<'a> {
    let bound = layer.call.bound();
    Step {
        name: &layer.name,
        kind: bound.kind(),
        args: Args { sizes: &[], others: args.as_deref().unwrap_or_default() },
        inputs: Inputs::Values(&layer.inputs),
        frozen: layer.frozen,
        weights_of: layer.again.as_ref().map(|again| again.weights_of),
        written: layer.text().written(),
        within: &layer.within,
    }
}
