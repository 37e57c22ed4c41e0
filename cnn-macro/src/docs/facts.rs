//! The key figures of a network, and the values of its constants.

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
    let ports = |ports: &mut dyn Iterator<Item = (&'_ str, usize)>| {
        listed(ports.map(|(name, value)| (name, text(&shape_of(layers, rows, value)))))
    };
    let inputs = layers.inputs.iter().enumerate();
    facts.input = ports(&mut inputs.map(|(value, input)| (&input.name[..], value)));
    let outputs = layers.outputs.iter();
    facts.output = ports(&mut outputs.map(|output| (&output.name[..], output.value)));
    let sums = total(rows, String::new());
    let shown = |formula: &Option<Formula>, number: fn(u64) -> String| match formula {
        None => String::new(),
        Some(formula) => formula.as_number().map_or_else(|| text(&formula.to_string()), number),
    };
    facts.params = shown(&sums.params, |params| Grouped(params).to_string());
    facts.macs = shown(&sums.macs, |macs| Short(macs).to_string());
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
