//! The tables of networks in every format, as they have been read, and what changed between two.

#![allow(deprecated, reason = "networks that test tables need not make sense")]

use std::path::Path;

use cnn::render::{Column, Units};
use cnn::{DType, Summary, cnn};

cnn! {
    struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >

    /// A layer put in between, one more channel, one layer less.
    struct Changed: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); batchnorm; relu; maxpool(2, 2);
        conv(20, 51, 5, 1); silu; maxpool(2, 2);
        fc(4 * 4 * 51, 500); relu;
        fc(500, 10);
    >

    struct Branches: [3, 32, 32] -> [10] <
        stem: seq { conv(3, 16, 3, padding = 1); relu }
        residual {
            conv(16, 16, 3, padding = 1, bias = false); batchnorm;
        } shortcut {
            downsample: conv(16, 16, 1);
        }
        "odd-name_{1}": concat { conv(16, 8, 1); identity }
        adaptive_avgpool(1);
        fc(24, 10);
    >

    struct Nested: [3, 32, 32] -> [2] <
        #[frozen] backbone: Branches;
        head: seq { relu; fc(10, 2) }
    >

    /// The same layers; the last sum takes another value.
    struct First: [4] < a: relu; b: relu; c: sigmoid; sum: add(a, _) >
    struct Second: [4] < a: relu; b: relu; c: sigmoid; sum: add(b, _) >
}

const NETWORKS: [(&str, Summary); 3] =
    [("lenet", LeNet::SUMMARY), ("branches", Branches::SUMMARY), ("nested", Nested::SUMMARY)];

/// `BLESS=1 cargo test --test library tables` writes the tables anew.
#[test]
fn tables_are_as_they_have_been_read() {
    for (name, summary) in NETWORKS {
        let table = summary.table();
        golden(&format!("{name}.txt"), &table.to_string());
        golden(&format!("{name}.md"), &table.markdown());
        let all = table.clone().columns(Column::ALL).dtype(DType::F16).batch(8);
        golden(&format!("{name}.csv"), &all.csv());
        golden(&format!("{name}_short.txt"), &all.clone().units(Units::Short).to_string());
        golden(&format!("{name}.tex"), &table.depth(1).units(Units::Kilo).latex());
    }
}

#[test]
fn differences_are_as_they_have_been_read() {
    let diff = LeNet::SUMMARY.diff(&Changed::SUMMARY);
    golden("diff.txt", &diff.to_string());
    golden("diff.md", &diff.markdown());
    let columns = [Column::Name, Column::Output, Column::Params, Column::ParamsBytes, Column::Macs];
    let table = LeNet::SUMMARY.table().columns(&columns).units(Units::Short).dtype(DType::I8);
    golden("diff_short.txt", &table.batch(32).diff(&Changed::SUMMARY).to_string());
    golden(
        "diff_nested.txt",
        &Nested::SUMMARY.table().depth(1).diff(&Branches::SUMMARY).to_string(),
    );
    golden("diff_wires.txt", &First::SUMMARY.diff(&Second::SUMMARY).to_string());
}

#[test]
fn a_network_does_not_differ_from_itself() {
    for (_, summary) in NETWORKS {
        let diff = summary.diff(&summary);
        assert_eq!((diff.changes().len(), diff.same()), (0, summary.leaves().count()));
        let same = format!("{0} and {0} are the same in all names and numbers", summary.name);
        assert!(diff.to_string().starts_with(&same), "{diff}");
    }
}

#[test]
fn every_layer_is_in_a_difference_once() {
    for (_, before) in NETWORKS {
        for (_, after) in NETWORKS {
            let diff = before.diff(&after);
            let old = diff.changes().iter().filter(|change| change.before.is_some()).count();
            let new = diff.changes().iter().filter(|change| change.after.is_some()).count();
            assert_eq!(old + diff.same(), before.leaves().count());
            assert_eq!(new + diff.same(), after.leaves().count());
        }
    }
}

#[test]
fn a_layer_in_between_is_one_that_was_added() {
    const PLAIN: Summary = cnn!([3, 8, 8] <
        seq {
            conv(3, 8, 3); relu; maxpool(2); conv(8, 8, 3); relu;
        }
    >);
    const NORMED: Summary = cnn!([3, 8, 8] <
        seq {
            conv(3, 8, 3); batchnorm; relu; maxpool(2); conv(8, 8, 3); batchnorm; relu;
        }
    >);
    let diff = PLAIN.diff(&NORMED);
    let added = diff.changes().iter().filter(|change| change.before.is_none());
    let added: Vec<&str> = added.map(|change| change.after.as_ref().unwrap().row.class).collect();
    assert_eq!(added, ["BatchNorm2d", "BatchNorm2d"]);
    assert!(diff.changes().iter().all(|change| change.after.is_some() && !change.rewired));
}

#[test]
fn what_a_scope_is_made_of_does_not_matter_to_what_follows() {
    const ONE: Summary = cnn!([8] < body: seq { linear(8, 8) } relu; softmax(1) >);
    const TWO: Summary = cnn!([8] < body: seq { linear(8, 8); linear(8, 8) } relu; softmax(1) >);
    let diff = ONE.table().depth(1).diff(&TWO);
    let changed: Vec<&str> =
        diff.changes().iter().map(|change| change.after.as_ref().unwrap().name.as_str()).collect();
    assert_eq!((changed, diff.same()), (vec!["body"], 2));
}

#[test]
fn other_programs_read_the_same_numbers() {
    for (_, summary) in NETWORKS {
        let columns = [Column::Name, Column::Params, Column::Macs, Column::Output];
        let csv = summary.table().columns(&columns).csv();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().unwrap(), vec!["name", "params", "macs", "output"]);
        let rows: Vec<(String, u64, u64, String)> =
            reader.deserialize().map(|row| row.unwrap()).collect();
        let leaves = summary.leaves();
        let expected: Vec<(String, u64, u64, String)> = leaves
            .map(|leaf| (leaf.name.clone(), leaf.params, leaf.macs, leaf.output.to_string()))
            .collect();
        assert_eq!(rows, expected);
    }
}

#[cfg(feature = "json")]
#[test]
fn json_is_read_as_the_same_numbers() {
    use serde_json::{Value, json};

    for (name, summary) in NETWORKS {
        let all = summary.table().columns(Column::ALL).dtype(DType::F16).batch(8);
        golden(&format!("{name}.json"), &all.json());
        let table: Value = serde_json::from_str(&summary.table().json()).unwrap();
        assert_eq!(table["input"], json!(summary.input.dims()));
        assert_eq!(table["total"]["macs"], json!(summary.macs));
        let rows = table["rows"].as_array().unwrap();
        let sum: u64 = rows.iter().map(|row| row["params"].as_u64().unwrap()).sum();
        assert_eq!(sum, summary.params);
        let names: Vec<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
        assert_eq!(names, summary.leaves().map(|leaf| leaf.name).collect::<Vec<_>>());
    }
    let scopes: Value = serde_json::from_str(&Nested::SUMMARY.table().depth(1).json()).unwrap();
    assert_eq!(scopes["rows"][1]["class"], Value::Null);
    let columns = [Column::Class, Column::Inputs];
    let joins: Value =
        serde_json::from_str(&Branches::SUMMARY.table().columns(&columns).json()).unwrap();
    assert_eq!(joins["rows"][5], json!({ "class": "Add", "inputs": ["bn1", "downsample"] }));
}

#[cfg(feature = "json")]
#[test]
fn graphs_and_summaries_are_documents() {
    use serde_json::{Value, json};

    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap() + "\n";
    let graph = serde_json::to_value(Nested::GRAPH).unwrap();
    golden("nested_graph.json", &pretty(&graph));
    assert_eq!(graph["nodes"][0]["op"]["type"], "network");
    assert_eq!(graph["nodes"][0]["op"]["nodes"][0]["name"], "stem.0");
    assert_eq!(graph["nodes"][0]["inputs"], json!([{ "from": "input", "last_use": true }]));
    assert_eq!(graph["nodes"][1]["op"], json!({ "type": "activation", "function": "relu" }));
    let summary = serde_json::to_value(Nested::SUMMARY).unwrap();
    golden("nested_summary.json", &pretty(&summary));
    assert_eq!(summary["rows"][0]["nested"]["rows"][0]["kind"], "conv");
    assert_eq!(summary["peak_activations"], json!(Nested::SUMMARY.peak_activations));
}

/// A form of an operation that serde cannot write would be found only when it is written.
#[cfg(feature = "json")]
#[test]
fn every_sort_of_operation_can_be_written() {
    cnn! {
        struct Many: [4, 8, 8] <
            conv_transpose(4, 4, 3); maxpool(2); upsample(2, mode = bilinear); adaptive_avgpool(8);
            avgpool(2, 1); batchnorm; instancenorm; groupnorm(2); lrn(2);
            elu; leaky_relu; gelu(approximate = tanh); softplus; prelu; softmax(1); dropout(0.5);
            pad(1, mode = reflect); channel_shuffle(2); layer_scale; pixel_shuffle(2);
            pixel_unshuffle(2); mul { identity; sigmoid } concat { relu; tanh } channels(0..4);
            permute((0, 2, 3, 1)); layernorm; glu; identity; linear(2, 2); flatten; fc(_, 2);
            reshape([2, 1]); mean(1, keepdim = true); var(1, correction = 0, keepdim = true);
            norm(1, p = 3.0, keepdim = true); clamp(max = 1.0); pow(3.0); roll(1, 1); flip(1);
            normalize; rmsnorm; grn; attention(1); slice(1, 0..1, 1);
            parameter([4, 3], init = 0.5); matmul { identity; buffer([3, 5], stored = [15]) }
            layernorm(4, channels_first = true);
            unsqueeze(1); window_attention(5, 2, 1, 1); window_attention_v2(5, 2, 1, 5);
            relative_attention(5, 1); flatten(1, 2);
            cross_attention(num_heads = 1) { identity; relu }
            scaled_dot_product_attention(scale = 0.5) { identity; relu; tanh }
        >
    }
    let graph = serde_json::to_value(Many::GRAPH).unwrap();
    let nodes = graph["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), Many::GRAPH.nodes.len());
    assert!(nodes.iter().all(|node| node["op"]["type"].is_string()));
    golden("operations.json", &(serde_json::to_string_pretty(&graph).unwrap() + "\n"));
}

fn golden(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(file);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    } else {
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(expected, text, "{file}");
    }
}
