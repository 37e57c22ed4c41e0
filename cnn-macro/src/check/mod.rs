//! Runs cnn-core's algebra over the layers whose sizes the macro knows, and reports what is wrong
//! with them. What it does not know is left to const evaluation.

pub mod assume;
pub mod lints;
pub mod run;
pub mod sample;
pub mod unused;

use cnn_core::error::ShapeErrors;
use cnn_core::{Arg, HeaderError, Resolved, Shape, Step, Trace, input_error};

use crate::check::assume::{Assumed, assume};
use crate::check::lints::Warning;
use crate::check::run::{KnownArgs, run, step};
use crate::lower::layers::{DeclaredShape, Layers};
use crate::report::errors::Errors;
use crate::value::scope::Scope;

/// What the macro found out about a network.
pub struct Checked {
    pub input: Verdict,
    /// One for each layer.
    pub layers: Vec<Verdict>,
    pub output: Verdict,
    /// What arrives at each layer, and what becomes of it, where the macro knows it.
    pub outcomes: Vec<Option<Resolved>>,
    /// Whether no error was found: otherwise it is not the network that was meant.
    pub valid: bool,
    /// What is legal in it and surely not meant. Nothing, if it is not valid.
    pub warnings: Vec<Warning>,
    /// What the macro assumes of what it does not know.
    pub assumed: Option<Assumed>,
}

impl Checked {
    /// The same, with nothing left for rustc to check or to warn of.
    pub fn settled(self) -> Checked {
        let settled = Verdict::default();
        let layers = vec![settled; self.layers.len()];
        let outcomes = self.outcomes;
        let (valid, warnings, assumed) = (false, Vec::new(), None);
        Checked { input: settled, layers, output: settled, outcomes, valid, warnings, assumed }
    }

    /// Whether anything depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.layers.iter().any(|verdict| verdict.generic)
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

/// Checks a network, as far as the macro knows its sizes. `valid` is whether no error has been found
/// in it so far, `scope` are the parameters of the network.
pub fn check(layers: &Layers<'_>, valid: bool, scope: &Scope, errors: &mut Errors) -> Checked {
    let before = errors.len();
    let (mut shape, input) = read(&layers.input);
    if !input.unknown
        && let Some(error) = input_error(&shape)
    {
        if error.axis.is_none() {
            // What follows from it is not reported.
            shape = Shape::LOST;
        }
        report(&layers.input, Some(error), errors);
    }
    let args: Vec<KnownArgs<'_>> = layers.list.iter().map(|layer| layer.call.args()).collect();
    let outcomes = run(layers, (!input.unknown).then_some(shape), &args, |_, _| None);
    let verdicts = verdicts(layers, input, &outcomes);

    let output_of =
        |outcome: &Option<Resolved>| outcome.map_or(Shape::LOST, |outcome| outcome.output);
    let outputs: Vec<Shape> = outcomes.iter().map(output_of).collect();
    let steps: Vec<Step<'_>> =
        layers.list.iter().zip(&args).map(|(layer, args)| step(layer, args)).collect();
    let trace = Trace { input: shape, steps: &steps, outputs: &outputs, proposes: true };
    for same in layers.by_call() {
        // A mistake in a layer that is repeated is one mistake.
        let mut reported = Vec::new();
        for index in same {
            let found = outcomes[index].as_ref().map(|outcome| outcome.errors);
            for error in found.iter().flat_map(ShapeErrors::list).flatten() {
                let place = steps[index].written.find(error.at);
                if !reported.contains(&place) {
                    let text = layers.list[index].call.bound().text();
                    let span = place.map_or(text.span(), |place| text.value_spans()[place]);
                    errors.push(span, trace.message(index, error).as_str());
                    reported.push(place);
                }
            }
        }
    }

    let mut output = verdicts.last().copied().unwrap_or(input);
    if let Some(shape) = &layers.output {
        let (declared, verdict) = read(shape);
        output = output.and(verdict);
        if layers.complete && !output.unknown {
            report(shape, trace.output_error(&declared), errors);
        }
    }
    let valid = valid && errors.len() == before;
    let warnings = if valid { lints::warnings(layers, &outcomes) } else { Vec::new() };
    let unknown = input.unknown || output.unknown || verdicts.iter().any(|layer| layer.unknown);
    let assumed = if valid && unknown { assume(layers, scope) } else { None };
    Checked { input, layers: verdicts, output, outcomes, valid, warnings, assumed }
}

fn verdicts(layers: &Layers<'_>, input: Verdict, outcomes: &[Option<Resolved>]) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    for (layer, outcome) in layers.list.iter().zip(outcomes) {
        let own = Verdict { unknown: outcome.is_none(), generic: layer.call.is_generic() };
        let all = layer.inputs.iter().fold(own, |verdict, value| {
            verdict.and(value.checked_sub(1).map_or(input, |layer| verdicts[layer]))
        });
        verdicts.push(all);
    }
    verdicts
}

/// The sizes of a declared shape; those that are not known are lost.
fn read(shape: &DeclaredShape) -> (Shape, Verdict) {
    let mut verdict = Verdict::default();
    let mut sizes = Vec::new();
    for size in &shape.sizes {
        let known = size.as_ref().and_then(|size| size.known);
        sizes.push(match known {
            Some(Arg::Size(size)) => size,
            _ => 0,
        });
        if let Some(size) = size {
            let own = Verdict { unknown: size.known.is_none(), generic: size.generic };
            verdict = verdict.and(own);
        }
    }
    sizes.truncate(cnn_core::MAX_RANK);
    (Shape::new(&sizes), verdict)
}

fn report(shape: &DeclaredShape, error: Option<HeaderError>, errors: &mut Errors) {
    let Some(error) = error else { return };
    let size = error.axis.and_then(|axis| shape.sizes.get(axis));
    match size {
        // This size has an error already.
        Some(None) => {}
        Some(Some(size)) => errors.push(size.span, error.message.as_str()),
        None => errors.push(shape.span, error.message.as_str()),
    }
}
