//! A network as lines of a table, and as nodes of a picture. Sizes that only const evaluation knows stand there as they were
//! written, and what is computed from them as a formula.
//!
//! There is no symbolic algebra here. The one algebra, cnn-core's, runs a few times with the
//! unknown values supposed; a size that each time equals an expression of the source is shown as
//! that expression.

use std::collections::HashSet;

use cnn_core::error::At;
use cnn_core::render::{Amount, Diagram, DiagramNode, Sizes, joined, label};
use cnn_core::{Arg, Kind, MAX_RANK, Shape};

use crate::call::operand::{Operand, Value};
use crate::check::{Checked, Outcome};
use crate::docs::fit;
use crate::docs::formula::Formula;
use crate::docs::sample::{self, Supposition};
use crate::lower::layers::{Flat, Layer};
use crate::value::scope::Scope;

/// What stands where not even a formula is known.
const UNKNOWN: &str = "…";

/// A layer, or several in a row.
#[derive(Clone)]
pub struct Line {
    pub name: String,
    /// The call, with the values of its arguments, in Markdown.
    pub call: String,
    pub output: String,
    pub params: Option<Formula>,
    pub macs: Option<Formula>,
}

/// A sum, if both are known.
pub fn sum(total: Option<Formula>, next: &Option<Formula>) -> Option<Formula> {
    total?.plus(next.as_ref()?)
}

/// A formula as it is shown.
pub fn show(formula: &Option<Formula>) -> String {
    formula.as_ref().map_or(UNKNOWN.to_owned(), Formula::to_string)
}

fn amount(formula: Option<Formula>) -> Amount {
    match formula {
        None => Amount::Formula(String::new()),
        Some(formula) => match formula.as_number() {
            Some(number) => Amount::Known(number),
            None => Amount::Formula(formula.to_string()),
        },
    }
}

/// A size among others, with `×` between them.
fn factor(size: &Option<Formula>) -> String {
    let text = show(size);
    if text.contains(' ') { format!("({text})") } else { text }
}

/// A network with the outcomes of some runs.
pub struct Page<'a> {
    flat: &'a Flat<'a>,
    runs: Vec<Vec<Option<Outcome>>>,
    /// Unknown expressions of the source, with their value in each run.
    symbols: Vec<(String, Vec<usize>)>,
}

impl<'a> Page<'a> {
    pub fn new(flat: &'a Flat<'a>, checked: &Checked, scope: &Scope) -> Page<'a> {
        if checked.outcomes.iter().all(Option::is_some) {
            Page { flat, runs: vec![checked.outcomes.clone()], symbols: Vec::new() }
        } else {
            Page::supposed(flat, scope)
        }
    }

    /// The lines of all layers.
    pub fn lines(&self) -> Vec<Line> {
        (0..self.flat.layers.len()).map(|layer| self.line(layer)).collect()
    }

    /// The network as it is to be drawn.
    pub fn diagram(&self, name: &str) -> Diagram {
        let nodes = (0..self.flat.layers.len()).map(|layer| self.node(layer)).collect();
        let input = self.flat.input.sizes.iter().map(|size| {
            match size.as_ref().map(|size| (size.known, size)) {
                Some((Some(Arg::Size(size)), _)) => (size.to_string(), size),
                Some((_, size)) => (size.expr.text(), 0),
                None => (UNKNOWN.to_owned(), 0),
            }
        });
        let (text, sizes): (Vec<String>, Vec<usize>) = input.take(MAX_RANK).unzip();
        Diagram { name: name.to_owned(), input: Sizes { text, shape: Shape::new(&sizes) }, nodes }
    }

    fn node(&self, index: usize) -> DiagramNode {
        let layer = &self.flat.layers[index];
        let Line { name, output, params, macs, .. } = self.line(index);
        let (kind, inputs) = (layer.call.bound.kind, layer.inputs.clone());
        let mut node = DiagramNode {
            name,
            kind,
            label: kind.signature().stem.to_owned(),
            inputs,
            output: Sizes { text: vec![output], shape: Shape::LOST },
            params: amount(params),
            macs: amount(macs),
        };
        if kind == Kind::Network {
            node.label.clone_from(&layer.call.bound.text);
        }
        if let Some(outcomes) = self.outcomes(index) {
            let mut labels =
                outcomes.iter().map(|(input, outcome)| label(kind, &outcome.op, input));
            if let Some(first) = labels.next()
                && labels.all(|label| label == first)
            {
                node.label = first;
            }
            let shapes: Vec<Shape> = outcomes.iter().map(|(_, outcome)| outcome.output).collect();
            if let Some(sizes) = self.sizes(&shapes) {
                let same = |axis| {
                    let size = shapes[0].size(axis);
                    if shapes.iter().all(|shape| shape.size(axis) == size) { size } else { 0 }
                };
                let known: Vec<usize> = (0..sizes.len()).map(same).collect();
                let text = sizes.iter().zip(&known).map(|(size, known)| match known {
                    0 => factor(size),
                    known => known.to_string(),
                });
                node.output = Sizes { text: text.collect(), shape: Shape::new(&known) };
            }
        }
        node
    }

    fn supposed(flat: &'a Flat<'a>, scope: &Scope) -> Page<'a> {
        let (suppositions, runs): (Vec<_>, Vec<_>) = sample::runs(flat, scope).into_iter().unzip();
        let args = flat.layers.iter().flat_map(|layer| &layer.call.operands);
        let sizes = flat.input.sizes.iter().flatten().chain(args.flat_map(Operand::values));
        let mut texts = HashSet::new();
        let mut symbols: Vec<(String, Vec<usize>)> = Vec::new();
        for size in sizes.filter(|size| size.known.is_none()) {
            let text = size.expr.text();
            if !texts.insert(text.clone()) {
                continue;
            }
            let values = suppositions.iter().map(|supposition| supposition.size(size));
            let Some(values) = values.collect::<Option<Vec<usize>>>() else { continue };
            symbols.push((text, values));
        }
        for (name, _) in suppositions.first().map(Supposition::nested_sizes).unwrap_or_default() {
            let value = |supposition: &Supposition<'_>| {
                let sizes = supposition.nested_sizes();
                sizes.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
            };
            if let Some(values) = suppositions.iter().map(value).collect() {
                symbols.push((name, values));
            }
        }
        // Of two expressions that are always equal, the shorter one.
        symbols.sort_by_key(|(text, _)| text.len());
        Page { flat, runs, symbols }
    }

    fn line(&self, index: usize) -> Line {
        let layer = &self.flat.layers[index];
        if let [Operand::Network(_)] = &layer.call.operands[..] {
            return nested(layer);
        }
        Line {
            name: layer.name.clone(),
            call: code(&self.call(layer)),
            output: self.shape(index),
            params: self.params(index),
            macs: self.macs(index),
        }
    }

    /// The call with the values of its arguments: in a block they have names.
    fn call(&self, layer: &Layer<'_>) -> String {
        let bound = &layer.call.bound;
        if bound.kind.is_join() {
            let inputs = layer.inputs.iter().map(|value| match value.checked_sub(1) {
                None => "input",
                Some(index) => &self.flat.layers[index].name,
            });
            return joined(bound.kind.keyword(), &layer.name, inputs);
        }
        let (mut text, mut written) = (String::new(), 0);
        for place in &bound.places {
            let At::Param(param) = place.at else { continue };
            let Some(value) = layer.call.operands.get(param).and_then(argument) else { continue };
            text.push_str(&bound.text[written..place.start]);
            text.push_str(&value);
            written = place.end;
        }
        text + &bound.text[written..]
    }

    /// The outcomes of a layer in all runs.
    fn outcomes(&self, layer: usize) -> Option<Vec<&Outcome>> {
        if self.runs.is_empty() {
            return None;
        }
        self.runs.iter().map(|run| run[layer].as_ref()).collect()
    }

    /// `20 × 24 × 24`, with spaces at which no line breaks.
    fn shape(&self, layer: usize) -> String {
        let Some(outcomes) = self.outcomes(layer) else { return UNKNOWN.to_owned() };
        let shapes: Vec<Shape> = outcomes.iter().map(|(_, outcome)| outcome.output).collect();
        let Some(sizes) = self.sizes(&shapes) else { return UNKNOWN.to_owned() };
        let sizes: Vec<String> = sizes.iter().map(factor).collect();
        sizes.join("\u{a0}×\u{a0}")
    }

    fn params(&self, layer: usize) -> Option<Formula> {
        let outcomes = self.outcomes(layer)?;
        let mut params = Formula::default();
        for index in 0.. {
            let tensors = outcomes.iter().map(|(input, outcome)| outcome.op.tensor(index, input));
            let tensors: Vec<_> = tensors.collect();
            if tensors.iter().all(Option::is_none) {
                break;
            }
            let tensors: Vec<_> = tensors.into_iter().collect::<Option<_>>()?;
            if tensors.iter().all(|tensor| tensor.learned) {
                let shapes: Vec<Shape> = tensors.iter().map(|tensor| tensor.shape).collect();
                params = params.plus(&self.product(&shapes)?)?;
            }
        }
        Some(params)
    }

    fn macs(&self, layer: usize) -> Option<Formula> {
        let outcomes = self.outcomes(layer)?;
        let factors =
            outcomes.iter().map(|(input, outcome)| outcome.op.mac_factors(input, &outcome.output));
        let Some(factors) = factors.collect::<Option<Vec<_>>>() else {
            return Some(Formula::number(0));
        };
        let values: Vec<Shape> = factors.iter().map(|[values, _]| *values).collect();
        let each: Vec<Shape> = factors.iter().map(|[_, each]| *each).collect();
        self.product(&values)?.times(&self.product(&each)?)
    }

    fn product(&self, shapes: &[Shape]) -> Option<Formula> {
        let sizes = self.sizes(shapes)?;
        sizes.iter().try_fold(Formula::number(1), |product, size| product.times(size.as_ref()?))
    }

    /// The sizes of a shape that has these values in the runs.
    fn sizes(&self, shapes: &[Shape]) -> Option<Vec<Option<Formula>>> {
        let rank = shapes.first()?.rank();
        if rank == 0 || shapes.iter().any(|shape| shape.rank() != rank) {
            return None;
        }
        let values = |axis| shapes.iter().map(|shape| shape.size(axis)).collect::<Vec<_>>();
        Some((0..rank).map(|axis| self.size(&values(axis))).collect())
    }

    /// A size that has these values in the runs.
    fn size(&self, values: &[usize]) -> Option<Formula> {
        if values.contains(&0) {
            return None;
        }
        fit::size(values, &self.symbols)
    }
}

/// Another network, whose numbers rustc knows by these names.
fn nested(layer: &Layer<'_>) -> Line {
    let network = &layer.call.bound.text;
    Line {
        name: layer.name.clone(),
        call: code(network),
        output: format!("{network}::OUTPUT"),
        params: Some(Formula::symbol(&format!("{network}::PARAMS"))),
        macs: Some(Formula::symbol(&format!("{network}::SUMMARY.macs"))),
    }
}

/// Markdown's code.
fn code(text: &str) -> String {
    ["`", text, "`"].concat()
}

/// An argument as text, if it is not best shown as it was written.
fn argument(operand: &Operand) -> Option<String> {
    match operand {
        Operand::Value(value) => Some(number(value)),
        Operand::Range(start, end) => Some(format!("{}..{}", number(start), number(end))),
        Operand::List { values, .. } => {
            let values: Vec<String> = values.iter().map(argument).collect::<Option<_>>()?;
            let comma = if values.len() == 1 { "," } else { "" };
            Some(format!("({}{comma})", values.join(", ")))
        }
        Operand::Fixed(_) | Operand::Network(_) => None,
    }
}

/// A value, or the expression that rustc evaluates.
pub fn number(value: &Value) -> String {
    match value.known.filter(|_| value.is_certain()) {
        Some(Arg::Size(size)) => size.to_string(),
        Some(Arg::Signed(size)) => size.to_string(),
        Some(Arg::Flag(flag)) => flag.to_string(),
        Some(Arg::Float(float)) => format!("{float:?}"),
        _ => value.expr.text(),
    }
}
