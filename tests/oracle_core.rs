//! The algebra against PyTorch: every chain of `oracle/chains.json`, straight through cnn-core.

use cnn_core::signature::{Param, Takes};
use cnn_core::{Arg, Kind, Shape, resolve};
use serde_json::Value;

/// A shape as the oracle writes it.
fn shape(value: &Value) -> Shape {
    let sizes: Vec<usize> = value.as_array().unwrap().iter().map(size).collect();
    Shape::new(&sizes)
}

fn size(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

/// An argument as the macro would hand it on; `None` where the language cannot say it, as with a
/// negative size.
fn arg(param: &Param, value: &Value) -> Option<Arg<'static>> {
    Some(match value {
        Value::Null if param.default.is_some() => Arg::Omitted,
        Value::Null => Arg::Infer,
        Value::Bool(value) => Arg::Flag { value: *value },
        Value::String(word) => {
            Arg::Word { index: param.words.iter().position(|known| known == word)? }
        }
        Value::Array(values) => {
            let list: Option<Vec<_>> = values.iter().map(|value| arg(param, value)).collect();
            Arg::List(list?.leak())
        }
        Value::Number(number) => match param.takes {
            Takes::Float => Arg::Float { value: number.as_f64()? },
            Takes::Signed | Takes::SignedList => Arg::Signed { value: number.as_i64()? as isize },
            _ => Arg::Size { value: number.as_u64()? as usize },
        },
        Value::Object(_) => return None,
    })
}

fn args(kind: Kind, layer: &Value) -> Option<Vec<Arg<'static>>> {
    let given = |param: &Param| layer.get(param.name).map_or(Some(Arg::Omitted), |v| arg(param, v));
    kind.signature().params.iter().map(given).collect()
}

#[test]
fn every_chain_agrees_with_pytorch() {
    let chains: Vec<Value> = serde_json::from_str(include_str!("oracle/chains.json")).unwrap();
    assert_eq!(chains.len(), 1856);
    let mut wrong = Vec::new();
    for (number, chain) in chains.iter().enumerate() {
        if let Err(why) = check(chain) {
            wrong.push(format!("chain {number}: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Runs one chain; says at what it differs.
fn check(chain: &Value) -> Result<(), String> {
    let accept = chain["accept"].as_bool().unwrap();
    let mut arriving = shape(&chain["input"]);
    let mut total = 0;
    for (index, layer) in chain["layers"].as_array().unwrap().iter().enumerate() {
        // The oracle's `fc` is PyTorch's Linear on the last axis.
        let keyword = layer["op"].as_str().unwrap().replace("fc", "linear");
        let kind = Kind::from_keyword(&keyword).ok_or(format!("no {keyword}"))?;
        for key in layer.as_object().unwrap().keys().filter(|key| *key != "op") {
            let known = kind.signature().params.iter().any(|param| param.name == key);
            assert!(known, "{keyword} has no parameter {key}");
        }
        let resolved = args(kind, layer).map(|args| resolve(kind, &args, arriving));
        let error = resolved.is_none_or(|resolved| !resolved.errors.is_empty());
        let should_fail = !accept && size(&chain["fails_at"]) == index;
        if error != should_fail {
            return Err(format!("{arriving} {layer}: {resolved:?}, not {}", chain["why"]));
        }
        let Some(resolved) = resolved.filter(|_| !error) else { return Ok(()) };
        let shapes = if accept { &chain["shapes"] } else { &chain["shapes_before"] };
        let numbers = (resolved.output, resolved.params, resolved.macs);
        let theirs = if accept {
            let number = |key: &str| chain[key][index].as_u64().unwrap();
            (shape(&shapes[index]), number("params"), number("macs"))
        } else {
            (shape(&shapes[index]), resolved.params, resolved.macs)
        };
        if numbers != theirs {
            return Err(format!("{arriving} {layer}: {numbers:?}, PyTorch {theirs:?}"));
        }
        arriving = resolved.output;
        total += resolved.params;
    }
    if accept && total != chain["total"].as_u64().unwrap() {
        return Err(format!("{total} parameters in total, PyTorch {}", chain["total"]));
    }
    Ok(())
}
