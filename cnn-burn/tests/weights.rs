//! Files of weights: loaded, saved, and refused.

mod common;

use burn::module::Module;
use burn::tensor::{Device, Tensor};
use cnn::cnn;
use cnn_burn::{Net, WeightsError};
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

/// A safetensors file of these tensors, without their values: name, type, sizes, bytes.
fn file(tensors: &[(&str, &str, &[usize], usize)]) -> Vec<u8> {
    let mut offset = 0;
    let entries = tensors.iter().map(|(name, dtype, sizes, bytes)| {
        let offsets = [offset, offset + bytes];
        offset += bytes;
        format!(
            "\"{name}\":{{\"dtype\":\"{dtype}\",\"shape\":{sizes:?},\"data_offsets\":{offsets:?}}}"
        )
    });
    let header = format!("{{{}}}", entries.collect::<Vec<_>>().join(","));
    let length = (header.len() as u64).to_le_bytes();
    [&length[..], header.as_bytes(), &vec![0; offset]].concat()
}

cnn! { struct Two: [4] -> [2] < first: fc(4, 3); second: fc(3, 2, bias = false) > }

fn load(bytes: Vec<u8>) -> Result<(), WeightsError> {
    let mut net: Net<2, 2> = Net::new::<Two>(&Device::default()).unwrap();
    let x = Tensor::<2>::ones([1, 4], &Device::default());
    let before = values(&net.forward(x.clone()));
    let result = net.load_safetensors_bytes(bytes);
    if result.is_err() {
        assert_eq!(
            values(&net.forward(x)),
            before,
            "nothing is loaded of a file that does not fit"
        );
    }
    result
}

#[test]
fn everything_that_does_not_fit_is_reported() {
    let fits = [
        ("first.weight", "F32", &[3, 4][..], 48),
        ("first.bias", "F32", &[3][..], 12),
        ("second.weight", "F32", &[2, 3][..], 24),
    ];
    load(file(&fits)).unwrap();
    let mut more = fits.to_vec();
    more.push(("first.num_batches_tracked", "I64", &[], 8));
    load(file(&more)).unwrap();

    let wrong = file(&[
        ("first.weight", "F32", &[4, 3], 48),
        ("first.bias", "F16", &[3], 6),
        ("module.second.weight", "F32", &[2, 3], 24),
        ("optimizer", "F32", &[1], 4),
    ]);
    let WeightsError::Mismatch { network, tensors } = load(wrong).unwrap_err() else {
        panic!("another error");
    };
    assert_eq!(network, "Two");
    let lines: Vec<String> = tensors.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "first.weight is [4, 3], not [3, 4]",
            "first.bias has values of F16, not F32",
            "second.weight is missing, but there is module.second.weight",
            "module.second.weight is none of the network's, which has second.weight",
            "optimizer is none of the network's",
        ]
    );
}

#[test]
fn a_hostile_file_is_an_error() {
    let good = file(&[
        ("first.weight", "F32", &[3, 4], 48),
        ("first.bias", "F32", &[3], 12),
        ("second.weight", "F32", &[2, 3], 24),
    ]);
    let huge = [&u64::MAX.to_le_bytes()[..], b"{}"].concat();
    let beyond = [&90_000_000u64.to_le_bytes()[..], b"{}"].concat();
    let overflow = file(&[("first.weight", "F32", &[usize::MAX, 4], 48)]);
    let offsets = String::from_utf8_lossy(&good).replace("[48,", "[49,").into_bytes();
    for bytes in [vec![], b"{}".to_vec(), huge, beyond, overflow, offsets] {
        assert!(matches!(load(bytes), Err(WeightsError::Format { .. })));
    }
    for length in 0..good.len() {
        assert!(load(good[..length].to_vec()).is_err(), "{length}");
    }
    let error = load(vec![1, 2, 3]).unwrap_err().to_string();
    assert!(error.starts_with("this is no safetensors file: "), "{error}");
}

#[test]
fn a_file_that_is_not_there_is_an_error_with_its_path() {
    let mut net: Net<2, 2> = Net::new::<Two>(&Device::default()).unwrap();
    let error = net.load_safetensors(scratch("nowhere.safetensors")).unwrap_err();
    assert!(error.to_string().contains("nowhere.safetensors: "), "{error}");
    let error = net.save_safetensors(scratch("no/such/directory.safetensors")).unwrap_err();
    assert!(matches!(error, WeightsError::Store { .. }), "{error}");
}
