//! Files, types and errors.

use std::fs;
use std::path::PathBuf;

use cnn::cnn;
use cnn_core::DType;
use cnn_onnx::proto::{ModelProto, TensorProto};
use cnn_onnx::{Export, Weights};
use cnn_reference::{State, networks};
use prost::Message;
use safetensors::Dtype;
use safetensors::tensor::TensorView;

cnn! { struct Net: [3] -> [2] < fc(3, 2) > }

/// An empty directory for a test.
fn directory(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

fn lenet() -> Export {
    let weights = networks::weights("lenet.safetensors");
    Export::of::<networks::LeNet>().weights(Weights::read(weights).unwrap())
}

fn read(path: &PathBuf) -> ModelProto {
    ModelProto::decode(&fs::read(path).unwrap()[..]).unwrap()
}

#[test]
fn a_file_is_the_model() {
    let path = directory("whole").join("lenet.onnx");
    lenet().write(&path).unwrap();
    assert_eq!(read(&path), lenet().model().unwrap());
    assert_eq!(fs::read(&path).unwrap(), lenet().to_bytes().unwrap());
    assert!(!path.with_file_name("lenet.onnx.data").exists());
}

#[test]
fn large_tensors_go_into_a_second_file() {
    let path = directory("external").join("lenet.onnx");
    lenet().external_data(true).write(&path).unwrap();
    let data = fs::read(path.with_file_name("lenet.onnx.data")).unwrap();
    let [outside, inside] =
        [read(&path), lenet().model().unwrap()].map(|model| model.graph.unwrap().initializer);
    let mut moved = 0;
    for (outside, inside) in outside.iter().zip(&inside) {
        assert_eq!((outside.name(), &outside.dims), (inside.name(), &inside.dims));
        let bytes = match outside.raw_data {
            Some(_) => outside.raw_data(),
            None => {
                moved += 1;
                let entry = |key| {
                    let mut entries = outside.external_data.iter();
                    entries.find(|entry| entry.key() == key).unwrap().value().to_owned()
                };
                assert_eq!(entry("location"), "lenet.onnx.data");
                let [offset, length] = ["offset", "length"].map(|key| entry(key).parse().unwrap());
                assert_eq!(offset % 4096, 0);
                &data[offset..offset + length]
            }
        };
        assert_eq!(bytes, inside.raw_data(), "{}", inside.name());
    }
    // All but three biases of less than 1024 bytes.
    assert_eq!(moved, 5);
}

/// Values of each type in a file become the type of the model.
#[test]
fn weights_are_converted() {
    let values = [0.5, -1.0, 3.0, 0.25, 0.0, -8.0];
    let f64s: Vec<u8> = values.iter().flat_map(|value: &f64| value.to_le_bytes()).collect();
    let bf16s: Vec<u8> = values
        .iter()
        .flat_map(|value| ((*value as f32).to_bits() >> 16).to_le_bytes()[..2].to_vec())
        .collect();
    for (dtype, bytes) in [(Dtype::F64, &f64s), (Dtype::BF16, &bf16s)] {
        let bias = [0_u8; 8];
        let views = [
            ("fc1.weight", TensorView::new(dtype, vec![2, 3], bytes).unwrap()),
            ("fc1.bias", TensorView::new(Dtype::F32, vec![2], &bias).unwrap()),
        ];
        let file = safetensors::serialize(views, None).unwrap();
        let weights = Weights::from_bytes(file).unwrap();
        let first = |dtype| {
            let export = Export::of::<Net>().weights(weights.clone()).dtype(dtype);
            export.model().unwrap().graph.unwrap().initializer.swap_remove(0)
        };
        let bytes = |tensor: TensorProto| tensor.raw_data().to_vec();
        assert_eq!(bytes(first(DType::F64)), f64s);
        let f32s: Vec<u8> = values.iter().flat_map(|value| (*value as f32).to_le_bytes()).collect();
        assert_eq!(bytes(first(DType::F32)), f32s);
        // 0.5, −1 and 3 as halves.
        assert_eq!(bytes(first(DType::F16))[..6], [0x00, 0x38, 0x00, 0xbc, 0x00, 0x42]);
    }
}

#[test]
fn errors_say_what_to_do() {
    let text = |export: Export| export.model().unwrap_err().to_string();
    let mut weights = Weights::default();
    weights.insert("fc1.weight", &[3, 2], &[0.0; 6]);
    assert_eq!(
        text(Export::of::<Net>().weights(weights)),
        "the tensors do not fit `Net`: of its 2 tensors, 1 is missing, 1 has a different shape
  `fc1.weight` is [3, 2], but should be [2, 3]: transpose it
  `fc1.bias` [2] is missing
help: load the file that belongs to this network, or declare the network as it was saved"
    );
    assert_eq!(
        text(Export::of::<Net>().dtype(DType::BF16)),
        "values of bf16 are not exported: ONNX has no convolution of it in this opset
help: use f32, f16 or f64"
    );
    assert_eq!(
        text(Export::of::<Net>().dtype(DType::I8)),
        "values of i8 are not exported: weights are not quantized
help: use f32, f16 or f64"
    );
    assert_eq!(text(Export::of::<Net>().batch(0)), "a batch has at least one sample, not 0");
    let nowhere = directory("nowhere").join("no").join("net.onnx");
    let error = Export::of::<Net>().write(&nowhere).unwrap_err().to_string();
    assert!(error.starts_with(&format!("{}: cannot be written: ", nowhere.display())), "{error}");
}

/// The values of an index are those that the layer knows, whatever the file says.
#[test]
fn the_index_of_windows_is_known() {
    cnn! { struct Windows: [4, 4, 8] < window_attention(8, 2, 1, 2) > }
    let name = "window_attention1.relative_position_index";
    let state = State::random(&Windows::GRAPH, 1);
    let mut other = Weights::from_bytes(state.to_safetensors()).unwrap();
    other.insert(name, &[16], &[0.0; 16]);
    let error = Export::of::<Windows>().weights(other.clone()).model().unwrap_err().to_string();
    assert!(error.starts_with("these tensors must be integers"), "{error}");
    other.insert_integers(name, &[16], &[0; 16]);
    Export::of::<Windows>().weights(other).model().unwrap();
    let weights = Weights::from_bytes(state.to_safetensors()).unwrap();
    let made = Export::of::<Windows>().weights(weights).model().unwrap().graph.unwrap();
    let is_index = |tensor: &&TensorProto| tensor.name().ends_with("relative_position_index");
    let index = made.initializer.iter().find(is_index).unwrap();
    let values = index.raw_data().as_chunks().0.iter();
    let values: Vec<f64> = values.map(|bytes| i64::from_le_bytes(*bytes) as f64).collect();
    assert_eq!(values, state.get(index.name()).values());
}
