//! Networks as source of PyTorch.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::facts::state;
use crate::modules;

/// `PYTORCH=<directory> cargo test -p cnn-zoo --features full --test zoo pytorch` also writes them for
/// `tests/pytorch/check.py`, which compares them with PyTorch.
#[test]
fn modules_of_sources_are_the_layers() {
    let directory = std::env::var_os("PYTORCH");
    let mut facts: Vec<Value> = Vec::new();
    for entry in crate::networks() {
        let source = entry.graph.pytorch();
        modules::check(entry.graph, &source);
        if let Some(directory) = &directory {
            let file = Path::new(directory).join(entry.name).with_extension("py");
            fs::write(file, source).unwrap();
        }
        let params = entry.summary.params;
        let inputs: Vec<_> =
            entry.graph.inputs.iter().map(|input| input.shape.dims().to_vec()).collect();
        facts.push(json!({"name": entry.name, "inputs": inputs, "state": state(entry.graph), "params": params}));
    }
    if let Some(directory) = &directory {
        fs::write(Path::new(directory).join("zoo.json"), json!(facts).to_string()).unwrap();
    }
}
