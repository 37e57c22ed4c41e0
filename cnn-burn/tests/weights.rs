//! Files of weights are loaded, saved, and refused.

mod common;

use burn::module::Module;
use burn::tensor::{DType, Device, Tensor};
use cnn::cnn;
use cnn_burn::Net;
use cnn_reference::networks::{TinyResNet, lenet, tiny_resnet, weights};
use cnn_weights::Problem;
use common::{scratch, values};

/// The tensors of a safetensors file that a network keeps: name, header entry, bytes.
fn tensors(file: &[u8]) -> Vec<(String, String, Vec<u8>)> {
    let length = u64::from_le_bytes(file[..8].try_into().unwrap()) as usize;
    let header: serde_json::Value = serde_json::from_slice(&file[8..8 + length]).unwrap();
    let mut tensors: Vec<_> = header
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, _)| *name != "__metadata__" && !name.ends_with("num_batches_tracked"))
        .map(|(name, tensor)| {
            let offset =
                |i: usize| 8 + length + tensor["data_offsets"][i].as_u64().unwrap() as usize;
            let kind = format!("{} {}", tensor["dtype"], tensor["shape"]);
            (name.clone(), kind, file[offset(0)..offset(1)].to_vec())
        })
        .collect();
    tensors.sort();
    tensors
}

#[test]
fn what_is_loaded_is_saved_bit_for_bit() {
    let device = Device::default();
    for (network, training) in [(tiny_resnet(), false), (tiny_resnet(), true), (lenet(), false)] {
        let device = if training { device.clone().autodiff() } else { device.clone() };
        let name = network.graph.name;
        let mut net = Net::<4, 2>::from_graph(&network.graph, &device).unwrap();
        net.load_safetensors(&network.file).unwrap();
        let saved = scratch(&format!("saved-{name}-{training}.safetensors"));
        // The second one replaces the first.
        net.save_safetensors(&saved).unwrap();
        net.save_safetensors(&saved).unwrap();
        let [original, saved] = [network.file, saved].map(|path| std::fs::read(path).unwrap());
        assert_eq!(tensors(&saved), tensors(&original), "{name}");
    }
}

/// Statistics that were updated by the last batch are saved, too, and replaced when a file is loaded.
#[test]
fn statistics_are_saved_and_loaded_in_the_midst_of_training() {
    let device = Device::default().autodiff();
    let mut net: Net<4, 2> = Net::new::<TinyResNet>(&device).unwrap();
    net.load_safetensors(weights("tinyresnet.safetensors")).unwrap();
    let original = std::fs::read(weights("tinyresnet.safetensors")).unwrap();
    let step = |net: &Net<4, 2>| net.forward(Tensor::ones([2, 3, 16, 16], &device));

    step(&net);
    let path = scratch("midst.safetensors");
    net.save_safetensors(&path).unwrap();
    let saved = tensors(&std::fs::read(&path).unwrap());
    let changed = |(name, _, _): &(String, String, Vec<u8>)| name.contains("running_");
    for (saved, original) in saved.iter().zip(&tensors(&original)) {
        assert_eq!(saved != original, changed(saved), "{}", saved.0);
    }

    step(&net);
    net.load_safetensors_bytes(original.clone()).unwrap();
    net.save_safetensors(&path).unwrap();
    assert_eq!(tensors(&std::fs::read(&path).unwrap()), tensors(&original));
}

#[test]
fn a_loaded_network_still_trains() {
    let device = Device::default().autodiff();
    let mut net: Net<4, 2> = Net::new::<TinyResNet>(&device).unwrap();
    net.load_safetensors(weights("tinyresnet.safetensors")).unwrap();
    let x = Tensor::ones([2, 3, 16, 16], &device);
    let gradients = net.forward(x).sum().backward();
    let gradients = burn::optim::GradientsParams::from_grads(gradients, &net);
    assert_eq!(gradients.len(), TinyResNet::GRAPH.state_dict().len() - 2 * 6);
}

/// Records, which are burn's own files, work as with any other module.
#[test]
fn records_hold_everything() {
    let device = Device::default();
    let mut net: Net<4, 2> = Net::new::<TinyResNet>(&device).unwrap();
    net.load_safetensors(weights("tinyresnet.safetensors")).unwrap();
    let path = scratch("tinyresnet.bpk");
    net.clone().save_file(&path).unwrap();
    let other: Net<4, 2> = Net::new::<TinyResNet>(&device).unwrap();
    let other = other.load_file(&path);
    let x = Tensor::<4>::ones([1, 3, 16, 16], &device);
    assert_eq!(values(&other.forward(x.clone())), values(&net.forward(x)));
}

cnn! { struct Two: [4] -> [2] < first: fc(4, 3); second: fc(3, 2, bias = false) > }

const TENSORS: [(&str, &[usize]); 3] =
    [("first.weight", &[3, 4]), ("first.bias", &[3]), ("second.weight", &[2, 3])];

/// A safetensors file of these tensors, all of whose values have these bytes.
fn file(tensors: &[(&str, &[usize])], dtype: &str, value: &[u8]) -> Vec<u8> {
    let mut end = 0;
    let entries = tensors.iter().map(|(name, sizes)| {
        let start = end;
        end += value.len() * sizes.iter().product::<usize>();
        let offsets = [start, end];
        format!(
            "\"{name}\":{{\"dtype\":\"{dtype}\",\"shape\":{sizes:?},\"data_offsets\":{offsets:?}}}"
        )
    });
    let header = format!("{{{}}}", entries.collect::<Vec<_>>().join(","));
    let length = (header.len() as u64).to_le_bytes();
    [&length[..], header.as_bytes(), &value.repeat(end / value.len())].concat()
}

/// PyTorch's `load_state_dict` does the same.
#[test]
fn floats_of_another_size_become_those_of_the_network() {
    let device = Device::default();
    let files = [
        file(&TENSORS, "F32", &1.5f32.to_le_bytes()),
        file(&TENSORS, "F64", &1.5f64.to_le_bytes()),
        file(&TENSORS, "F16", &0x3E00u16.to_le_bytes()),
        file(&TENSORS, "BF16", &0x3FC0u16.to_le_bytes()),
    ];
    for file in files {
        let mut net: Net<2, 2> = Net::new::<Two>(&device).unwrap();
        net.load_safetensors_bytes(file).unwrap();
        let output = net.forward(Tensor::<2>::ones([1, 4], &device));
        assert_eq!(output.dtype(), DType::F32);
        // Each of the three hidden values is 4 · 1.5 + 1.5.
        assert_eq!(values(&output), [3.0 * 1.5 * 7.5; 2]);
    }
}

/// Tests in `cnn-weights` show what is wrong with files. This one shows that they are compared before
/// anything is loaded.
#[test]
fn nothing_is_loaded_of_a_file_that_does_not_fit() {
    let mut net: Net<2, 2> = Net::new::<Two>(&Device::default()).unwrap();
    let x = Tensor::<2>::ones([1, 4], &Device::default());
    let before = values(&net.forward(x.clone()));
    let good = file(&TENSORS, "F32", &1.5f32.to_le_bytes());
    let mut last = TENSORS;
    last[2] = ("second.weights", &[2, 4]);
    let other = file(&last, "F32", &1.5f32.to_le_bytes());
    let integers = file(&TENSORS, "I32", &1i32.to_le_bytes());
    let truncated = (0..good.len()).map(|length| good[..length].to_vec());
    for bytes in truncated.chain([other, integers]) {
        let expected = cnn_weights::check_bytes::<Two>(&bytes).unwrap_err().to_string();
        let path = scratch("wrong.safetensors");
        std::fs::write(&path, &bytes).unwrap();
        let error = net.load_safetensors(&path).unwrap_err();
        assert_eq!(error.to_string(), format!("{}: {expected}", path.display()));
        let error = net.load_safetensors_bytes(bytes).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(values(&net.forward(x.clone())), before, "{expected}");
    }
    net.load_safetensors_bytes(good).unwrap();
    assert_ne!(values(&net.forward(x)), before);
}

#[test]
fn a_file_that_cannot_be_written_is_an_error_with_its_path() {
    let net: Net<2, 2> = Net::new::<Two>(&Device::default()).unwrap();
    let path = scratch("no/such/directory.safetensors");
    let error = net.save_safetensors(&path).unwrap_err();
    assert!(matches!(error.problem(), Problem::Write(_)), "{error}");
    let begins = format!("{}: cannot be written: ", path.display());
    assert!(error.to_string().starts_with(&begins), "{error}");
}
