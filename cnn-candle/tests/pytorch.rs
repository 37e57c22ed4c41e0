//! With PyTorch's weights, networks say what PyTorch says.

use std::path::PathBuf;

use candle_core::{DType, Device, Module, Tensor};
use cnn::{Network, cnn};
use cnn_candle::{BuildError, Net};
use cnn_zoo::lenet::LeNet;
use serde_json::Value;

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

    /// Named as its definition in PyTorch.
    struct TinyResNet: [3, 16, 16] -> [10] <
        conv1: conv(3, 8, 3, padding = 1, bias = false); bn1: batchnorm; relu;
        maxpool: maxpool(3, 2, padding = 1);
        layer1: seq { basic(8, 16, 2); basic(16, 16) }
        avgpool: adaptive_avgpool(1);
        fc: fc(16, 10);
    >
}

/// A file of `tests/weights`.
fn weights(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/weights").join(file)
}

fn list(json: &Value) -> Vec<f64> {
    json.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

fn reproduces<N: Network>(model: &str) {
    let net = Net::load_safetensors::<N>(weights(&format!("{model}.safetensors")), &Device::Cpu);
    let net = net.unwrap();
    let text = std::fs::read_to_string(weights(&format!("{model}_io.json"))).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    let all = |samples: &[usize], what: &str| -> Vec<f64> {
        samples.iter().flat_map(|&sample| list(&json["samples"][sample][what])).collect()
    };
    for samples in [&[0][..], &[1], &[2], &[0, 1, 2]] {
        let sizes = [&[samples.len()], net.graph().input.dims()].concat();
        let input = Tensor::from_vec(all(samples, "input"), sizes, &Device::Cpu).unwrap();
        let output = Module::forward(&net, &input.to_dtype(DType::F32).unwrap()).unwrap();
        let found: Vec<f32> = output.flatten_all().unwrap().to_vec1().unwrap();
        let expected = all(samples, "output_f64");
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            assert!((f64::from(*found) - expected).abs() <= 1e-5, "{model}: {found}, {expected}");
        }
    }
}

#[test]
fn lenet_answers_as_in_pytorch() {
    reproduces::<LeNet>("lenet");
}

#[test]
fn tinyresnet_answers_as_in_pytorch() {
    reproduces::<TinyResNet>("tinyresnet");
}

#[test]
fn the_weights_of_another_network_are_refused_with_all_that_differs() {
    let error = Net::load_safetensors::<TinyResNet>(weights("lenet.safetensors"), &Device::Cpu);
    let error = error.unwrap_err();
    assert!(matches!(error, BuildError::Weights(_)));
    let text = error.to_string();
    for part in
        ["lenet.safetensors: ", "`TinyResNet`", "`layer1.1.conv1.weight` [16, 16, 3, 3] is missing"]
    {
        assert!(text.contains(part), "no {part} in:\n{text}");
    }
    assert!(text.contains("`conv1.weight` is [20, 3, 5, 5], but should be [8, 3, 3, 3]"), "{text}");
}

#[test]
fn a_wrong_input_is_refused_with_both_shapes() {
    let net = Net::load_safetensors::<TinyResNet>(weights("tinyresnet.safetensors"), &Device::Cpu);
    let net = net.unwrap();
    let takes = "`TinyResNet` takes ";
    for (sizes, dtype, message) in [
        (&[3, 16, 16][..], DType::F32, "[batch, 3, 16, 16], but [3, 16, 16] arrives"),
        (&[2, 1, 16, 16], DType::F32, "[batch, 3, 16, 16], but [2, 1, 16, 16] arrives"),
        (&[], DType::F32, "[batch, 3, 16, 16], but [] arrives"),
        (&[0, 3, 16, 16], DType::F32, "at least one sample, but the batch is empty"),
    ] {
        let error = net.forward(&Tensor::zeros(sizes, dtype, &Device::Cpu).unwrap()).unwrap_err();
        let expected = format!("{takes}{message}");
        assert!(error.to_string().starts_with(&expected), "{error}\n{expected}");
    }
    let doubles = Tensor::zeros((1, 3, 16, 16), DType::F64, &Device::Cpu).unwrap();
    let error = net.forward(&doubles).unwrap_err().to_string();
    let expected = "the weights of `TinyResNet` are f32, but f64 arrives: convert the input";
    assert!(error.starts_with(expected), "{error}");
}
