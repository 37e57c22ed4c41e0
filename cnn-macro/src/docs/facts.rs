//! What there is to know of a network in a line, and of its constants.

use cnn_core::render::{Bytes, Dims, Facts, Grouped, Short, listed};
use cnn_core::{DType, Declaration, Summary};

use crate::docs::formula::Formula;
use crate::docs::overview::total;
use crate::docs::rows::{TableRow, shape_of};
use crate::emit::documentation::Values;
use crate::lower::layers::Layers;

/// The line: with numbers, or as far as the macro can tell with formulas.
pub fn facts(
    known: Option<&'static Declaration>,
    layers: &Layers<'_>,
    rows: &[TableRow],
) -> String {
    if let Some(known) = known {
        return known.summary(&[]).facts().to_string();
    }
    let mut facts = Facts::default();
    let input = |(value, name): (usize, &'_ str)| (name.to_owned(), shape_of(layers, rows, value));
    let inputs: Vec<(String, String)> =
        layers.inputs.iter().map(|input| input.name.as_str()).enumerate().map(input).collect();
    let output = |(value, name): (usize, &'_ str)| (name.to_owned(), shape_of(layers, rows, value));
    let outputs: Vec<(String, String)> = layers
        .outputs
        .iter()
        .map(|output| (output.value, output.name.as_str()))
        .map(output)
        .collect();
    let ports = |ports: &[(String, String)]| {
        listed(ports.iter().map(|(name, shape)| (name.as_str(), text(shape))))
    };
    (facts.input, facts.output) = (ports(&inputs), ports(&outputs));
    let sums = total(rows, String::new());
    let number = |formula: &Option<Formula>| formula.as_ref().and_then(Formula::as_number);
    facts.params = match number(&sums.params) {
        Some(params) => Grouped(params).to_string(),
        None => sums.params.map(|params| text(&params.to_string())).unwrap_or_default(),
    };
    facts.macs = match number(&sums.macs) {
        Some(macs) => Short(macs).to_string(),
        None => sums.macs.map(|macs| text(&macs.to_string())).unwrap_or_default(),
    };
    facts.to_string()
}

/// A text that Markdown leaves as it is.
fn text(text: &str) -> String {
    let is_plain = !text.contains(['*', '_', '<', '[', '\\']);
    if is_plain { text.to_owned() } else { format!("`{text}`") }
}

/// The values of the network's constants, given for which values of its parameters they are.
pub fn values(known: Option<&'static Declaration>, defaults: &[String]) -> Values {
    let Some(known) = known else { return Values::default() };
    let (graph, summary): (_, Summary) = (known.graph(&[]), known.summary(&[]));
    let given = match defaults {
        [] => String::new(),
        defaults => format!(" for {}", defaults.join(", ")),
    };
    let said = |value: String| format!(": {value}{given}");
    let arena = |dtype: DType| match graph.arena_bytes(dtype) {
        None => String::new(),
        Some(bytes @ 0..1024) => said(Grouped(bytes as u64).to_string()),
        Some(bytes) => said(format!("{} ({})", Grouped(bytes as u64), Bytes(bytes as u64))),
    };
    Values {
        input: said(Dims(summary.input).to_string()),
        output: said(Dims(summary.output).to_string()),
        params: said(Grouped(summary.params).to_string()),
        arenas: [DType::F32, DType::F16, DType::I8].map(arena),
    }
}
