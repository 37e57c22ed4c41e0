//! Files of weights: loaded, saved, and refused.

mod common;

use burn::module::Module;
use burn::tensor::{Device, Tensor};
use cnn_burn::Net;
use common::{LeNet, TinyResNet, scratch, values, weights};

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
    for (file, training) in [("tinyresnet", false), ("tinyresnet", true), ("lenet", false)] {
        let device = if training { device.clone().autodiff() } else { device.clone() };
        let mut net: Net<4, 2> = match file {
            "lenet" => Net::new::<LeNet>(&device).unwrap(),
            _ => Net::new::<TinyResNet>(&device).unwrap(),
        };
        let original = weights(&format!("{file}.safetensors"));
        net.load_safetensors(&original).unwrap();
        let saved = scratch(&format!("saved-{file}-{training}.safetensors"));
        // The second one replaces the first.
        net.save_safetensors(&saved).unwrap();
        net.save_safetensors(&saved).unwrap();
        let [original, saved] = [original, saved].map(|path| std::fs::read(path).unwrap());
        assert_eq!(tensors(&saved), tensors(&original), "{file}");
    }
}

/// Statistics that have just been taken in are saved as well, and replaced when a file is loaded.
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

/// Records, burn's own files, work as with any module.
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
