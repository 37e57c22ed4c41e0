//! Networks as source of PyTorch.

use std::fs;
use std::path::Path;

use cnn::{Graph, cnn};
use cnn_reference::networks::LeNet;
use cnn_reference::{Tensor, all_outputs, cases, formula};
use serde_json::{Value, json};

use crate::modules;
use crate::wiring::networks::CASES;

cnn! {
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

    struct ResNet18: [3, 64, 64] -> [10] <
        conv1: conv(3, 64, 7, 2, padding = 3, bias = false); bn1: batchnorm; relu;
        maxpool(3, 2, padding = 1);
        layer1: seq { [basic(64, 64); 2] }
        layer2: seq { basic(64, 128, 2); basic(128, 128) }
        layer3: seq { basic(128, 256, 2); basic(256, 256) }
        layer4: seq { basic(256, 512, 2); basic(512, 512) }
        adaptive_avgpool(1);
        fc: fc(512, 10);
    >

    block double(cin, cout) {
        seq { conv(cin, cout, 3, padding = 1); relu; conv(cout, cout, 3, padding = 1); relu }
    }

    block up(cin, cout, skip) {
        up: conv_transpose(cin, cout, 2, 2);
        concat(skip, _);
        conv: double(cin, cout);
    }

    struct UNet: [1, 32, 32] -> [2, 32, 32] <
        down1: double(1, 16);
        maxpool(2);
        down2: double(16, 32);
        maxpool(2);
        bottom: double(32, 64);
        up2: up(64, 32, down2);
        up1: up(32, 16, down1);
        out: conv(16, 2, 1);
    >

    block unit(cin, cout, kernel_size) {
        conv: conv(cin, cout, kernel_size, padding = (kernel_size - 1) / 2, bias = false);
        bn: batchnorm;
        relu;
    }

    block inception(cin, one, reduced, three, pooled) {
        concat {
            branch1: unit(cin, one, 1);
            branch2: seq { unit(cin, reduced, 1); unit(reduced, three, 3) }
            branch3: seq { maxpool(3, 1, padding = 1); unit(cin, pooled, 1) }
        }
    }

    struct Inception: [3, 32, 32] -> [10] <
        stem: unit(3, 16, 3);
        mixed1: inception(16, 8, 12, 16, 8);
        maxpool(2);
        mixed2: inception(32, 16, 24, 32, 16);
        adaptive_avgpool(1);
        fc: fc(64, 10);
    >

    struct Backbone: [3, 16, 16] -> [8, 8, 8] <
        stem: seq { conv(3, 4, 3, padding = 1); relu }
        body: seq { conv(4, 8, 3, 2, padding = 1); relu }
    >

    /// Two inputs, one tower for both, a network in the network with a value from inside, and names that are none in
    /// Python.
    struct Pair: (left: [3, 16, 16], right: [3, 16, 16]) -> (same: [1], heat: _) <
        from(left);
        tower: Backbone;
        from(right);
        right_features: again(tower);
        heat: sub(tower);
        "block1-0": conv(8, 4, 1, weight_norm = true);
        "class": layernorm(4, channels_first = true);
        "type": parameter((4, 8, 8));
        scaled: mul("class");
        fine: { from(tower.stem); maxpool(2); "0": conv(4, 4, 1) }
        add(scaled, _);
        same: fc(_, 1);
    >
}

fn networks() -> [(&'static str, Graph); 5] {
    [
        ("lenet", LeNet::GRAPH),
        ("resnet18", ResNet18::GRAPH),
        ("unet", UNet::GRAPH),
        ("inception", Inception::GRAPH),
        ("pair", Pair::GRAPH),
    ]
}

/// `BLESS=1 cargo test --features full --test library export` writes the files anew.
#[test]
fn sources_are_as_they_have_been_read() {
    for (name, graph) in networks() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pytorch").join(name);
        let (path, source) = (path.with_extension("py"), graph.pytorch());
        if std::env::var_os("BLESS").is_some() {
            fs::write(path, source).unwrap();
        } else {
            assert_eq!(fs::read_to_string(path).unwrap(), source, "{name}");
        }
    }
}

#[test]
fn modules_are_the_layers() {
    for (_, graph) in networks() {
        modules::check(&graph, &graph.pytorch());
    }
    for case in CASES {
        modules::check(&case.graph, &case.graph.pytorch());
    }
    for case in cases::all() {
        modules::check(&case.graph, &case.graph.pytorch());
    }
}

/// `PYTORCH=<directory> cargo test --features full --test library export` writes networks, all layers and random networks
/// for `tests/pytorch/check.py`, which compares them with PyTorch.
#[test]
fn sources_are_written_for_pytorch() {
    let Some(directory) = std::env::var_os("PYTORCH") else { return };
    let directory = Path::new(&directory);
    let mut facts = Vec::new();
    for (name, graph) in networks() {
        facts.push(written(directory, name, &graph, &inputs(&graph)));
    }
    for case in CASES {
        let name = format!("random_{}", case.graph.name);
        facts.push(written(directory, &name, &case.graph, &inputs(&case.graph)));
    }
    for (index, case) in cases::all().iter().enumerate() {
        let inputs = vec![case.input.clone()];
        let mut fact = written(directory, &format!("layer_{index}"), &case.graph, &inputs);
        fact["title"] = json!(case.name);
        facts.push(fact);
    }
    fs::write(directory.join("library.json"), json!(facts).to_string()).unwrap();
}

/// A batch of two of each input.
fn inputs(graph: &Graph) -> Vec<Tensor> {
    let input = |input: cnn::NetworkInput| {
        formula::values(input.name, &[&[2], input.shape.dims()].concat())
    };
    graph.inputs.iter().map(input).collect()
}

fn written(directory: &Path, name: &str, graph: &Graph, inputs: &[Tensor]) -> Value {
    fs::write(directory.join(name).with_extension("py"), graph.pytorch()).unwrap();
    let (_, outputs) = all_outputs(graph, &formula::state(graph), inputs);
    let state = graph.state_dict().into_iter();
    json!({
        "name": name,
        "state": state.map(|(name, shape)| json!([name, shape.dims()])).collect::<Vec<_>>(),
        "inputs": inputs.iter().map(values).collect::<Vec<_>>(),
        "outputs": outputs.iter().map(values).collect::<Vec<_>>(),
    })
}

/// Texts, as JSON has no infinities.
fn values(tensor: &Tensor) -> Value {
    let values: Vec<String> = tensor.values().iter().map(|value| format!("{value:e}")).collect();
    json!({"sizes": tensor.sizes(), "values": values})
}
