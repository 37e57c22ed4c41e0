//! Writes models with inputs and the outputs of the reference, for `compare.py`: every layer, as it is and in variants,
//! random networks, and those of the zoo for small images.
//!
//! ```sh
//! cargo run --manifest-path cnn-onnx/tests/runtime/Cargo.toml -- <directory> [text]
//! ```
//!
//! With a text, only those whose names contain it.

use std::env;
use std::fmt::Display;
use std::path::{Path, PathBuf};

use cnn_core::{DType, Graph, Summary};
use cnn_onnx::{Export, Weights};
use cnn_reference::cases::{self, Case};
use cnn_reference::{State, Tensor, all_outputs, random};
use safetensors::Dtype;
use safetensors::tensor::TensorView;

#[path = "../../../../cnn-reference/tests/small_zoo/mod.rs"]
mod small_zoo;

use small_zoo::NETWORKS;

/// Networks of the zoo with at most so many parameters are written, unless `CNN_WHOLE_ZOO` is set.
const FEW: u64 = 30_000_000;

/// The number of random networks of each kind.
const RANDOM: u64 = 200;

fn main() {
    let mut arguments = env::args().skip(1);
    let directory = PathBuf::from(arguments.next().expect("the directory that takes the models"));
    let files = Files { directory, only: arguments.next() };
    for (index, case) in cases::all().into_iter().enumerate() {
        files.write(format_args!("layer {index:03} {}", case.name), &case.graph, || {
            // What PyTorch makes of it, and not what the reference does.
            (case.state.clone(), vec![case.input.clone()], Some(vec![case.output.clone()]))
        });
        files.write_variants(index, &case);
    }
    for seed in 0..RANDOM {
        let networks = [
            ("random", random::network(seed).graph),
            ("several", random::several(seed).graph),
            ("tapped", random::tapped(seed).0.graph),
        ];
        for (name, graph) in networks {
            files.write(format_args!("{name} {seed:03}"), &graph, || {
                let samples = 1 + seed as usize % 3;
                (State::random(&graph, seed), random::batches(&graph, samples, seed), None)
            });
        }
    }
    let whole = env::var_os("CNN_WHOLE_ZOO").is_some();
    let is_small = |(_, _, summary): &&(&str, Graph, Summary)| whole || summary.params <= FEW;
    for (name, graph, _) in NETWORKS.iter().filter(is_small) {
        files.write(format_args!("zoo {name}"), graph, || {
            (State::random(graph, 1), random::batches(graph, 2, 2), None)
        });
    }
}

/// A state, the inputs, and the outputs if they are known.
type Run = (State, Vec<Tensor>, Option<Vec<Tensor>>);

struct Files {
    directory: PathBuf,
    only: Option<String>,
}

impl Files {
    fn write(&self, name: impl Display, graph: &Graph, run: impl FnOnce() -> Run) {
        let name = name.to_string();
        if self.only.as_ref().is_some_and(|only| !name.contains(only)) {
            return;
        }
        let path = self.path(&name);
        let (state, inputs, outputs) = run();
        let weights = Weights::from_bytes(state.to_safetensors()).unwrap();
        let exported = Export::new(graph).weights(weights).write(path.with_extension("onnx"));
        if let Err(error) = exported {
            std::fs::write(path.with_extension("refused"), error.to_string()).unwrap();
            return;
        }
        let outputs = outputs.unwrap_or_else(|| all_outputs(graph, &state, &inputs).1);
        save(&path, &inputs, &outputs);
    }

    /// A layer for a batch of two only, with its weights as inputs, and of other types.
    fn write_variants(&self, index: usize, case: &Case) {
        let weights = Weights::from_bytes(case.state.to_safetensors()).unwrap();
        let export = Export::new(&case.graph);
        let with_weights = export.clone().weights(weights);
        let variants = [
            ("fixed", with_weights.clone().batch(2).external_data(true)),
            ("open", export),
            ("f16", with_weights.clone().dtype(DType::F16)),
            ("f64", with_weights.dtype(DType::F64)),
        ];
        for (variant, export) in variants {
            let name = format!("{variant} {index:03} {}", case.name);
            if self.only.as_ref().is_some_and(|only| !name.contains(only)) {
                continue;
            }
            let path = self.path(&name);
            export.write(path.with_extension("onnx")).unwrap();
            let mut inputs = vec![case.input.clone()];
            if variant == "open" {
                let state = case.graph.state_dict().into_iter();
                let floats = state.filter(|(name, _)| !name.ends_with("position_index"));
                inputs.extend(floats.map(|(name, _)| case.state.get(&name).clone()));
            }
            save(&path, &inputs, &[case.output.clone()]);
        }
    }

    /// The path of a model, without an extension. File systems allow names of 255 bytes.
    fn path(&self, name: &str) -> PathBuf {
        let short: String = name.chars().take(100).collect();
        self.directory.join(short.replace(['"', '.', '/'], ""))
    }
}

/// Inputs and outputs in f64, by their numbers.
fn save(path: &Path, inputs: &[Tensor], outputs: &[Tensor]) {
    let numbered = |what: &'static str, tensors: &[Tensor]| {
        let one = |(index, tensor): (usize, &Tensor)| {
            let bytes = tensor.values().iter().flat_map(|value| value.to_le_bytes()).collect();
            (format!("{what}{index}"), tensor.sizes().to_vec(), bytes)
        };
        tensors.iter().enumerate().map(one).collect::<Vec<(String, Vec<usize>, Vec<u8>)>>()
    };
    let all = [numbered("input", inputs), numbered("output", outputs)].concat();
    let views = all.iter().map(|(name, sizes, bytes)| {
        (name.as_str(), TensorView::new(Dtype::F64, sizes.clone(), bytes).unwrap())
    });
    let file = safetensors::serialize(views, None).unwrap();
    std::fs::write(path.with_extension("safetensors"), file).unwrap();
}
