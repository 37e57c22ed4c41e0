//! Runs cnn-core's algebra over the layers whose sizes the macro knows, and reports what is wrong
//! with them. What it does not know is left to const evaluation.

pub mod lints;

use cnn_core::error::ShapeErrors;
use cnn_core::{
    Arg, Args, Arrivals, HeaderError, Inputs, Kind, Pass, Resolved, Shape, Step, Trace, Written,
    input_error, resolve,
};

use crate::lower::layers::{Flat, Header, Layer};
use crate::report::errors::Errors;

/// What the macro found out about a network.
pub struct Checked {
    pub input: Verdict,
    /// One for each layer.
    pub layers: Vec<Verdict>,
    pub output: Verdict,
    /// What arrives at each layer, and what becomes of it, where the macro knows it.
    pub outcomes: Vec<Option<Outcome>>,
}

/// What arrives at a layer, and what becomes of it.
pub type Outcome = (Shape, Resolved);

impl Checked {
    /// The same, with nothing left to check.
    pub fn settled(self) -> Checked {
        let settled = Verdict::default();
        let layers = vec![settled; self.layers.len()];
        Checked { input: settled, layers, output: settled, ..self }
    }
}

/// What is left to check.
#[derive(Clone, Copy, Default)]
pub struct Verdict {
    /// The macro does not know all sizes, so that const evaluation has to check.
    pub unknown: bool,
    /// It depends on a parameter of the network, so that it has to be checked for each value.
    pub generic: bool,
}

impl Verdict {
    /// Whether anything is left to check.
    pub fn is_open(self) -> bool {
        self.unknown || self.generic
    }

    fn and(self, other: Verdict) -> Verdict {
        Verdict { unknown: self.unknown || other.unknown, generic: self.generic || other.generic }
    }
}

/// Checks a network, as far as the macro knows its sizes.
pub fn check(flat: &Flat<'_>, errors: &mut Errors) -> Checked {
    let (mut shape, input) = read(&flat.input);
    if !input.unknown
        && let Some(error) = input_error(&shape)
    {
        if error.axis.is_none() {
            // Nothing more is said about what is made of it.
            shape = Shape::LOST;
        }
        report(&flat.input, Some(error), errors);
    }
    let args: Vec<KnownArgs<'_>> = flat.layers.iter().map(|layer| layer.call.args()).collect();
    let outcomes = run(flat, (!input.unknown).then_some(shape), &args, |_, _| None);
    let layers = verdicts(flat, input, &outcomes);

    let output_of = |outcome: &Option<Outcome>| outcome.map_or(Shape::LOST, |(_, o)| o.output);
    let outputs: Vec<Shape> = outcomes.iter().map(output_of).collect();
    let steps: Vec<Step<'_>> = flat.layers.iter().zip(&args).map(step).collect();
    let trace = Trace { input: shape, steps: &steps, outputs: &outputs, proposes: true };
    for layers in flat.by_call() {
        // A mistake in a layer that is repeated is one mistake.
        let mut reported = Vec::new();
        for index in layers {
            let errors_of = |(_, outcome): &'_ Outcome| outcome.errors;
            let found = outcomes[index].as_ref().map(errors_of);
            for error in found.iter().flat_map(ShapeErrors::list).flatten() {
                let place = steps[index].written.find(error.at);
                if !reported.contains(&place) {
                    let bound = &flat.layers[index].call.bound;
                    let extent = place.map_or(bound.extent, |place| bound.extents[place]);
                    errors.push(extent, trace.message(index, error).as_str());
                    reported.push(place);
                }
            }
        }
    }

    let mut output = layers.last().copied().unwrap_or(input);
    if let Some(header) = &flat.output {
        let (declared, verdict) = read(header);
        output = output.and(verdict);
        if flat.complete && !output.unknown {
            report(header, trace.output_error(&declared), errors);
        }
    }
    Checked { input, layers, output, outcomes }
}

/// The arguments of a layer with the indices of their parameters, if all are known.
pub type KnownArgs<'a> = Option<Vec<(usize, Arg<'a>)>>;

/// Runs cnn-core's algebra over the layers whose arguments and inputs are known. `suppose` gives what
/// leaves a layer with unknown arguments, given what arrives, if it is to go on after that.
pub fn run(
    flat: &Flat<'_>,
    input: Option<Shape>,
    args: &[KnownArgs<'_>],
    suppose: impl Fn(&Layer<'_>, &Shape) -> Option<Shape>,
) -> Vec<Option<Outcome>> {
    let mut pass = Pass::new(input.unwrap_or(Shape::LOST));
    let mut outputs = Vec::new();
    let mut outcomes: Vec<Option<Outcome>> = Vec::new();
    for (index, (layer, args)) in flat.layers.iter().zip(args).enumerate() {
        let known = layer.inputs.iter().all(|value| match value.checked_sub(1) {
            None => input.is_some(),
            Some(layer) => outcomes[layer].is_some(),
        });
        let step = step((layer, args));
        let arrivals = Arrivals::new(index, step.inputs, input.unwrap_or(Shape::LOST), &outputs);
        let outcome = match args {
            _ if !known => None,
            Some(_) => Some((arrivals.first(), pass.step(index, &step, &outputs))),
            None => suppose(layer, &arrivals.first()).map(|output| {
                let nothing = resolve(Kind::Identity, &Args::sizes(&[]), &Arrivals::one(output));
                (arrivals.first(), nothing)
            }),
        };
        outputs.push(outcome.map_or(Shape::LOST, |(_, outcome)| outcome.output));
        outcomes.push(outcome);
    }
    outcomes
}

fn verdicts(flat: &Flat<'_>, input: Verdict, outcomes: &[Option<Outcome>]) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    for (layer, outcome) in flat.layers.iter().zip(outcomes) {
        let own = Verdict { unknown: outcome.is_none(), generic: layer.call.is_generic() };
        let all = layer.inputs.iter().fold(own, |verdict, value| {
            verdict.and(value.checked_sub(1).map_or(input, |layer| verdicts[layer]))
        });
        verdicts.push(all);
    }
    verdicts
}

fn step<'a>((layer, args): (&'a Layer<'_>, &'a KnownArgs<'a>)) -> Step<'a> {
    let bound = &layer.call.bound;
    Step {
        name: &layer.name,
        kind: bound.kind,
        args: Args { sizes: &[], others: args.as_deref().unwrap_or_default() },
        inputs: Inputs::Values(&layer.inputs),
        frozen: layer.frozen,
        written: Written { text: &bound.text, line: bound.line, places: &bound.places },
        within: &layer.within,
    }
}

/// The sizes of a declared shape; those that are not known are lost.
fn read(header: &Header) -> (Shape, Verdict) {
    let mut verdict = Verdict::default();
    let mut sizes = Vec::new();
    for value in &header.sizes {
        let known = value.as_ref().and_then(|value| value.known);
        sizes.push(match known {
            Some(Arg::Size(value)) => value,
            _ => 0,
        });
        if let Some(value) = value {
            let own = Verdict { unknown: value.known.is_none(), generic: value.generic };
            verdict = verdict.and(own);
        }
    }
    sizes.truncate(cnn_core::MAX_RANK);
    (Shape::new(&sizes), verdict)
}

fn report(header: &Header, error: Option<HeaderError>, errors: &mut Errors) {
    let Some(error) = error else { return };
    let size = error.axis.and_then(|axis| header.sizes.get(axis));
    match size {
        // This size has an error already.
        Some(None) => {}
        Some(Some(value)) => errors.push(value.extent, error.message.as_str()),
        None => errors.push(header.span, error.message.as_str()),
    }
}
