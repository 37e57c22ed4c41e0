//! With PyTorch's weights, networks have PyTorch's outputs.

use candle_core::{DType, Device, Tensor};
use cnn_candle::{BuildError, Net};
use cnn_reference::networks::{TinyResNet, Trained, lenet, tiny_resnet, weights};

fn load(network: &Trained) -> Net {
    let file = std::fs::read(&network.file).unwrap();
    Net::from_safetensors(&network.graph, &file, &Device::Cpu).unwrap()
}

/// A tensor of the reference as one of candle, in f32.
fn tensor(values: &cnn_reference::Tensor) -> Tensor {
    let tensor = Tensor::from_slice(values.values(), values.sizes(), &Device::Cpu).unwrap();
    tensor.to_dtype(DType::F32).unwrap()
}

/// A tensor of candle as one of the reference.
fn values(tensor: &Tensor) -> cnn_reference::Tensor {
    let values = tensor.flatten_all().and_then(|row| row.to_dtype(DType::F64)?.to_vec1());
    cnn_reference::Tensor::new(tensor.dims(), values.unwrap())
}

#[test]
fn networks_answer_as_in_pytorch() {
    for network in [lenet(), tiny_resnet()] {
        let net = load(&network);
        let folded = net.clone().fold_batchnorm().unwrap();
        for (input, expected) in network.batches() {
            for net in [&net, &folded] {
                let distance = values(&net.forward(&tensor(&input)).unwrap()).distance(&expected);
                assert!(distance <= 1e-5, "{} is off by {distance:e}", network.graph.name);
            }
        }
    }
}

/// Compares the layers in between, too: the sums of their outputs, and of the squares of these.
#[test]
fn layers_answer_as_in_pytorch() {
    for network in [lenet(), tiny_resnet()] {
        let net = load(&network);
        for sample in &network.samples {
            let mut seen = 0;
            net.observe(&tensor(&sample.input), |name, value| {
                let Some((_, expected)) = sample.sums.iter().find(|(node, _)| *node == name) else {
                    return;
                };
                let values = values(value);
                let sum: f64 = values.values().iter().sum();
                let squares: f64 = values.values().iter().map(|value| value * value).sum();
                let distance = (sum - expected[0]).abs().max((squares - expected[1]).abs());
                // The sums go up to some thousands.
                assert!(distance <= 1e-3, "{name} is off by {distance:e}");
                seen += 1;
            })
            .unwrap();
            assert_eq!(seen, sample.sums.len());
        }
    }
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

#[test]
fn an_input_may_be_a_view() {
    let net = load(&tiny_resnet());
    let random = |sizes: [usize; 4]| Tensor::rand(-1f32, 1., &sizes[..], &Device::Cpu).unwrap();
    let channels_last = random([2, 16, 16, 3]).permute((0, 3, 1, 2)).unwrap();
    let cropped = random([2, 3, 20, 24]).narrow(2, 1, 16).unwrap().narrow(3, 5, 16).unwrap();
    let repeated = random([1, 3, 16, 1]).broadcast_as((2, 3, 16, 16)).unwrap();
    for view in [channels_last, cropped, repeated] {
        assert!(!view.is_contiguous());
        let expected = values(&net.forward(&view.contiguous().unwrap()).unwrap());
        let distance = values(&net.forward(&view).unwrap()).distance(&expected);
        assert!(distance <= 1e-6, "{:?} is off by {distance:e}", view.layout());
    }
}
