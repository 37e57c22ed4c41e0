//! Whole classifiers of torchvision, imported from both formats, compute what PyTorch and ONNX Runtime do.
//!
//! `classifiers/models.py` makes the models, whose weights a formula makes, here and there.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use cnn::Graph;
use cnn_import::{Form, Layout, Network, read_pt2, write};
use cnn_onnx::proto::prost::Message;
use cnn_onnx::proto::{GraphProto, ModelProto, TensorProto};
use cnn_reference::{State, Tensor, formula, output};
use safetensors::SafeTensors;
use zip::ZipArchive;

macro_rules! classifiers {
    ($($name:ident,)*) => {
        $(#[allow(deprecated, reason = "the lints of cnn! also warn about what PyTorch allows")]
        mod $name {
            include!(concat!("classifiers/", stringify!($name), ".rs"));
        })*

        const CLASSIFIERS: &[(&str, Graph)] = &[$((stringify!($name), $name::Net::GRAPH),)*];
    };
}

classifiers! {
    squeezenet1_1,
    mobilenet_v3_small,
    shufflenet_v2_x0_5,
    mnasnet0_5,
    mobilenet_v3_small_torchscript,
    shufflenet_v2_x0_5_dynamo,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/classifiers")
}

/// A model, if it is there in this format.
fn model(name: &str, format: &str) -> Option<Vec<u8>> {
    let archive = fs::read(folder().join("models.zip")).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(&format!("{name}.{format}")).ok()?.read_to_end(&mut bytes).unwrap();
    Some(bytes)
}

/// The network of a model, and its weights.
fn imported(name: &str, graph: &Graph) -> (Form, State) {
    if let Some(bytes) = model(name, "pt2") {
        return (read_pt2(Cursor::new(bytes)).unwrap(), formula::state(graph));
    }
    let bytes = model(name, "onnx").unwrap();
    let folder = weights(&bytes);
    let network = Network::onnx(bytes, Some(&folder)).unwrap();
    let form = network.form().clone();
    let weights = network.weights().unwrap();
    let weights = SafeTensors::deserialize(&weights).unwrap();
    let state = State::from_fn(graph, |name, sizes| {
        let view = weights.tensor(name).unwrap();
        assert_eq!(view.shape(), sizes, "{name}");
        let (values, _) = view.data().as_chunks();
        Tensor::new(sizes, values.iter().map(|bytes| f32::from_le_bytes(*bytes).into()).collect())
    });
    (form, state)
}

/// Writes the file beside a model that has its weights, and returns the folder.
fn weights(model: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let graph: GraphProto = ModelProto::decode(model).unwrap().graph.unwrap();
    let told = |tensor: &TensorProto, key: &str| {
        let entry = tensor.external_data.iter().find(|entry| entry.key.as_deref() == Some(key));
        entry.and_then(|entry| entry.value.clone())
    };
    let (mut location, mut bytes) = (None, Vec::new());
    for tensor in &graph.initializer {
        let Some(own) = told(tensor, "location") else { continue };
        assert_eq!(told(tensor, "offset"), Some(bytes.len().to_string()));
        let sizes: Vec<usize> = tensor.dims.iter().map(|size| *size as usize).collect();
        let name = tensor.name.clone().unwrap();
        let values = formula::tensor(&name, &sizes);
        bytes.extend(values.values().iter().flat_map(|value| (*value as f32).to_le_bytes()));
        location = Some(own);
    }
    fs::write(folder.join(location.unwrap()), bytes).unwrap();
    folder
}

#[test]
fn imported_classifiers_compute_what_others_do() {
    let outputs = fs::read_to_string(folder().join("outputs.json")).unwrap();
    let outputs: serde_json::Value = serde_json::from_str(&outputs).unwrap();
    for (name, graph) in CLASSIFIERS {
        let (form, state) = imported(name, graph);
        let source = write(&form, "Net", Layout::Structured).unwrap();
        let file = folder().join(name).with_extension("rs");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &source).unwrap();
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), source, "{name}");
        let input = formula::values("input", &[&[1], graph.input.dims()].concat());
        let ours = output(graph, &state, &input);
        let theirs = outputs[name].as_array().unwrap().iter();
        let theirs = theirs.map(|value| value.as_f64().unwrap()).collect();
        let theirs = Tensor::new(&[1, 10], theirs);
        let distance = ours.distance(&theirs) / theirs.magnitude();
        // PyTorch computes with 64 bits, and ONNX Runtime with 32.
        let precision = if model(name, "pt2").is_some() { 1e-12 } else { 1e-5 };
        assert!(distance < precision, "{name}: off by {distance:e}");
    }
}
