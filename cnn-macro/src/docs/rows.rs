//! The layers of a network as rows of a table.

use cnn_core::Arg;
use cnn_core::render::{TIMES, joined};

use crate::call::operand::{Operand, Scalar};
use crate::check::sample::nested_value;
use crate::docs::formula::Formula;
use crate::docs::layer_formulas::LayerFormulas;
use crate::lower::layers::{DeclaredShape, Layer, Layers};

/// Shown where not even a formula is known.
pub const UNKNOWN: &str = "…";

/// A layer, or several in a row.
#[derive(Clone)]
pub struct TableRow {
    pub name: String,
    pub content: RowContent,
    pub output: String,
    pub params: Option<Formula>,
    pub macs: Option<Formula>,
    /// The doc comments that begin at it: of how many layers each is, and its first paragraph.
    pub notes: Vec<(usize, String)>,
}

/// The content of a row.
#[derive(Clone)]
pub enum RowContent {
    /// One call, with the values of its arguments.
    Call(String),
    /// So many layers.
    Layers(usize),
    /// An input, or an output.
    Port(&'static str),
}

/// The inputs and outputs around the layers.
pub struct Ports {
    /// The inputs and outputs that have names.
    pub inputs: Vec<TableRow>,
    pub outputs: Vec<TableRow>,
    /// The shape of the only output; empty if there are several.
    pub output: String,
}

/// The inputs and outputs of a network, given the rows of its layers.
pub fn ports(layers: &Layers<'_>, rows: &[TableRow]) -> Ports {
    let row = |name: &str, what, value| TableRow {
        name: name.to_owned(),
        content: RowContent::Port(what),
        output: shape_of(layers, rows, value),
        params: Some(Formula::default()),
        macs: Some(Formula::default()),
        notes: Vec::new(),
    };
    let inputs = layers.inputs.iter().enumerate().filter(|(_, input)| !input.name.is_empty());
    let outputs = layers.outputs.iter().filter(|output| !output.name.is_empty());
    Ports {
        inputs: inputs.map(|(value, input)| row(&input.name, "input", value)).collect(),
        outputs: outputs.map(|output| row(&output.name, "output", output.value)).collect(),
        output: match &layers.outputs[..] {
            [only] => shape_of(layers, rows, only.value),
            _ => String::new(),
        },
    }
}

/// The shape of a value.
pub fn shape_of(layers: &Layers<'_>, rows: &[TableRow], value: usize) -> String {
    match layers.maker(value) {
        None => declared(&layers.inputs[value].shape),
        Some(layer) => match layers.tap(value) {
            Some(tap) => nested_value(&layers.list[layer], Some(tap)),
            None => rows[layer].output.clone(),
        },
    }
}

fn declared(shape: &DeclaredShape) -> String {
    let sizes = shape.sizes.iter().map(|size| match size {
        // Also where it is the default of a parameter: what follows holds for that.
        Some(Scalar { known: Some(Arg::Size(size)), .. }) => size.to_string(),
        Some(size) => number(size),
        None => UNKNOWN.to_owned(),
    });
    sizes.collect::<Vec<_>>().join(TIMES)
}

/// The rows of all layers.
pub fn rows(formulas: &LayerFormulas<'_>) -> Vec<TableRow> {
    let layers = formulas.layers();
    let mut rows: Vec<TableRow> =
        (0..layers.list.len()).map(|layer| row(formulas, layer)).collect();
    // From the outside to the inside.
    for (range, docs) in layers.docs.iter().rev() {
        rows[range.start].notes.push((range.len(), first_paragraph(docs)));
    }
    rows
}

fn first_paragraph(docs: &str) -> String {
    let lines = docs.lines().map(str::trim).skip_while(|line| line.is_empty());
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The row of one layer.
pub fn row(formulas: &LayerFormulas<'_>, index: usize) -> TableRow {
    let layers = formulas.layers();
    let layer = &layers.list[index];
    if layer.call.is_network() {
        return nested(layer);
    }
    TableRow {
        name: layer.name.clone(),
        content: RowContent::Call(match formulas.is_shared(index) {
            true => format!("again: {}", call(layer, layers)),
            false => call(layer, layers),
        }),
        output: shape(formulas, index),
        params: formulas.params(index),
        macs: formulas.macs(index),
        notes: Vec::new(),
    }
}

/// Another network, whose numbers rustc knows by these names.
fn nested(layer: &Layer<'_>) -> TableRow {
    let network = layer.call.bound().text().as_str();
    // What a part of a network costs has no name.
    let whole = layer.call.cut().is_none();
    let symbol = |name: &str| whole.then(|| Formula::symbol(&format!("{network}::{name}")));
    TableRow {
        name: layer.name.clone(),
        content: RowContent::Call(network.to_owned()),
        output: nested_value(layer, None),
        params: match layer.again {
            Some(_) => Some(Formula::default()),
            None => symbol("PARAMS"),
        },
        macs: symbol("SUMMARY.macs"),
        notes: Vec::new(),
    }
}

/// The call with the values of its arguments: in a block they have names.
fn call(layer: &Layer<'_>, layers: &Layers<'_>) -> String {
    let bound = layer.call.bound();
    let written =
        bound.text().with_arguments(|param| layer.call.operands().get(param).and_then(argument));
    if bound.kind().is_join() {
        let inputs = layer.inputs.iter().map(|value| match layers.name_of(*value) {
            name if name.is_empty() && layers.maker(*value).is_none() => "input".to_owned(),
            name => name,
        });
        let text = joined(bound.kind().keyword(), &layer.name, inputs);
        return match written
            .strip_prefix(bound.kind().keyword())
            .and_then(|it| it.strip_prefix('('))
        {
            Some(arguments) => format!("{}, {arguments}", text.trim_end_matches(')')),
            None => text,
        };
    }
    written
}

/// `20 × 24 × 24`
fn shape(formulas: &LayerFormulas<'_>, layer: usize) -> String {
    let Some(sizes) = formulas.output(layer) else { return UNKNOWN.to_owned() };
    let sizes: Vec<String> = sizes.iter().map(factor).collect();
    sizes.join(TIMES)
}

/// A sum, if both are known.
pub fn sum(total: Option<Formula>, next: &Option<Formula>) -> Option<Formula> {
    total?.plus(next.as_ref()?)
}

/// A formula as it is shown.
pub fn show(formula: &Option<Formula>) -> String {
    formula.as_ref().map_or(UNKNOWN.to_owned(), Formula::to_string)
}

/// A size among others, with `×` between them.
pub fn factor(size: &Option<Formula>) -> String {
    match size.as_ref().and_then(Formula::as_number) {
        Some(size) => size.to_string(),
        None => match show(size) {
            text if text.contains(' ') => format!("({text})"),
            text => text,
        },
    }
}

/// An argument as text, if it is not best shown as it was written.
fn argument(operand: &Operand) -> Option<String> {
    match operand {
        Operand::Scalar(scalar) => Some(number(scalar)),
        Operand::Range(start, end) => Some(format!("{}..{}", number(start), number(end))),
        Operand::List { values, .. } => {
            let values: Vec<String> = values.iter().map(argument).collect::<Option<_>>()?;
            let comma = if values.len() == 1 { "," } else { "" };
            Some(format!("({}{comma})", values.join(", ")))
        }
        Operand::Fixed(_) | Operand::Network(_) => None,
    }
}

/// The first digits of a number, of which a quotient has many.
fn short(number: &str) -> String {
    const DIGITS: usize = 8;
    match number.contains('e') || number.len() <= DIGITS {
        true => number.to_owned(),
        false => format!("{}…", &number[..DIGITS - 1]),
    }
}

/// A value, or the expression that rustc evaluates.
pub fn number(scalar: &Scalar) -> String {
    match scalar.known.filter(|_| scalar.is_certain()) {
        Some(Arg::Size(size)) => size.to_string(),
        Some(Arg::Signed(size)) => size.to_string(),
        Some(Arg::Flag(flag)) => flag.to_string(),
        Some(Arg::Float(float)) => short(&format!("{float:?}")),
        _ => scalar.expr.text(),
    }
}
