//! With PyTorch's weights, networks say what PyTorch says.

mod common;

use burn::tensor::{Device, Tensor, TensorData};
use cnn::Network;
use cnn_burn::Net;
use common::{LeNet, TinyResNet, assert_close, numbers, values, weights};
use serde_json::Value;

/// What PyTorch made of some inputs.
struct Answers {
    dims: [usize; 3],
    samples: Vec<Value>,
}

impl Answers {
    fn read(model: &str) -> Answers {
        let text = std::fs::read_to_string(weights(&format!("{model}_io.json"))).unwrap();
        let mut json: Value = serde_json::from_str(&text).unwrap();
        let dims = list(&json["input_shape"]).into_iter().map(|size| size as usize);
        let dims = dims.collect::<Vec<_>>().try_into().unwrap();
        let Value::Array(samples) = json["samples"].take() else { panic!("no samples") };
        Answers { dims, samples }
    }

    /// Some samples as a batch.
    fn batch(&self, samples: &[usize], device: &Device) -> Tensor<4> {
        let [c, h, w] = self.dims;
        let inputs: Vec<f64> =
            samples.iter().flat_map(|&sample| list(&self.samples[sample]["input"])).collect();
        Tensor::from_data(TensorData::new(inputs, [samples.len(), c, h, w]), device)
    }

    fn outputs(&self, samples: &[usize]) -> Vec<f64> {
        samples.iter().flat_map(|&sample| list(&self.samples[sample]["output_f64"])).collect()
    }
}

fn list(json: &Value) -> Vec<f64> {
    json.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

fn reproduces<N: Network>(model: &str, device: &Device) {
    let answers = Answers::read(model);
    let mut net: Net<4, 2> = Net::new::<N>(device).unwrap();
    net.load_safetensors(weights(&format!("{model}.safetensors"))).unwrap();
    for samples in [&[0][..], &[1], &[2], &[0, 1, 2]] {
        let output = net.forward(answers.batch(samples, device));
        assert_close(&values(&output), &answers.outputs(samples), 1e-5, model);
    }
}

#[test]
fn lenet_answers_as_in_pytorch() {
    reproduces::<LeNet>("lenet", &Device::default());
}

#[test]
fn tinyresnet_answers_as_in_pytorch() {
    reproduces::<TinyResNet>("tinyresnet", &Device::default());
}

/// A network that was made to train, after `valid`, is in PyTorch's `eval` mode.
#[test]
fn validation_is_inference() {
    use burn::module::Module;

    let answers = Answers::read("tinyresnet");
    let training = Device::default().autodiff();
    let mut net: Net<4, 2> = Net::new::<TinyResNet>(&training).unwrap();
    net.load_safetensors(weights("tinyresnet.safetensors")).unwrap();
    let output = net.valid().forward(answers.batch(&[0, 1, 2], &Device::default()));
    assert_close(&values(&output), &answers.outputs(&[0, 1, 2]), 1e-5, "valid");
}

/// The layers in between are PyTorch's as well: sums, and sums of squares.
#[test]
fn layers_answer_as_in_pytorch() {
    // Modules of PyTorch, with the layers that make their outputs here.
    let nodes = [
        ("conv1", "conv1"),
        ("bn1", "bn1"),
        ("maxpool", "maxpool"),
        ("layer1.0", "layer1.0.relu2"),
        ("layer1.0.downsample", "layer1.0.downsample.1"),
        ("layer1.1", "layer1.1.relu2"),
        ("avgpool", "avgpool"),
    ];
    let (answers, device) = (Answers::read("tinyresnet"), Device::default());
    let mut net: Net<4, 2> = Net::new::<TinyResNet>(&device).unwrap();
    net.load_safetensors(weights("tinyresnet.safetensors")).unwrap();
    for (sample, answer) in answers.samples.iter().enumerate() {
        let mut seen = 0;
        net.observe(answers.batch(&[sample], &device), |name, value| {
            let Some((module, _)) = nodes.iter().find(|(_, node)| *node == name) else { return };
            let activation = &answer["activations"][module];
            let values = numbers(&value.clone().into_data());
            let sums = [values.iter().sum(), values.iter().map(|value| value * value).sum()];
            let expected =
                [&activation["sum"], &activation["sumsq"]].map(|sum| sum.as_f64().unwrap());
            assert_close(&sums, &expected, 2e-4, name);
            seen += 1;
        })
        .unwrap();
        assert_eq!(seen, nodes.len());
    }
}
