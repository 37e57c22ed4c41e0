//! What PyTorch answered: `tests/oracle/chains.json`, `vocabulary.json` and `probes.json`.

use std::fmt::Write as _;

use cnn::Kind;
use cnn_core::signature::{Param, Takes};
use serde_json::{Map, Value};

/// A network of layers in a row, and what PyTorch says of it.
pub struct Chain {
    pub input: Vec<usize>,
    pub layers: Vec<Layer>,
    /// For each layer its output, parameters and MACs; as many as succeed. What is not recorded of
    /// a chain that fails is `None`.
    pub answers: Vec<Answer>,
    /// Why the layer after them fails, if one does.
    pub why: Option<String>,
}

pub struct Answer {
    pub output: Vec<usize>,
    pub costs: Option<(u64, u64)>,
}

/// A layer with its arguments under PyTorch's names.
pub struct Layer {
    pub kind: Kind,
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
    assert_eq!(vocabulary.len(), 2000);
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
    // The oracle's `fc` is PyTorch's Linear on the last axis.
    let keyword = op.as_str().unwrap().replace("fc", "linear");
    let kind = Kind::from_keyword(&keyword).unwrap();
    for name in args.keys() {
        let known = kind.signature().params.iter().any(|param| param.name == name);
        assert!(known, "{kind} has no parameter {name}");
    }
    Layer { kind, args }
}

impl Layer {
    /// The layer as source. `size` writes the numbers that are sizes.
    pub fn source(&self, size: &dyn Fn(i64) -> String) -> String {
        let mut source = self.kind.keyword().to_owned();
        let params = self.kind.signature().params;
        let written = self.args.iter().filter_map(|(name, value)| {
            let param = params.iter().find(|param| param.name == name)?;
            // What Python calls `None` is our default, or else what is inferred.
            (!value.is_null() || param.default.is_none()).then_some((param, value))
        });
        for (i, (param, value)) in written.enumerate() {
            source.push_str(if i == 0 { "(" } else { ", " });
            write!(source, "{} = {}", param.name, text(param, value, size)).unwrap();
        }
        source.push_str(if source.contains('(') { ")" } else { "" });
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
