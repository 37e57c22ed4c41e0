//! With PyTorch's weights, networks have PyTorch's outputs.

mod common;

use burn::module::Module;
use burn::tensor::Device;
use cnn_burn::Net;
use cnn_reference::networks::{Trained, lenet, tiny_resnet};
use common::{assert_close, numbers, tensor, values};

fn load(network: &Trained, device: &Device) -> Net<4, 2> {
    let mut net = Net::from_graph(&network.graph, device).unwrap();
    net.load_safetensors(&network.file).unwrap();
    net
}

fn reproduces(network: &Trained, net: &Net<4, 2>) {
    for (input, expected) in network.batches() {
        let output = net.forward(tensor(&input, &Device::default()));
        assert_eq!(output.dims(), expected.sizes());
        assert_close(&values(&output), expected.values(), 1e-5, network.graph.name);
    }
}

#[test]
fn networks_answer_as_in_pytorch() {
    for network in [lenet(), tiny_resnet()] {
        reproduces(&network, &load(&network, &Device::default()));
    }
}

/// After `valid`, a network that was made on a device that differentiates is in PyTorch's `eval` mode.
#[test]
fn validation_is_inference() {
    let network = tiny_resnet();
    reproduces(&network, &load(&network, &Device::default().autodiff()).valid());
}

/// Compares the layers in between, too: the sums of their outputs, and of the squares of these.
#[test]
fn layers_answer_as_in_pytorch() {
    for network in [lenet(), tiny_resnet()] {
        let device = Device::default();
        let net = load(&network, &device);
        for sample in &network.samples {
            let mut seen = 0;
            net.observe(tensor(&sample.input, &device), |name, value| {
                let Some((_, expected)) = sample.sums.iter().find(|(node, _)| *node == name) else {
                    return;
                };
                let values = numbers(&value.clone().into_data());
                let squares = values.iter().map(|value| value * value).sum();
                // The sums go up to some thousands.
                assert_close(&[values.iter().sum(), squares], expected, 1e-3, name);
                seen += 1;
            })
            .unwrap();
            assert_eq!(seen, sample.sums.len());
        }
    }
}
