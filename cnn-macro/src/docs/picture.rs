//! A network as a picture.

use cnn_core::render::{AGAIN, Amount, Diagram, DiagramNode, Sizes, label};
use cnn_core::{Arg, Kind, MAX_RANK, Shape};

use crate::docs::formula::Formula;
use crate::docs::layer_formulas::LayerFormulas;
use crate::docs::rows::{RowContent, TableRow, UNKNOWN, factor, row};
use crate::lower::layers::{DeclaredShape, Layers, Output};

/// The network as it is to be drawn.
pub fn diagram<'a>(formulas: &LayerFormulas<'a>, name: &str) -> Diagram {
    let layers = formulas.layers();
    let inputs: Vec<(&str, Sizes)> =
        layers.inputs.iter().map(|input| (input.name.as_str(), sizes(&input.shape))).collect();
    let mut diagram = Diagram::new(name, &inputs);
    diagram.nodes.extend((0..layers.list.len()).map(|layer| node(formulas, layer)));
    let output = |output: &'a Output| (output.name.as_str(), drawn(layers, output.value));
    let outputs: Vec<(&str, usize)> = layers.outputs.iter().map(output).collect();
    diagram.leave(&outputs);
    diagram
}

/// A value as it is numbered in the picture: there, each of several inputs is a node.
fn drawn(layers: &Layers<'_>, value: usize) -> usize {
    // What is inside of a network is in its box.
    let value = layers.maker(value).map_or(value, |layer| layers.inputs.len() + layer);
    if layers.inputs.len() == 1 { value } else { value + 1 }
}

fn sizes(shape: &DeclaredShape) -> Sizes {
    let sizes = shape.sizes.iter().map(|size| match size.as_ref().map(|size| (size.known, size)) {
        Some((Some(Arg::Size(size)), _)) => (size.to_string(), size),
        Some((_, size)) => (size.expr.text(), 0),
        None => (UNKNOWN.to_owned(), 0),
    });
    let (text, sizes): (Vec<String>, Vec<usize>) = sizes.take(MAX_RANK).unzip();
    Sizes { text, shape: Shape::new(&sizes) }
}

fn node(formulas: &LayerFormulas<'_>, index: usize) -> DiagramNode {
    let layers = formulas.layers();
    let layer = &layers.list[index];
    let TableRow { name, content, output, params, macs, .. } = row(formulas, index);
    let kind = layer.call.bound().kind();
    let mut node = DiagramNode {
        name,
        kind: Some(kind),
        label: kind.signature().stem.to_owned(),
        call: match content {
            RowContent::Call(call) => call,
            RowContent::Layers(_) | RowContent::Port(_) => String::new(),
        },
        inputs: layer.inputs.iter().map(|value| drawn(layers, *value)).collect(),
        output: Sizes { text: vec![output], shape: Shape::LOST },
        params: amount(params),
        macs: amount(macs),
    };
    if kind == Kind::Network {
        node.label = layer.call.bound().text().as_str().to_owned();
    }
    if let Some(outcomes) = formulas.outcomes(index) {
        let mut labels = outcomes.iter().map(|outcome| label(kind, &outcome.op, &outcome.input));
        if let Some(first) = labels.next()
            && labels.all(|label| label == first)
        {
            node.label = first;
        }
        if let Some(sizes) = formulas.output(index) {
            let size = |run: usize, axis| outcomes[run].output.size(axis);
            let same = |axis| {
                let first = size(0, axis);
                let same = (1..outcomes.len()).all(|run| size(run, axis) == first);
                if same { first } else { 0 }
            };
            let known: Vec<usize> = (0..sizes.len()).map(same).collect();
            let text = sizes.iter().zip(&known).map(|(size, known)| match known {
                0 => factor(size),
                known => known.to_string(),
            });
            node.output = Sizes { text: text.collect(), shape: Shape::new(&known) };
        }
    }
    if formulas.is_shared(index) {
        node.label.push_str(AGAIN);
    }
    node
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
