//! Runs cnn-core's algebra over the layers whose sizes the macro knows, and reports what is wrong
//! with them. What it does not know is left to const evaluation.

pub mod assume;
pub mod lints;
pub mod names;
pub mod run;
pub mod sample;
pub mod shared;
pub mod unused;

use std::slice;

use cnn_core::error::{Part, Problem, ShapeError, ShapeErrors};
use cnn_core::{Arg, HeaderError, Order, Proposes, Resolved, Shape, Step, Trace, input_error};

use crate::check::assume::{Assumed, assume};
use crate::check::lints::Warning;
use crate::check::run::{KnownArgs, run, step};
use crate::lower::layers::{DeclaredShape, Layers};
use crate::report::errors::Errors;
use crate::report::wording::counted;
use crate::value::scope::Scope;

/// The results of checking a network.
pub struct Checked {
    /// One for each input.
    pub inputs: Vec<Verdict>,
    /// One for each layer.
    pub layers: Vec<Verdict>,
    /// One for each output.
    pub outputs: Vec<Verdict>,
    /// The input and output of each layer, as far as the macro knows them.
    pub outcomes: Vec<Option<Resolved>>,
    /// Whether no error was found: otherwise it is not the network that was meant.
    pub valid: bool,
    /// The warnings. None if the network has errors.
    pub warnings: Vec<Warning>,
    /// The assumptions about sizes that the macro does not know.
    pub assumed: Option<Assumed>,
    /// Whether nothing is left for rustc, since an editor reads the words of the declaration elsewhere.
    pub settled: bool,
}

impl Checked {
    /// The same for editors, with nothing left to check or to warn of.
    pub fn settled(self) -> Checked {
        let settled = |open: &[Verdict]| vec![Verdict::default(); open.len()];
        Checked {
            inputs: settled(&self.inputs),
            layers: settled(&self.layers),
            outputs: settled(&self.outputs),
            outcomes: self.outcomes,
            valid: false,
            warnings: Vec::new(),
            assumed: None,
            settled: true,
        }
    }

    /// Whether anything depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.layers.iter().any(|verdict| verdict.generic)
    }
}

/// The checks that are left to rustc.
#[derive(Clone, Copy, Default)]
pub struct Verdict {
    /// The macro does not know all sizes, so that const evaluation has to check.
    pub unknown: bool,
    /// It depends on a parameter of the network, so that it must be checked for each value.
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
    let (mut shapes, inputs): (Vec<Shape>, Vec<Verdict>) =
        layers.inputs.iter().map(|input| self::input(&input.shape, errors)).unzip();
    let args: Vec<KnownArgs<'_>> = layers.list.iter().map(|layer| layer.call.args()).collect();
    let known = |(shape, verdict): (&Shape, &Verdict)| (!verdict.unknown).then_some(*shape);
    let mut known: Vec<Option<Shape>> = shapes.iter().zip(&inputs).map(known).collect();
    let mut outcomes = run(layers, &known, &args, |_, _, _| None);
    if let Some((input, order)) = report_order(layers, &known, &outcomes, errors) {
        // What else is wrong is found with the shape that was meant.
        shapes[input] = order.corrected(&shapes[input]);
        known[input] = Some(shapes[input]);
        outcomes = run(layers, &known, &args, |_, _, _| None);
    }
    let verdicts = verdicts(layers, &inputs, &outcomes);

    let made = outcomes.iter().map(|made| made.map_or(Shape::LOST, |made| made.output));
    let inside = layers.taps.iter().map(|_| Shape::LOST);
    let values: Vec<Shape> = shapes.into_iter().chain(made).chain(inside).collect();
    let taps: Vec<(usize, &str)> =
        layers.taps.iter().map(|tap| (tap.layer, tap.label.as_str())).collect();
    let steps: Vec<Step<'_>> =
        layers.list.iter().zip(&args).map(|(layer, args)| step(layer, args)).collect();
    let names: Vec<&str> = layers.inputs.iter().map(|input| input.name.as_str()).collect();
    let verdict_of =
        |value: usize| layers.maker(value).map_or_else(|| inputs[value], |layer| verdicts[layer]);
    let trace = |proposes: Proposes| Trace {
        inputs: &names,
        steps: &steps,
        values: &values,
        taps: &taps,
        proposes,
    };
    let proposes = |generic| if generic { Proposes::Inference } else { Proposes::Values };
    for same in &layers.calls {
        // A mistake in a layer that is repeated is one mistake.
        let mut reported = Vec::new();
        for &index in same {
            let found = outcomes[index].as_ref().map(|outcome| outcome.errors);
            for error in found.iter().flat_map(ShapeErrors::list).flatten() {
                let place = steps[index].written.find(error.at);
                if !reported.contains(&place) {
                    let text = layers.list[index].text();
                    let span = place.map_or(text.span(), |place| text.value_spans()[place]);
                    let arriving = &layers.list[index].inputs;
                    let generic = arriving.iter().any(|value| verdict_of(*value).generic);
                    // Nobody can write `_` in a block of another `cnn!`.
                    let shared = layers.list[index].call.bound().is_shared();
                    let proposes =
                        if generic && shared { Proposes::Nothing } else { proposes(generic) };
                    errors.push(span, trace(proposes).message(index, error).as_str());
                    reported.push(place);
                }
            }
        }
    }

    let mut outputs = Vec::new();
    for output in &layers.outputs {
        let mut verdict = verdict_of(output.value);
        if let Some(shape) = &output.shape {
            let (declared, own) = read(shape);
            verdict = verdict.and(own);
            if !verdict.unknown {
                report(
                    shape,
                    trace(proposes(verdict.generic)).output_error(&declared, output.value),
                    errors,
                );
            }
        }
        outputs.push(verdict);
    }
    let valid = valid && errors.len() == before;
    let warnings = if valid { lints::warnings(layers, &known, &outcomes) } else { Vec::new() };
    let unknown = [&inputs, &verdicts, &outputs].into_iter().flatten().any(|one| one.unknown);
    let assumed = if valid && unknown { assume(layers, scope) } else { None };
    Checked {
        inputs,
        layers: verdicts,
        outputs,
        outcomes,
        valid,
        warnings,
        assumed,
        settled: false,
    }
}

/// Reports an input that seems to be written in another order, of which a layer takes another number of channels
/// than arrives. Returns which one, and the order.
fn report_order(
    layers: &Layers<'_>,
    known: &[Option<Shape>],
    outcomes: &[Option<Resolved>],
    errors: &mut Errors,
) -> Option<(usize, Order)> {
    let (layer, value, takes, order) =
        layers.list.iter().zip(outcomes).find_map(|(layer, outcome)| {
            let value = *layer.inputs.first()?;
            let shape = (*known.get(value)?)?;
            let errors = outcome.as_ref()?.errors;
            let order = |error: &ShapeError| match error.problem {
                Problem::Features { takes, arrive, part } => {
                    let order = Order::meant(&shape, takes, part)?;
                    let noun = if part == Part::All { "input" } else { "channel" };
                    Some((layer, value, format!("{}, not {arrive}", counted(takes, noun)), order))
                }
                _ => None,
            };
            errors.list().iter().flatten().find_map(order)
        })?;
    let declared = &layers.inputs[value].shape;
    let sizes: Vec<String> = declared.sizes.iter().flatten().map(|size| size.expr.text()).collect();
    let sizes = match (order, &sizes[..]) {
        (Order::BatchFirst, [_, sizes @ ..]) => sizes.to_vec(),
        (Order::ChannelsLast, [sizes @ .., channels]) => {
            [slice::from_ref(channels), sizes].concat()
        }
        (_, []) => return None,
    };
    let message = format!(
        "{}: `{}` takes {takes}\nhelp: write `[{}]`",
        order.describe(),
        layer.text().written().text,
        sizes.join(", ")
    );
    errors.push(declared.span, message);
    Some((value, order))
}

/// The shape of an input, of which nothing is known if it is wrong as a whole.
fn input(declared: &DeclaredShape, errors: &mut Errors) -> (Shape, Verdict) {
    let (mut shape, verdict) = read(declared);
    if !verdict.unknown
        && let Some(error) = input_error(&shape)
    {
        if error.axis.is_none() {
            // What follows from it is not reported.
            shape = Shape::LOST;
        }
        report(declared, Some(error), errors);
    }
    (shape, verdict)
}

fn verdicts(
    layers: &Layers<'_>,
    inputs: &[Verdict],
    outcomes: &[Option<Resolved>],
) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    for (layer, outcome) in layers.list.iter().zip(outcomes) {
        let own = Verdict { unknown: outcome.is_none(), generic: layer.call.is_generic() };
        let all = layer.inputs.iter().fold(own, |verdict, value| {
            let made = layers.maker(*value);
            verdict.and(made.map_or_else(|| inputs[*value], |layer| verdicts[layer]))
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
