//! Every network against what torchvision says of it.

use std::collections::{BTreeMap, BTreeSet};

use cnn::ops::Drops;
use cnn::{Graph, Kind, Node, Op, Row, Summary};
use cnn_zoo::efficientnet::{EfficientNetB1, EfficientNetB4, EfficientNetV2S};
use serde_json::Value;

use crate::facts::{named_sizes, sizes, state};

/// The networks that torchvision has been asked about at `resolution`.
fn facts() -> Vec<(String, u64, Value)> {
    let files =
        [include_str!("../torchvision/zoo.json"), include_str!("../torchvision/others.json")];
    let files = files.map(|file| serde_json::from_str::<Value>(file).unwrap());
    let mut facts = Vec::new();
    for file in files {
        for (key, facts_of) in file["models"].as_object().unwrap() {
            let (name, resolution) = key.split_once('@').unwrap();
            facts.push((name.to_owned(), resolution.parse().unwrap(), facts_of.clone()));
        }
    }
    assert_eq!(facts.len(), 35 + 67);
    facts
}

/// A network at a resolution.
fn network(name: &str, resolution: u64) -> (&'static Summary, &'static Graph) {
    let entry = cnn_zoo::all().iter().find(|entry| entry.name == name).unwrap();
    if entry.summary.input.dims().last() == Some(&(resolution as usize)) {
        return (entry.summary, entry.graph);
    }
    match (name, resolution) {
        ("efficientnet_b1", 224) => {
            (&EfficientNetB1::<1000, 224>::SUMMARY, &EfficientNetB1::<1000, 224>::GRAPH)
        }
        ("efficientnet_b4", 224) => {
            (&EfficientNetB4::<1000, 224>::SUMMARY, &EfficientNetB4::<1000, 224>::GRAPH)
        }
        ("efficientnet_v2_s", 224) => {
            (&EfficientNetV2S::<1000, 224>::SUMMARY, &EfficientNetV2S::<1000, 224>::GRAPH)
        }
        _ => panic!("{name} at {resolution}"),
    }
}

#[test]
fn all_networks_are_compared() {
    let known: BTreeSet<String> = facts().into_iter().map(|(name, ..)| name).collect();
    let all: BTreeSet<String> = cnn_zoo::all().iter().map(|entry| entry.name.to_owned()).collect();
    assert_eq!(all, known);
    assert_eq!(all.len(), cnn_zoo::all().len());
}

#[test]
fn totals_are_torchvisions() {
    for (name, resolution, facts) in facts() {
        let (summary, _) = network(&name, resolution);
        let ours = (summary.params, summary.trainable_params, summary.macs);
        let number = |key: &str| facts[key].as_u64().unwrap();
        assert_eq!(ours, (number("params"), number("trainable"), number("macs")), "{name}");
        assert_eq!(summary.input.dims(), sizes(&facts["input"]), "{name}");
        let outputs = summary.outputs.iter();
        let outputs = outputs.map(|output| (output.name.to_owned(), output.shape.dims().to_vec()));
        assert_eq!(outputs.collect::<Vec<_>>(), named_sizes(&facts["outputs"]), "{name}");
    }
}

/// Output, parameters and MACs of a layer.
type Costs = (String, Vec<usize>, u64, u64);

#[test]
fn layers_with_parameters_are_torchvisions() {
    for (name, resolution, facts) in facts() {
        let (summary, _) = network(&name, resolution);
        // In PyTorch these are parameters of their block, and no modules.
        let is_module =
            |row: &Row| row.params > 0 && !["LayerScale", "Parameter"].contains(&row.class);
        let ours: BTreeMap<String, Costs> = summary
            .leaves()
            .map(|leaf| (leaf.name.clone(), *leaf))
            .filter(|(_, row)| is_module(row))
            .map(|(name, row)| {
                (name, (row.class.to_owned(), row.output.dims().to_vec(), row.params, row.macs))
            })
            .collect();
        let rows = facts["rows"].as_array().unwrap().iter();
        let mut theirs: BTreeMap<String, Costs> = BTreeMap::new();
        let rows = rows.filter(|row| row[3].as_u64() != Some(0)).map(|row| {
            let (mut class, output) = (row[1].as_str().unwrap(), sizes(&row[2]));
            // torchvision's own classes.
            if let "Conv3DSimple" | "Conv3DNoTemporal" = class {
                class = "Conv3d";
            }
            let number = |index: usize| row[index].as_u64().unwrap();
            let costs = (class.to_owned(), output, number(3), number(4));
            (row[0].as_str().unwrap().to_owned(), costs)
        });
        for (name, costs) in rows {
            // What runs again has its parameters where it runs first.
            theirs.entry(name).or_insert(costs);
        }
        assert_eq!(ours, theirs, "{name}");
    }
}

#[test]
fn state_dicts_are_torchvisions() {
    for (name, resolution, facts) in facts() {
        let (_, graph) = network(&name, resolution);
        let mut ours = state(graph);
        let mut theirs = named_sizes(&facts["state_dict"]);
        // PyTorch lists a parameter of a block before its layers.
        let of_layers = ["weight", "bias", "running_mean", "running_var"];
        for tensors in [&mut ours, &mut theirs] {
            tensors.sort_by_key(|(name, _)| {
                name.rsplit_once('.').is_none_or(|(_, suffix)| !of_layers.contains(&suffix))
            });
        }
        if name.starts_with("swin") {
            // It makes layers in another order than it runs them: theirs, in the order of ours.
            let layer = |name: &str| name.rsplit_once('.').map(|(layer, _)| layer.to_owned());
            let place =
                |theirs: &str| ours.iter().position(|(ours, _)| layer(ours) == layer(theirs));
            theirs.sort_by_key(|(name, _)| place(name));
        }
        assert_eq!(ours, theirs, "{name}");
    }
}

/// The probabilities of layers under their names.
fn chances(facts: &Value) -> BTreeMap<&str, f64> {
    let layers = facts.as_object().unwrap().iter();
    layers.map(|(name, chance)| (name.as_str(), chance.as_f64().unwrap())).collect()
}

/// The layers of a network with their names in full, those of networks in it included.
fn nodes(graph: &Graph, scope: &str) -> Vec<(String, Node)> {
    let mut nodes = Vec::new();
    for node in graph.nodes {
        let name = format!("{scope}{}", node.name);
        match node.op {
            Op::Network(nested) => nodes.extend(self::nodes(&nested.graph, &format!("{name}."))),
            _ => nodes.push((name, node)),
        }
    }
    nodes
}

/// The block that a layer is in.
fn block(layer: &str) -> Option<&str> {
    layer.rsplit_once('.').map(|(block, _)| block)
}

#[test]
fn hyper_parameters_are_torchvisions() {
    let facts: Value = serde_json::from_str(include_str!("../torchvision/hyper.json")).unwrap();
    let floats = |value: &Value| -> Vec<f64> {
        value.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
    };
    for entry in cnn_zoo::all() {
        let (name, facts) = (entry.name, &facts[entry.name]);
        let (mut batch, mut layer) = (Vec::new(), Vec::new());
        let (mut dropped, mut skipped) = (BTreeMap::new(), BTreeMap::new());
        let mut adding = BTreeSet::new();
        let nodes = nodes(entry.graph, "");
        for (name, node) in &nodes {
            match node.op {
                Op::BatchNorm(norm) => batch.push([norm.eps, norm.momentum]),
                Op::LayerNorm(norm) => layer.push(norm.eps),
                Op::Dropout(dropout) => {
                    let of =
                        if dropout.drops == Drops::Samples { &mut skipped } else { &mut dropped };
                    // torchvision runs one twice in a block, which have a name each here.
                    of.insert(name.trim_end_matches("_again"), dropout.p);
                }
                Op::Join(_) if node.kind == Kind::Add => adding.extend(block(name)),
                _ => {}
            }
        }
        // All norms of a network have the same, or those of its backbone others than those after it.
        batch.dedup();
        layer.dedup();
        assert_eq!(batch.concat(), floats(&facts["batchnorm"]), "{name}");
        assert_eq!(layer, floats(&facts["layernorm"]), "{name}");
        assert_eq!(dropped, chances(&facts["dropout"]), "{name}");
        // torchvision makes one in every block, and runs it in those that add their input.
        let mut theirs = chances(&facts["stochastic_depth"]);
        theirs.retain(|name, _| block(name).is_some_and(|block| adding.contains(block)));
        assert_eq!(skipped, theirs, "{name}");
    }
}
