//! Single layers with PyTorch's output for a batch of two.

use cnn_core::{Arg, Arrivals, Graph, Inputs, Kind, Shape, Step, resolve};
use serde_json::Value as Json;

use crate::declare::{arguments, network};
use crate::state::State;
use crate::tensor::Tensor;

/// A layer, or a few layers and their join.
#[derive(Clone, Debug)]
pub struct Case {
    /// The shape of the input, then the layers as they would be written in the language.
    pub name: String,
    /// The layers; they are named by their index.
    pub graph: Graph,
    /// Their parameters and buffers. All values are exact in f32.
    pub state: State,
    /// A batch of two.
    pub input: Tensor,
    /// PyTorch's output, computed in f64 and rounded to 12 digits.
    pub output: Tensor,
}

/// All cases: every kind of layer with all sorts of sizes, groups, strides, paddings and modes.
///
/// ```
/// let cases = cnn_reference::cases::all();
/// assert!(cases.len() > 150);
/// ```
pub fn all() -> Vec<Case> {
    let cases: Vec<Json> = serde_json::from_str(include_str!("../pytorch/layers.json"))
        .expect("layers.json is a list");
    cases.iter().map(case).collect()
}

fn case(case: &Json) -> Case {
    let input = sizes(&case["input"]);
    let layers = case["layers"].as_array().expect("a list of layers");
    let mut name = format!("{input:?}");
    let (mut steps, mut values) = (Vec::new(), vec![Shape::new(&input)]);
    for (index, layer) in layers.iter().enumerate() {
        let step = step(index, layer);
        name = format!("{name} {}", text(layer));
        let arrivals = Arrivals::new(values.len(), step.inputs, &values);
        let resolved = resolve(step.kind, &step.args, &arrivals);
        assert!(resolved.errors.is_empty(), "{name}: {:?}", resolved.errors);
        values.push(resolved.output);
        steps.push(step);
    }
    let graph = network(Shape::new(&input), steps).graph;
    let mut salt = 0;
    let state = State::from_fn(&graph, |name, sizes| {
        salt += 1;
        let positive = name.ends_with("running_var");
        generate(salt, sizes).map(|value| if positive { value.abs() + 0.5 } else { value })
    });
    let values = case["values"].as_array().expect("a list of values").iter();
    Case {
        name,
        graph,
        state,
        input: generate(0, &[&[2], &input[..]].concat()).map(|value| 8.0 * value),
        output: Tensor::new(
            &sizes(&case["output"]),
            values.map(|value| value.as_f64().expect("a number")).collect(),
        ),
    }
}

fn step(index: usize, layer: &Json) -> Step<'static> {
    let written = layer.as_object().expect("a layer");
    let keyword = written["op"].as_str().expect("a keyword");
    let kind = Kind::ALL.iter().copied().find(|kind| kind.keyword() == keyword);
    let kind = kind.unwrap_or_else(|| panic!("no layer {keyword}"));
    let others: Vec<(usize, Arg<'static>)> =
        arguments(kind, written).unwrap_or_else(|| panic!("arguments of {layer}"));
    let inputs = match layer.get("takes") {
        None => Inputs::Previous,
        Some(values) => Inputs::Values(sizes(values).leak()),
    };
    let name: &'static str = index.to_string().leak();
    Step { inputs, ..Step::new(name, kind, &[], others.leak()) }
}

/// The layer as it would be written.
fn text(layer: &Json) -> String {
    let args = layer.as_object().expect("a layer").iter().filter(|(name, _)| *name != "op");
    let args: Vec<String> = args.map(|(name, value)| format!("{name} = {value}")).collect();
    format!("{}({})", layer["op"].as_str().expect("a keyword"), args.join(", "))
}

/// Values between −1 and 1, multiples of 2⁻¹⁰. `pytorch/facts.py` makes them by the same formula.
fn generate(salt: usize, sizes: &[usize]) -> Tensor {
    let mut number = 0;
    Tensor::from_fn(sizes, |_| {
        number += 1;
        let value = ((number - 1) * 7919 + salt * 104_729) % 2039;
        (value as f64 - 1019.0) / 1024.0
    })
}

fn sizes(value: &Json) -> Vec<usize> {
    let sizes = value.as_array().expect("a list of sizes").iter();
    sizes.map(|size| size.as_u64().expect("a size") as usize).collect()
}
