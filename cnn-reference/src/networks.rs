//! Networks with PyTorch's weights, and its outputs for three samples, from `tests/weights`.

use std::fs;
use std::path::{Path, PathBuf};

use cnn::cnn;
use cnn_core::Graph;
use serde_json::Value as Json;

use crate::state::State;
use crate::tensor::Tensor;

cnn! {
    /// The LeNet of `cnn_zoo`.
    pub struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >

    block basic(cin, cout, stride = 1) {
        residual {
            conv1: conv(cin, cout, 3, stride, padding = 1, bias = false); bn1: batchnorm; relu;
            conv2: conv(cout, cout, 3, padding = 1, bias = false); bn2: batchnorm;
        } shortcut {
            if stride > 1 || cin != cout {
                downsample: seq { conv(cin, cout, 1, stride, bias = false); batchnorm }
            }
        }
        relu;
    }

    /// A residual network with batch norms. Its layers have the names of its definition in PyTorch.
    pub struct TinyResNet: [3, 16, 16] -> [10] <
        conv1: conv(3, 8, 3, padding = 1, bias = false); bn1: batchnorm; relu;
        maxpool: maxpool(3, 2, padding = 1);
        layer1: seq { basic(8, 16, 2); basic(16, 16) }
        avgpool: adaptive_avgpool(1);
        fc: fc(16, 10);
    >
}

/// A network with PyTorch's weights.
#[derive(Clone, Debug)]
pub struct Trained {
    /// The network.
    pub graph: Graph,
    /// The file of its weights that PyTorch wrote, with `num_batches_tracked`.
    pub file: PathBuf,
    /// Three samples.
    pub samples: Vec<Sample>,
}

/// A sample, with PyTorch's output in f64.
#[derive(Clone, Debug)]
pub struct Sample {
    /// A batch of one. All values are exact in f32.
    pub input: Tensor,
    /// The network's output.
    pub output: Tensor,
    /// The names of some layers, with the sums of their outputs and of the squares of these.
    pub sums: Vec<(&'static str, [f64; 2])>,
}

/// [`LeNet`].
pub fn lenet() -> Trained {
    Trained::read(LeNet::GRAPH, "lenet")
}

/// [`TinyResNet`].
pub fn tiny_resnet() -> Trained {
    Trained::read(TinyResNet::GRAPH, "tinyresnet")
}

/// The path of a file in `tests/weights`.
pub fn weights(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/weights").join(file)
}

impl Trained {
    fn read(graph: Graph, name: &str) -> Trained {
        let text = fs::read_to_string(weights(&format!("{name}_io.json"))).expect("a file");
        let json: Json = serde_json::from_str(&text).expect("JSON");
        let samples = json["samples"].as_array().expect("a list of samples");
        let samples = samples.iter().map(|sample| Sample::read(&graph, sample)).collect();
        Trained { graph, file: weights(&format!("{name}.safetensors")), samples }
    }

    /// The weights, without `num_batches_tracked`.
    pub fn state(&self) -> State {
        State::from_safetensors(&fs::read(&self.file).expect("a file"))
    }

    /// Each sample alone, then all of them as a batch: inputs and outputs.
    ///
    /// ```
    /// let batches = cnn_reference::networks::lenet().batches();
    /// assert_eq!(batches.len(), 4);
    /// assert_eq!(batches[3].0.sizes(), [3, 3, 28, 28]);
    /// assert_eq!(batches[3].1.sizes(), [3, 10]);
    /// ```
    pub fn batches(&self) -> Vec<(Tensor, Tensor)> {
        let single = self.samples.iter().map(|Sample { input, output, .. }| (input, output));
        let (inputs, outputs): (Vec<_>, Vec<_>) = single.clone().unzip();
        let all = (Tensor::batch(&inputs), Tensor::batch(&outputs));
        single.map(|(input, output)| (input.clone(), output.clone())).chain([all]).collect()
    }
}

impl Sample {
    fn read(graph: &Graph, json: &Json) -> Sample {
        let list = |key: &str| json[key].as_array().expect("a list").iter().map(number).collect();
        let single = |sizes: &[usize]| [&[1], sizes].concat();
        let modules = json["activations"].as_object().expect("modules");
        let sums = modules.iter().map(|(module, facts)| {
            (last_node(graph, module), [number(&facts["sum"]), number(&facts["sumsq"])])
        });
        Sample {
            // The file has numbers of f32, with just enough digits to tell them apart.
            input: Tensor::new(&single(graph.input.dims()), list("input"))
                .map(|value| f64::from(value as f32)),
            output: Tensor::new(&single(graph.output.dims()), list("output_f64")),
            sums: sums.collect(),
        }
    }
}

fn number(json: &Json) -> f64 {
    json.as_f64().expect("a number")
}

/// The layer whose output is that of a module of PyTorch: the last one with its name or inside it.
fn last_node(graph: &Graph, module: &str) -> &'static str {
    let inside = |name: &str| {
        name.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let node = graph.nodes.iter().rfind(|node| inside(node.name));
    node.unwrap_or_else(|| panic!("no layer {module}")).name
}
