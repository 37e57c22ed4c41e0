//! Runs cnn-core's algebra over the layers whose sizes the macro knows, and reports what is wrong
//! with them. What it does not know is left to const evaluation.

use cnn_core::{
    Arg, HeaderError, Pass, Resolved, Shape, Source, Step, Trace, Written, input_error,
};

use crate::errors::Errors;
use crate::lower::{Flat, Header, Layer};

/// What the macro found out about a network.
pub struct Checked {
    pub input: Verdict,
    /// One for each layer.
    pub layers: Vec<Verdict>,
    pub output: Verdict,
    /// For each layer its outcome, where the macro knows it.
    pub resolved: Vec<Option<Resolved>>,
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
    let (input, input_verdict) = read(&flat.input);
    if !input_verdict.unknown {
        report(&flat.input, input_error(&input), errors);
    }
    let args: Vec<Option<Vec<Arg<'_>>>> = flat.layers.iter().map(|l| l.call.args()).collect();
    let steps: Vec<Step<'_>> = flat.layers.iter().zip(&args).map(step).collect();

    let mut pass = Pass::new(input);
    let mut outputs = Vec::new();
    let mut verdicts: Vec<Verdict> = Vec::new();
    let mut resolved = Vec::new();
    for (index, (layer, step)) in flat.layers.iter().zip(&steps).enumerate() {
        let own = Verdict { unknown: args[index].is_none(), generic: layer.call.is_generic() };
        let verdict = layer.inputs.iter().fold(own, |verdict, edge| {
            verdict.and(match edge.from {
                Source::Input => input_verdict,
                Source::Node(node) => verdicts[node],
            })
        });
        let outcome = (!verdict.unknown).then(|| pass.step(step, &outputs));
        outputs.push(outcome.map_or(Shape::LOST, |outcome| outcome.output));
        verdicts.push(verdict);
        let found = outcome.iter().flat_map(|outcome| outcome.errors.list()).flatten();
        for error in found {
            let message = Trace { input, steps: &steps, outputs: &outputs }.message(index, error);
            let bound = &layer.call.bound;
            let place = step.written.find(error.at);
            let extent = place.map_or(bound.extent, |place| bound.extents[place]);
            errors.push(extent, message.as_str());
        }
        resolved.push(outcome);
    }

    let mut output = verdicts.last().copied().unwrap_or(input_verdict);
    if let Some(header) = &flat.output {
        let (declared, declared_verdict) = read(header);
        output = output.and(declared_verdict);
        if flat.complete && !output.unknown {
            let trace = Trace { input, steps: &steps, outputs: &outputs };
            report(header, trace.output_error(&declared), errors);
        }
    }
    Checked { input: input_verdict, layers: verdicts, output, resolved }
}

fn step<'a>((layer, args): (&'a Layer<'_>, &'a Option<Vec<Arg<'a>>>)) -> Step<'a> {
    let bound = &layer.call.bound;
    Step {
        name: &layer.name,
        kind: bound.kind,
        args: args.as_deref().unwrap_or_default(),
        inputs: &layer.inputs,
        frozen: layer.frozen,
        written: Written { text: &bound.text, places: &bound.places },
    }
}

/// The sizes of a declared shape; those that are not known are lost.
fn read(header: &Header) -> (Shape, Verdict) {
    let mut verdict = Verdict::default();
    let mut sizes = Vec::new();
    for value in &header.sizes {
        let known = value.as_ref().and_then(|value| value.known);
        sizes.push(match known {
            Some(Arg::Size { value }) => value,
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
        Some(Some(value)) => errors.push(value.expr.extent(), error.message.as_str()),
        None => errors.push(header.span, error.message.as_str()),
    }
}
