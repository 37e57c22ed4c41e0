//! A network that is written for ONNX or for PyTorch and read again is the same network.

mod common;
#[path = "common/meaning.rs"]
mod meaning;

use std::fs::{self, File};
use std::path::Path;

use cnn_core::{Op, Shape};
use cnn_import::{Form, read_pt2};
use common::exported;
use meaning::{Meaning, Meanings};

/// Larger networks have the same blocks, more often or with more channels. With `CNN_WHOLE_ZOO=1`, most of them are written,
/// too.
fn most_params() -> u64 {
    if std::env::var_os("CNN_WHOLE_ZOO").is_some() { 150_000_000 } else { 6_000_000 }
}

/// A layer as a model has it: `fc` becomes `flatten` and `linear`, a norm of channels is between two changes of axes, and what
/// only training needs is missing.
fn written(op: Op) -> Op {
    match op {
        Op::Linear(mut linear) => {
            linear.flatten = false;
            Op::Linear(linear)
        }
        Op::BatchNorm(mut norm) => {
            norm.momentum = 0.1;
            Op::BatchNorm(norm)
        }
        Op::LayerNorm(mut norm) => {
            norm.channels_first = false;
            Op::LayerNorm(norm)
        }
        Op::Parameter(mut parameter) => {
            (parameter.init, parameter.std, parameter.shape) = (0.0, 0.0, parameter.stored);
            Op::Parameter(parameter)
        }
        op => op,
    }
}

/// The parameters that a model has: it does not say that those of a frozen norm are buffers.
fn params_of_model(entry: &cnn_zoo::Entry) -> u64 {
    let tensors = entry.graph.tensors();
    let frozen = tensors.iter().filter(|(name, tensor)| {
        !tensor.learned && (name.ends_with(".weight") || name.ends_with(".bias"))
    });
    entry.summary.params + frozen.map(|(_, tensor)| tensor.shape.elements()).sum::<u64>()
}

/// What is not the same as in the network, which has so many parameters in a file.
fn difference(form: &Form, entry: &cnn_zoo::Entry, params: u64) -> Option<String> {
    if let Some(refusal) = form.refusals.first() {
        return Some(format!("{refusal} (and {} more)", form.refusals.len() - 1));
    }
    let tensors = form.nodes.iter().flat_map(|node| form.tensors(node));
    let mut state: Vec<(String, Shape)> =
        tensors.map(|(name, tensor)| (name, tensor.shape)).collect();
    let mut expected = entry.graph.state_dict();
    state.sort_by(|a, b| a.0.cmp(&b.0));
    state.dedup();
    expected.sort_by(|a, b| a.0.cmp(&b.0));
    if state != expected {
        let own: Vec<_> = state.iter().filter(|pair| !expected.contains(pair)).take(2).collect();
        let theirs: Vec<_> = expected.iter().filter(|pair| !state.contains(pair)).take(2).collect();
        return Some(format!("it has {own:?} instead of {theirs:?}"));
    }
    let [own, expected] = [[form.params(), form.macs()], [params, entry.summary.macs]];
    (own != expected).then(|| format!("it has {own:?} parameters and MACs instead of {expected:?}"))
}

#[test]
fn networks_of_the_zoo_come_back_from_onnx() {
    let all = cnn_zoo::all().iter().chain(cnn_zoo::timm::all());
    let small = all.filter(|entry| entry.summary.params < most_params());
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in small {
        count += 1;
        let (name, graph) = (entry.name, entry.graph);
        let form = exported(graph);
        if let Some(difference) = difference(&form, entry, params_of_model(entry)) {
            wrong.push(format!("{name}: {difference}"));
            continue;
        }
        // What has no tensors may be written with several layers, or be left out, as dropout is.
        for node in &form.nodes {
            let layer = node.path().and_then(|path| graph.node(&path));
            if let Some(layer) = layer.filter(|layer| layer.op.tensor(0, &layer.input).is_some()) {
                assert_eq!(written(node.op), written(layer.op), "{name}, {}", layer.name);
            }
        }
        let [own, expected] = [meaning::of_form(&form), meaning::of_graph(graph)];
        if own.outputs != expected.outputs {
            wrong.push(format!("{name}: {}", first_difference(&own, &expected)));
        }
    }
    println!("{} of {count} are the same", count - wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 15, "{count}");
}

/// Compares the archives of a folder with the networks of the zoo: what is not the same, by the name of the network.
fn differences(folder: &Path) -> Vec<(&'static str, Option<String>)> {
    let networks = cnn_zoo::all().iter().chain(cnn_zoo::timm::all());
    let archives = networks.filter_map(|entry| {
        let file = File::open(folder.join(entry.name).with_extension("pt2")).ok()?;
        let form = read_pt2(file);
        let difference = form.map_or_else(
            |error| Some(error.to_string()),
            |form| {
                difference(&form, entry, entry.summary.params).or_else(|| {
                    let [own, expected] = [meaning::of_form(&form), meaning::of_graph(entry.graph)];
                    (own.outputs != expected.outputs).then(|| first_difference(&own, &expected))
                })
            },
        );
        Some((entry.name, difference))
    });
    archives.collect()
}

/// The first layer that the network does not have.
fn first_difference(own: &Meanings, expected: &Meanings) -> String {
    let is_known =
        |meaning: &Meaning| expected.layers.iter().any(|(_, known)| known.has_same_values(meaning));
    match own.layers.iter().find(|(_, meaning)| !is_known(meaning)) {
        Some((name, _)) => format!("no layer computes what {name} does"),
        None => "it has other outputs".to_owned(),
    }
}

/// `pytorch/round_trip.py` makes the archives of what `Graph::pytorch` writes. With `ROUND_TRIP=<folder>`, those of a
/// folder are compared.
#[test]
fn networks_of_the_zoo_come_back_from_pytorch() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pytorch/round_trip");
    let folder = std::env::var_os("ROUND_TRIP").map_or(own.clone(), Into::into);
    let differences = differences(&folder);
    let same = differences.iter().filter(|(_, difference)| difference.is_none()).count();
    println!("{same} of {} are the same", differences.len());
    let wrong: Vec<String> = differences
        .iter()
        .filter_map(|(name, difference)| Some(format!("{name}: {}", difference.as_ref()?)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let archives = fs::read_dir(&folder).unwrap().filter(|entry| {
        entry.as_ref().unwrap().path().extension().is_some_and(|extension| extension == "pt2")
    });
    assert!(same > 0 && (folder != own || same == archives.count()), "{same}");
}
