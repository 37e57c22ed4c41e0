//! Whole networks with PyTorch's weights, inputs and outputs: `tests/weights`.

use cnn::cnn;
use cnn_core::Graph;
use cnn_reference::{State, Tensor};
use serde_json::Value;

cnn! {
    struct LeNet: [3, 28, 28] -> [10] <
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

    struct TinyResNet: [3, 16, 16] -> [10] <
        conv1: conv(3, 8, 3, padding = 1, bias = false); bn1: batchnorm; relu;
        maxpool: maxpool(3, 2, padding = 1);
        layer1: seq { basic(8, 16, 2); basic(16, 16) }
        avgpool: adaptive_avgpool(1);
        fc: fc(16, 10);
    >
}

/// A network, and what PyTorch makes of a batch in f64.
pub struct Network {
    pub graph: Graph,
    pub state: State,
    pub input: Tensor,
    pub output: Tensor,
}

pub fn all() -> [Network; 2] {
    [
        network(
            LeNet::GRAPH,
            include_bytes!("../../../tests/weights/lenet.safetensors"),
            include_str!("../../../tests/weights/lenet_io.json"),
        ),
        network(
            TinyResNet::GRAPH,
            include_bytes!("../../../tests/weights/tinyresnet.safetensors"),
            include_str!("../../../tests/weights/tinyresnet_io.json"),
        ),
    ]
}

fn network(graph: Graph, weights: &[u8], io: &str) -> Network {
    let io: Value = serde_json::from_str(io).unwrap();
    let samples = io["samples"].as_array().unwrap();
    let batch = |key: &str, sizes: &[usize]| {
        let numbers = samples.iter().flat_map(|sample| sample[key].as_array().unwrap());
        let values = numbers.map(|number| number.as_f64().unwrap()).collect();
        Tensor::new(&[&[samples.len()], sizes].concat(), values)
    };
    Network {
        graph,
        state: State::from_safetensors(weights),
        // In the file they are numbers of f32, with as many digits as tell them apart.
        input: batch("input", graph.input.dims()).map(|value| f64::from(value as f32)),
        output: batch("output_f64", graph.output.dims()),
    }
}
