//! What PyTorch answered to single layers at the edges: `tests/oracle/probes.json`.

use cnn::Kind;
use serde_json::{Map, Number, Value};

use super::oracle::{Answer, Chain, Layer};

/// Where we do not follow PyTorch: our answer, and why.
const DEVIATIONS: [(&str, Option<[usize; 2]>, &str); 7] = [
    ("ps on 1d if", None, "shuffles pixels of an image; PyTorch takes the batch for channels"),
    ("bn wrong noaff notrack", None, "the number of features is always compared"),
    ("softmax -4", None, "the batch axis cannot be named"),
    ("adavg1 None", Some([2, 3]), "`_` keeps an axis in 1-D as well"),
    ("adavg1 (None,)", Some([2, 3]), "`_` keeps an axis in 1-D as well"),
    ("admax1 None", Some([2, 3]), "`_` keeps an axis in 1-D as well"),
    ("admax1 (None,)", Some([2, 3]), "`_` keeps an axis in 1-D as well"),
];

/// A single layer at an edge.
pub struct Probe {
    pub label: String,
    /// A network of that layer, and the answer that is expected of us.
    pub chain: Chain,
}

/// All probes that the language can say. The others are of layers that PyTorch refuses to make,
/// so that their arguments are not recorded, or on data of another rank than their class is for:
/// here the rank of the data decides.
pub fn probes() -> Vec<Probe> {
    let probes: Vec<Value> = serde_json::from_str(include_str!("../oracle/probes.json")).unwrap();
    assert_eq!(probes.len(), 319);
    let probes: Vec<Probe> = probes.iter().filter_map(probe).collect();
    assert_eq!(probes.len(), 267);
    for (deviation, ..) in DEVIATIONS {
        assert!(probes.iter().any(|probe| probe.label == deviation), "{deviation}");
    }
    probes
}

fn probe(probe: &Value) -> Option<Probe> {
    let label = probe["label"].as_str()?.to_owned();
    let mut layer = module(probe["module"].as_str()?)?;
    // An average pool does not print its mode.
    if layer.layer.kind == Kind::AvgPool && label.contains("ceil") {
        layer.layer.args.insert("ceil_mode".to_owned(), Value::Bool(true));
    }
    let sizes = |value: &Value| -> Vec<usize> {
        value.as_array().unwrap().iter().map(|size| size.as_u64().unwrap() as usize).collect()
    };
    let input = sizes(&probe["input"]);
    if layer.axes.is_some_and(|axes| axes + 1 != input.len() && !(layer.flat && input.len() == 1)) {
        return None;
    }
    let answer = &probe["cpu"];
    let accepted = answer["ok"].as_bool().unwrap() && !probe["batch_leaks"].as_bool().unwrap();
    let output = accepted.then(|| sizes(&answer["batched_output"])[1..].to_vec());
    // A size of zero is never meant.
    let output = output.filter(|output| !input.contains(&0) && !output.contains(&0));
    let output = match DEVIATIONS.iter().find(|(deviation, ..)| *deviation == label) {
        Some((_, ours, _)) => ours.map(|output| output.to_vec()),
        None => output,
    };
    let why = output.is_none().then(|| format!("{label}: {answer}"));
    let answers =
        output.into_iter().map(|output| Answer { output, costs: None, tensors: None }).collect();
    Some(Probe { label, chain: Chain { input, layers: vec![layer.layer], answers, why } })
}

struct Module {
    layer: Layer,
    /// The spatial axes its class is for, if it is for a certain number.
    axes: Option<usize>,
    /// Whether it also takes flat data.
    flat: bool,
}

/// A module as Python prints it, such as `MaxPool2d(kernel_size=3, ceil_mode=True)`.
fn module(text: &str) -> Option<Module> {
    let (class, args) = text.strip_suffix(')')?.split_once('(')?;
    let kind = Kind::from_alias(class)?;
    let params = kind.signature().params;
    let mut values = Map::new();
    for (position, arg) in split(args).into_iter().enumerate() {
        let (name, value) = match arg.split_once('=') {
            Some((name, value)) => (name, python(value)),
            None => (params[position].name, python(arg)),
        };
        // What Python prints and our language does not have, has no part in the shape.
        if params.iter().any(|param| param.name == name) {
            values.insert(name.to_owned(), value);
        }
    }
    let mode = [("Reflection", "reflect"), ("Replication", "replicate"), ("Circular", "circular")];
    if let Some((_, mode)) = mode.iter().find(|(stem, _)| class.starts_with(stem)) {
        values.insert("mode".to_owned(), Value::from(*mode));
    }
    if kind == Kind::Softmax && values["dim"].is_null() {
        return None;
    }
    let axes = class.strip_suffix('d').and_then(|class| class.chars().last()?.to_digit(10));
    let axes = axes
        .map(|axes| axes as usize)
        .filter(|_| !matches!(kind, Kind::Dropout | Kind::FeatureDropout));
    let layer = Layer { kind, takes: None, args: values };
    Some(Module { layer, axes, flat: class == "BatchNorm1d" })
}

/// The values between commas that are in no parentheses.
fn split(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut pieces) = (0, 0, Vec::new());
    for (i, char) in text.char_indices() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                pieces.push(text[start..i].trim());
                start = i + 1;
            }
            _ => {}
        }
    }
    pieces.push(text[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// A Python value.
fn python(text: &str) -> Value {
    match text {
        "None" => Value::Null,
        "True" => Value::Bool(true),
        "False" => Value::Bool(false),
        "('s', 'a', 'm', 'e')" => Value::from("same"),
        _ if text.starts_with(['(', '[']) => {
            split(&text[1..text.len() - 1]).into_iter().map(python).collect()
        }
        _ => match text.parse::<f64>() {
            // A scale factor of 2.0 is 2.
            Ok(number) if number.fract() == 0.0 => Value::from(number as i64),
            Ok(number) => Value::Number(Number::from_f64(number).unwrap()),
            Err(_) => Value::from(text.trim_matches('\'')),
        },
    }
}
