//! What PyTorch answered: `tests/oracle/chains.json`, `vocabulary.json` and `probes.json`.

use std::fmt::Write as _;

use cnn::Kind;
use cnn_core::signature::{Param, Takes};
use serde_json::{Map, Value};

/// A network, and what PyTorch says of it.
pub struct Chain {
    pub input: Vec<usize>,
    pub layers: Vec<Layer>,
    /// For each layer its output, parameters and MACs; as many as succeed. What is not recorded of
    /// a chain that fails is `None`.
    pub answers: Vec<Answer>,
    /// Why the layer after them fails, if one does.
    pub why: Option<String>,
}

#[derive(Debug)]
pub struct Answer {
    pub output: Vec<usize>,
    pub costs: Option<(u64, u64)>,
    /// The names and the shapes of its tensors, which are not recorded everywhere.
    #[allow(
        dead_code,
        reason = "rustc compares shapes and costs; the tests of the library compare all"
    )]
    pub tensors: Option<Vec<(String, Vec<usize>)>>,
}

/// A layer with its arguments under PyTorch's names.
pub struct Layer {
    pub kind: Kind,
    /// The values that it takes: 0 is the input, the others are the outputs of the layers. None is the one before.
    pub takes: Option<Vec<usize>>,
    pub args: Map<String, Value>,
}

fn sizes(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(|size| size.as_u64().unwrap() as usize).collect()
}

/// All chains. Those that fail end with the layer that does.
pub fn chains() -> Vec<Chain> {
    let mut chains: Vec<Value> =
        serde_json::from_str(include_str!("../oracle/chains.json")).unwrap();
    assert_eq!(chains.len(), 1856);
    let vocabulary: Vec<Value> =
        serde_json::from_str(include_str!("../oracle/vocabulary.json")).unwrap();
    assert_eq!(vocabulary.len(), 2200);
    chains.extend(vocabulary);
    chains.iter().map(chain).collect()
}

fn chain(chain: &Value) -> Chain {
    let accept = chain["accept"].as_bool().unwrap();
    let shapes = &chain[if accept { "shapes" } else { "shapes_before" }];
    let answer = |(index, shape): (usize, &Value)| Answer {
        output: sizes(shape),
        costs: accept.then(|| {
            let number = |key: &str| chain[key][index].as_u64().unwrap();
            (number("params"), number("macs"))
        }),
        tensors: chain.get("tensors").map(|tensors| tensors[index].as_array().unwrap()).map(
            |tensors| {
                let tensor =
                    |tensor: &Value| (tensor[0].as_str().unwrap().to_owned(), sizes(&tensor[1]));
                tensors.iter().map(tensor).collect()
            },
        ),
    };
    let answers: Vec<Answer> = shapes.as_array().unwrap().iter().enumerate().map(answer).collect();
    let count = answers.len() + usize::from(!accept);
    if accept {
        let total: u64 = answers.iter().map(|answer| answer.costs.unwrap().0).sum();
        assert_eq!(chain["total"], total);
    } else {
        assert_eq!(chain["fails_at"], answers.len());
    }
    Chain {
        input: sizes(&chain["input"]),
        layers: chain["layers"].as_array().unwrap()[..count].iter().map(layer).collect(),
        answers,
        why: chain["why"].as_str().map(str::to_owned),
    }
}

fn layer(layer: &Value) -> Layer {
    let mut args = layer.as_object().unwrap().clone();
    let op = args.remove("op").unwrap();
    let takes = args.remove("takes").as_ref().map(sizes);
    // The oracle's `fc` is PyTorch's Linear on the last axis.
    let keyword = op.as_str().unwrap().replace("fc", "linear");
    let kind = *Kind::ALL.iter().find(|kind| kind.keyword() == keyword).unwrap();
    for name in args.keys() {
        let known = kind.signature().params.iter().any(|param| param.name == name);
        assert!(known, "{kind} has no parameter {name}");
    }
    Layer { kind, takes, args }
}

impl Layer {
    /// The layer as source, where the last value has this number. `size` writes the numbers that are sizes.
    pub fn source(&self, last: usize, size: &dyn Fn(i64) -> String) -> String {
        let mut source = self.kind.keyword().to_owned();
        let takes = self.takes.iter().flatten().map(|value| match *value {
            value if value == last => "_".to_owned(),
            value => format!("v{value}"),
        });
        let params = self.kind.signature().params;
        let written = self.args.iter().filter_map(|(name, value)| {
            let param = params.iter().find(|param| param.name == name)?;
            // What Python calls `None` is our default, or else what is inferred.
            let written = !value.is_null() || param.default.is_none();
            written.then(|| format!("{} = {}", param.name, text(param, value, size)))
        });
        let args: Vec<String> = takes.chain(written).collect();
        if !args.is_empty() {
            write!(source, "({})", args.join(", ")).unwrap();
        }
        source
    }
}

/// An argument as source.
fn text(param: &Param, value: &Value, size: &dyn Fn(i64) -> String) -> String {
    match value {
        Value::Null => "_".to_owned(),
        Value::String(word) => word.clone(),
        Value::Array(ends) if param.takes == Takes::Range => {
            format!("{}..{}", text(param, &ends[0], size), text(param, &ends[1], size))
        }
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(|value| text(param, value, size)).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Number(number)
            if !matches!(param.takes, Takes::Float | Takes::Signed | Takes::SignedList) =>
        {
            number.as_i64().map_or_else(|| number.to_string(), size)
        }
        other => other.to_string(),
    }
}
