"""A crate of many declarations, which is built and run: what compiles has the figures that were read, and computes what
is expected."""

import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]

MANIFEST = """\
[package]
name = "imported"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
cnn = {{ path = "{root}" }}
cnn-reference = {{ path = "{root}/cnn-reference" }}
safetensors = "0.8"

[profile.dev]
opt-level = 2
"""

MAIN = """\
#![allow(deprecated, non_snake_case, reason = "the declarations are those of others")]

use std::path::Path;

use cnn_reference::{State, Tensor};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

fn tensor(view: &TensorView<'_>) -> Tensor {
    let data = view.data();
    let values = match view.dtype() {
        Dtype::F64 => data.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect(),
        Dtype::F32 => data.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes).into()).collect(),
        other => panic!("values of {other:?}"),
    };
    Tensor::new(view.shape(), values)
}

/// How far a network is from what it should compute, as far as that is known: the values of `name.answer`. There is none if
/// it does not have these figures, or computes something else.
fn check(name: &str, graph: &cnn::Graph, is: [u64; 2], read: [u64; 2]) -> Option<f64> {
    if is != read {
        println!("{name}: {is:?} parameters and MACs instead of {read:?}");
        return None;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(answers) = std::fs::read(folder.join(format!("{name}.answer"))) else { return Some(0.0) };
    let weights = std::fs::read(folder.join(format!("{name}.safetensors"))).unwrap();
    let result = std::panic::catch_unwind(|| {
        let answers = SafeTensors::deserialize(&answers).unwrap();
        let [input, expected] = ["input", "output"].map(|name| tensor(&answers.tensor(name).unwrap()));
        let weights = SafeTensors::deserialize(&weights).unwrap();
        let state = State::from_fn(graph, |name, _| tensor(&weights.tensor(name).unwrap()));
        let output = cnn_reference::output(graph, &state, &input);
        (output.distance(&expected), expected.magnitude())
    });
    match result {
        Ok((distance, magnitude)) if distance <= 1e-3 * magnitude.max(1e-3) => {
            Some(distance / magnitude.max(1e-3))
        }
        Ok((distance, magnitude)) => {
            println!("{name}: the distance is {distance}, of {magnitude}");
            None
        }
        Err(_) => {
            println!("{name}: cannot run");
            None
        }
    }
}

fn main() {
    let results = [
%CHECKS%
    ];
    let largest = results.iter().flatten().fold(0.0, |largest: f64, distance| largest.max(*distance));
    println!("{} of {} are right, at most {largest:.1e} apart", results.iter().flatten().count(), results.len());
}
"""


def figures(summary):
    """The parameters and MACs in the summary of an import."""
    found = re.search(r"([\d,]+) parameters, ([\d,]+) MACs", summary)
    return tuple(int(number.replace(",", "")) for number in found.groups())


def run(folder, figures):
    """Builds the declarations `name.rs` of the folder, which have these parameters and MACs, and runs them."""
    folder = pathlib.Path(folder).resolve()
    (folder / "src").mkdir(exist_ok=True)
    (folder / "Cargo.toml").write_text(MANIFEST.format(root=ROOT))
    modules = [f'#[path = "../{name}.rs"]\nmod {name};\n' for name in figures]
    checks = [
        f'        check("{name}", &{name}::Net::GRAPH, [{name}::Net::PARAMS, {name}::Net::SUMMARY.macs], [{params}, {macs}]),'
        for name, (params, macs) in figures.items()
    ]
    main = MAIN.replace("%CHECKS%", "\n".join(checks)) + "\n" + "".join(modules)
    (folder / "src/main.rs").write_text(main)
    environment = os.environ | {"CARGO_TARGET_DIR": os.environ.get("CARGO_TARGET_DIR", str(folder / "target"))}
    subprocess.run(["cargo", "run", "-q", "--manifest-path", str(folder / "Cargo.toml")], check=True, env=environment)
